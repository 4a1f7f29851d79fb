import { readdirSync, readFileSync } from "node:fs"
import { type Outcome, type Reader, tryCase } from "../test/check.js"

/** One marked example of a specification page. */
export interface Case {
  readonly page: string
  readonly line: number
  readonly heading: string
  /** "rule": decided by rules, must hold. "case": depends on the trained model, is counted. */
  readonly kind: "rule" | "case"
  readonly marked: string
  /** The letters to compare, from "only q" after the kind. */
  readonly only?: string
  /** Of a known mistake: what would be right. `marked` is then what is found today. */
  readonly wanted?: string
}

export interface Count {
  readonly page: string
  readonly held: number
  readonly of: number
}

/** The cases of all pages beside this file, in the order of pages and lines. */
export function readCases(): Case[] {
  const pages = readdirSync(import.meta.dirname).filter((file) => file.endsWith(".md") && file !== "README.md")
  return pages.sort().flatMap((page) => parsePage(page, readFileSync(`${import.meta.dirname}/${page}`, "utf8")))
}

export function parsePage(page: string, prose: string): Case[] {
  const cases: Case[] = []
  let heading = ""
  for (const match of prose.matchAll(/^#+ (.+)$|^```(\S*)[ \t]*(.*)\n([\s\S]*?)\n```$/gm)) {
    const [, title, kind, more = "", marked = ""] = match
    if (title) heading = title
    if (kind !== "rule" && kind !== "case" && kind !== "wanted") continue
    const line = prose.slice(0, match.index).split("\n").length + 1
    const [, only] = /^only (\w+)$/.exec(more) ?? []
    if (more && !only) throw new Error(`${page}:${line - 1}: “${more}” after ${kind}; expected nothing or, say, only q`)
    if (kind === "wanted") {
      const wrong = cases.pop()
      if (!wrong || wrong.wanted) throw new Error(`${page}:${line - 1}: a wanted block follows the case it corrects`)
      cases.push({ ...wrong, wanted: marked })
    } else cases.push({ page, line, heading, kind, marked, ...(only && { only }) })
  }
  return cases
}

export const tryOne = ({ marked, only }: Case, reader?: Reader): Promise<Outcome> =>
  tryCase(marked, { ...(only && { only }), ...(reader && { reader }) })

/** Whether a known mistake has gone: what is wanted is found. */
export async function hasHealed({ wanted, only }: Case, reader?: Reader): Promise<boolean> {
  if (wanted === undefined) return false
  return (await tryCase(wanted, { ...(only && { only }), ...(reader && { reader }) })).held
}

/** How many of the cases that depend on the model hold, page by page; a known mistake does not hold. */
export async function countCases(cases: readonly Case[], reader?: Reader): Promise<Count[]> {
  const counts = new Map<string, Count>()
  for (const one of cases) {
    if (one.kind !== "case") continue
    const { held, of } = counts.get(one.page) ?? { held: 0, of: 0 }
    const holds = one.wanted === undefined && (await tryOne(one, reader)).held
    counts.set(one.page, { page: one.page, held: held + (holds ? 1 : 0), of: of + 1 })
  }
  return [...counts.values()]
}
