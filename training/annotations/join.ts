// Puts the labels and the texts together for whoever holds the texts:
//     npx tsx training/annotations/join.ts OUT TEXTS…
// TEXTS are JSON lines with a "text" (packed or not), or plain text files, one report each.
// A text is known by its sha-256, an excerpt by the "url" of the whole text beside its own; where that has none, by its
// own alone. OUT/train.jsonl, OUT/dev.jsonl and OUT/partly.jsonl hold the reports that were found.

import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { excerptOf, excerptsIn } from "./excerpts.js"
import { readLines, readSet, readText, sets } from "./files.js"
import { fromStandoff, hashOf } from "./standoff.js"

interface Held {
  readonly text: string
  readonly title?: string
  readonly url?: string
}

const [out, ...paths] = process.argv.slice(2)
if (!out || !paths.length) {
  console.error("usage: tsx training/annotations/join.ts OUT TEXTS…")
  process.exit(2)
}
const held = new Map<string, Held>()
const pages = new Map<string, Held>()
const labelled = new Map(sets.map((set) => [set, readSet(set)]))
const withoutPage = new Set(
  [...labelled.values()].flat().flatMap(({ sha256, url }) => (url === undefined ? [sha256] : [])),
)
for (const path of paths) {
  const reports = /\.jsonl?(?:\.gz)?$/.test(path) ? readLines<Held>(path) : [{ text: readText(path) }]
  for (const page of reports) {
    const { text, title, url } = page
    if (url != null) pages.set(url, page)
    else for (const [sha256, excerpt] of excerptsIn(text, withoutPage)) held.set(sha256, { ...page, text: excerpt })
    for (const form of likelyForms(text)) held.set(hashOf(form), { text: form, ...(title !== undefined && { title }) })
  }
}
mkdirSync(out, { recursive: true })
for (const [set, labels] of labelled) {
  const joined = labels.flatMap((standoff) => {
    const found = held.get(standoff.sha256) ?? excerptAt(standoff.url, standoff.sha256)
    return found ? [fromStandoff(standoff, found.text, found.title)] : []
  })
  writeFileSync(join(out, `${set}.jsonl`), joined.map((report) => `${JSON.stringify(report)}\n`).join(""))
  console.log(`${set}: ${joined.length} of ${labels.length} reports matched`)
}

function excerptAt(url = "", sha256: string): Held | undefined {
  const page = pages.get(url)
  const text = page && excerptOf(page.text, sha256)
  return text === undefined ? undefined : { ...page, text }
}

/** A text as it is, and as it is often kept: without a byte order mark, with other line ends, with a line end or none. */
function likelyForms(text = ""): string[] {
  const plain = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n")
  const trimmed = plain.trim()
  return [text, plain, trimmed, `${trimmed}\n`]
}
