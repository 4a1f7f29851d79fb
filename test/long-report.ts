import { readdirSync, readFileSync } from "node:fs"
import { recordFromMarked } from "../src/marked/read.js"
import type { Record } from "../src/record.js"

const folder = new URL("../corpus/test/", import.meta.url)

/** Reports of our own, one below the other as a single one with all their entries, until it has so many words. */
export function longReport(words: number): Record {
  let long: Record | undefined
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith(".marked.txt")) continue
    const next = recordFromMarked(readFileSync(new URL(name, folder), "utf8"))
    long = long ? joined(long, next) : next
    if (long.report.text.split(/\s+/).length >= words) return long
  }
  throw new Error(`the reports of corpus/test have no ${words} words`)
}

function joined(first: Record, second: Record): Record {
  const text = `${first.report.text}\n\n`
  const known: { readonly [letter: string]: number } = {
    a: first.actors.length,
    s: first.statements.length,
    c: first.contacts.length,
  }
  const renumbered = (id: string) => `${id[0]}${Number(id.slice(1)) + known[id[0]!]!}`
  const moved = JSON.parse(JSON.stringify(second), (key, value: unknown) => {
    if (key === "start" || key === "end") return (value as number) + text.length
    if (["id", "within", "answers", "actor"].includes(key))
      return /^[asc]\d+$/.test(String(value)) ? renumbered(String(value)) : value
    return ["speakers", "addressees", "about", "between"].includes(key) ? (value as string[]).map(renumbered) : value
  }) as Record
  return {
    ...first,
    report: {
      ...first.report,
      text: text + second.report.text,
      paragraphs: [...first.report.paragraphs, ...moved.report.paragraphs],
    },
    actors: [...first.actors, ...moved.actors],
    statements: [...first.statements, ...moved.statements],
    contacts: [...first.contacts, ...moved.contacts],
  }
}
