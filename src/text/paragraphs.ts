import type { Span } from "./span.js"

/** The paragraphs of a text, trimmed: parted by blank lines, or by line breaks where no line is blank. */
export function findParagraphs(text: string): Span[] {
  const lines = linesOf(text)
  const first = lines.findIndex((line) => line.start < line.end)
  const last = lines.findLastIndex((line) => line.start < line.end)
  const hasBlank = lines.slice(Math.max(0, first), last + 1).some((line) => line.start === line.end)
  const paragraphs: { start: number; end: number }[] = []
  let inside = false
  for (const line of lines) {
    const blank = line.start === line.end
    if (!blank && inside && hasBlank) paragraphs.at(-1)!.end = line.end
    else if (!blank) paragraphs.push({ start: line.start, end: line.end })
    inside = !blank
  }
  return paragraphs
}

/** Every line without the white space around it; a blank one is an empty span. */
function linesOf(text: string): Span[] {
  const lines: Span[] = []
  let from = 0
  for (const match of text.matchAll(/\r\n|[\n\r\u2028\u2029]|$/g)) {
    const line = text.slice(from, match.index)
    const start = from + line.length - line.trimStart().length
    lines.push({ start, end: Math.max(start, from + line.trimEnd().length) })
    from = match.index + match[0].length
  }
  return lines
}
