/** Words that are selected in the text of a report, and where they stand in it. */
export interface Selected {
  readonly words: string
  /** "120-134", as the server reads it; counted in UTF-16 code units of the report's text */
  readonly at: string
}

/** What is selected within the text; nothing where the selection is empty or reaches out of it. */
export function selectedIn(text: Element): Selected | undefined {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  const start = placeOf(text, range.startContainer, range.startOffset)
  const end = placeOf(text, range.endContainer, range.endOffset)
  if (start === undefined || end === undefined) return undefined
  const words = wordsBetween(text, start, end)
  const from = start + (words.length - words.trimStart().length)
  const to = end - (words.length - words.trimEnd().length)
  return from < to ? { words: words.trim().replace(/\s+/g, " "), at: `${from}-${to}` } : undefined
}

/** The place in the report of a point in the page: paragraphs say where they begin, and what is not of the text is skipped. */
function placeOf(text: Element, node: Node, offset: number): number | undefined {
  const block = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>("[data-from]")
  const paragraph = block?.querySelector("p")
  if (!block || !paragraph || !text.contains(block)) return undefined
  const before = document.createRange()
  before.setStart(paragraph, 0)
  // A selection by three clicks ends before the cards or the next paragraph, which is after this one.
  if (paragraph.contains(node)) before.setEnd(node, offset)
  else before.setEnd(paragraph, paragraph.childNodes.length)
  return Number(block.dataset.from) + lengthOf(before.cloneContents())
}

function lengthOf(piece: DocumentFragment): number {
  for (const number of piece.querySelectorAll(".number")) number.remove()
  return piece.textContent?.length ?? 0
}

/** The words from one place to another; between paragraphs stand line breaks, as many as the report has. */
function wordsBetween(text: Element, start: number, end: number): string {
  let words = ""
  let at = start
  for (const block of text.querySelectorAll<HTMLElement>("[data-from]")) {
    const from = Number(block.dataset.from)
    const own = ownText(block)
    if (from + own.length <= at || from >= end) continue
    if (from > at) words += "\n".repeat(from - at)
    words += own.slice(Math.max(0, at - from), end - from)
    at = Math.min(end, from + own.length)
  }
  return words
}

function ownText(block: HTMLElement): string {
  const paragraph = block.querySelector("p")?.cloneNode(true)
  if (!(paragraph instanceof Element)) return ""
  for (const number of paragraph.querySelectorAll(".number")) number.remove()
  return paragraph.textContent ?? ""
}
