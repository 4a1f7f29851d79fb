import { buildText, type Edit } from "../../text/edits.js"
import type { Span } from "../../text/span.js"
import type { Block, Piece } from "./blocks.js"

export interface Written {
  readonly text: string
  readonly paragraphs: readonly Span[]
  readonly edits: readonly Edit[]
}

/**
 * The text of the blocks and the way back from each of its characters to the page's, written in one go.
 * What stands between two paragraphs in the page became the blank line; a tag inside one became nothing.
 */
export function writeText(html: string, blocks: readonly Block[]): Written {
  const builder = buildText(html)
  const paragraphs: Span[] = []
  let at = 0
  let length = 0

  function write({ text, from, to, verbatim }: Piece): void {
    if (from > at) builder.drop(from)
    if (verbatim) builder.keep(to)
    else builder.replace(to, text)
    length += text.length
    at = to
  }

  for (const { pieces } of blocks) {
    const { from } = pieces[0]!
    if (length > 0) write({ text: "\n\n", from: at, to: from, verbatim: html.slice(at, from) === "\n\n" })
    const start = length
    for (const piece of pieces) write(piece)
    paragraphs.push({ start, end: length })
  }
  if (html.length > at) builder.drop(html.length)
  const { text, edits } = builder.finish()
  // Where all paragraphs stand in one block, broken by single <br>, lines are paragraphs (as in plain text).
  return { text, paragraphs: blocks.length === 1 ? lines(text) : paragraphs, edits }
}

const lines = (text: string): Span[] =>
  [...text.matchAll(/[^\n]+/g)].map(({ 0: line, index }) => ({ start: index, end: index + line.length }))
