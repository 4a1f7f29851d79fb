// Cuts the annotated reports into words, pieces, features and windows with the very code that reads at run time,
// so that training cannot drift from it. A folder is one of marked reports, as corpus/train.
// Usage: tsx training/prepare.ts OUT.jsonl SOURCE.jsonl[.gz]|FOLDER…

import { createReadStream, createWriteStream, readFileSync, statSync } from "node:fs"
import { basename } from "node:path"
import { createInterface } from "node:readline"
import { createGunzip } from "node:zlib"
import { markedReports } from "../bench/marked-set.js"
import { type GoldStatement, spansOf } from "../src/score/gold.js"
import { wordFeatures } from "../src/tagger/features.js"
import { makePieces, parseVocabulary } from "../src/tagger/pieces.js"
import { cutWindows } from "../src/tagger/windows.js"
import { findParagraphs } from "../src/text/paragraphs.js"
import { findQuotations } from "../src/text/quotations.js"
import type { Span } from "../src/text/span.js"
import { findWords } from "../src/text/words.js"

const vocabulary = parseVocabulary(readFileSync(new URL("../models/en/vocabulary.txt", import.meta.url), "utf8"))
const pieces = makePieces(vocabulary)

// A cue or source in several pieces is taken as one from end to end.
function whole(statement: GoldStatement) {
  const over = (spans: readonly Span[]) => (spans[0] ? { start: spans[0].start, end: spans.at(-1)?.end } : null)
  return { ...statement, cue: over(spansOf(statement.cue)), source: over(spansOf(statement.source)) }
}

async function* reports(path: string) {
  if (statSync(path).isDirectory()) {
    yield* markedReports(path)
    return
  }
  const file = createReadStream(path)
  const input = path.endsWith(".gz") ? file.pipe(createGunzip()) : file
  for await (const line of createInterface({ input })) if (line.trim()) yield JSON.parse(line)
}

const [out, ...sources] = process.argv.slice(2)
if (!out || sources.length === 0) {
  console.error("usage: tsx training/prepare.ts OUT.jsonl SOURCE.jsonl[.gz]|FOLDER…")
  process.exit(2)
}
const file = createWriteStream(out)
for (const source of sources) {
  for await (const report of reports(source)) {
    if (report.statements) report.statements = report.statements.map(whole)
    const text: string = report.text
    const words = findWords(text)
    const paragraphs = findParagraphs(text)
    const { quotations } = findQuotations(text, paragraphs)
    const wordPieces = pieces(text, words)
    const sizes = wordPieces.map((ids) => ids.length)
    file.write(
      `${JSON.stringify({
        source: basename(source),
        ...report,
        words: words.map(({ start, end }) => [start, end]),
        paragraphs: paragraphs.map(({ start, end }) => [start, end]),
        quotations: quotations.map(({ start, end, depth }) => [start, end, depth]),
        pieces: wordPieces,
        features: wordFeatures(text, words, paragraphs, quotations),
        windows: cutWindows(sizes, words, paragraphs),
      })}\n`,
    )
  }
}
file.end()
