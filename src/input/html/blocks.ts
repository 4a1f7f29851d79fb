import { isBlock, isHeading, isUnread } from "./elements.js"
import { type PageElement, type PageText, textOf, walk } from "./page.js"

/** `html.slice(from, to)` is read as `text`. Verbatim: the same letters. */
export interface Piece {
  readonly text: string
  readonly from: number
  readonly to: number
  readonly verbatim: boolean
}

/** A run of text with nothing in it that begins a new paragraph: what may become one. */
export interface Block {
  readonly container: PageElement
  readonly pieces: readonly Piece[]
  readonly text: string
  /** How many of its characters are links, how many are in the longest, and how many in <time>. */
  readonly linked: number
  readonly longestLink: number
  readonly timed: number
  readonly sources: readonly PageText[]
}

// HTML's own white space; a no-break space is a character like any other, but not at the ends of a line.
const space = " \\t\\n\\f\\r"
// Soft hyphens, zero-width spaces, joiners and marks of byte order only tell a browser where it may break a line.
const invisible = "\\u00ad\\u200b\\u2060\\ufeff\\0"
const stretches = new RegExp(`[${space}]+|[${invisible}]+|[^${space}${invisible}]+(?: [^${space}${invisible}]+)*`, "g")

/** The page's visible text in blocks, in reading order, white space as a browser shows it. */
export function findBlocks(page: PageElement): Block[] {
  const blocks: Block[] = []
  const containers: PageElement[] = [page]
  const quotes: boolean[] = []
  let writing = writeBlock()
  let preformatted = 0
  let links = 0
  let times = 0

  function finish(): void {
    const pieces = writing.end()
    if (pieces.length > 0) {
      const text = pieces.map((piece) => piece.text).join("")
      const { linked, longestLink, timed, sources } = writing
      blocks.push({ container: containers[containers.length - 1]!, pieces, text, linked, longestLink, timed, sources })
    }
    writing = writeBlock()
  }

  // A second break in a row is a blank line, and with it a new paragraph.
  function breakLine(piece: Piece): void {
    if (!writing.breakLine(piece)) finish()
  }

  function readText(text: PageText): void {
    if (!text.verbatim) add(text, text.text, text.from, text.to)
    else {
      for (const { 0: stretch, index } of text.text.matchAll(stretches)) {
        const from = text.from + index
        if (preformatted > 0 && /^[ \t\f\r]*\n/.test(stretch)) {
          for (const { 0: line, index } of stretch.matchAll(/\r?\n/g)) {
            breakLine({ text: "\n", from: from + index, to: from + index + line.length, verbatim: line === "\n" })
          }
        } else add(text, stretch, from, from + stretch.length)
      }
    }
  }

  function add(source: PageText, text: string, from: number, to: number): void {
    const before = writing.size
    writing.add(text, from, to, source.verbatim)
    writing.note(source, writing.size - before, links > 0, times > 0)
  }

  walk(page, {
    enter(element) {
      if (isUnread(element)) return false
      if (element.name === "br") breakLine({ text: "\n", from: element.from, to: element.to, verbatim: false })
      else if (isBlock(element.name)) {
        finish()
        containers.push(element)
      } else if (element.name === "a") {
        links++
        writing.startLink()
      } else if (element.name === "time") times++
      else if (element.name === "q") {
        quotes.push(needsMarks(element))
        if (quotes.at(-1)) writing.add(quotes.length % 2 ? "“" : "‘", element.from, element.open, false)
      }
      if (element.name === "pre") preformatted++
    },
    text: readText,
    leave(element) {
      if (isBlock(element.name)) {
        finish()
        containers.pop()
      } else if (element.name === "a") links--
      else if (element.name === "time") times--
      else if (element.name === "q") {
        if (quotes.at(-1)) writing.add(quotes.length % 2 ? "”" : "’", element.close, element.to, false)
        quotes.pop()
      }
      if (element.name === "pre") preformatted--
    },
  })
  finish()
  return blocks
}

export const isHeadingBlock = (block: Block): boolean => ancestors(block.container).some(({ name }) => isHeading(name))

/** From the element itself outwards. */
export function ancestors(element: PageElement): PageElement[] {
  const path: PageElement[] = []
  for (let here: PageElement | undefined = element; here; here = here.parent) path.push(here)
  return path
}

// Browsers put marks around <q>; sites that write them themselves turn that off.
function needsMarks(element: PageElement): boolean {
  const text = textOf(element).trim()
  return text !== "" && !/^["'“”„«»‹›‘’]/.test(text)
}

function writeBlock() {
  const pieces: Piece[] = []
  const sources: PageText[] = []
  let pending: Piece | undefined
  let linkSize = 0

  const self = {
    size: 0,
    linked: 0,
    longestLink: 0,
    timed: 0,
    sources,

    add(text: string, from: number, to: number, verbatim: boolean): void {
      if (/^[\u00ad\u200b\u2060\ufeff\0]+$/.test(text)) return
      const atLineStart = pieces.length === 0 || pending?.text === "\n"
      if (/^[ \t\n\f\r]+$/.test(text)) {
        if (atLineStart || pending) return
        // One of several spaces stands for them all; a line break in the source reads as a space.
        if (verbatim && text[0] === " ") pending = { text: " ", from, to: from + 1, verbatim }
        else pending = { text: " ", from, to, verbatim: false }
        return
      }
      const indent = atLineStart ? text.length - text.replace(/^[\s]+/, "").length : 0
      if (indent === text.length) return
      if (pending) push(pending)
      pending = undefined
      if (indent > 0 && verbatim) push({ text: text.slice(indent), from: from + indent, to, verbatim })
      else push({ text: text.slice(indent), from, to, verbatim })
    },

    /** False where the line is broken already. */
    breakLine(piece: Piece): boolean {
      if (pieces.length === 0) return true
      if (pending?.text === "\n") return false
      pending = piece
      return true
    },

    startLink(): void {
      linkSize = 0
    },

    note(source: PageText, size: number, link: boolean, time: boolean): void {
      if (size === 0) return
      if (sources[sources.length - 1] !== source) sources.push(source)
      if (time) self.timed += size
      if (!link) return
      self.linked += size
      linkSize += size
      self.longestLink = Math.max(self.longestLink, linkSize)
    },

    end(): Piece[] {
      while (pieces.length > 0) {
        const last = pieces[pieces.length - 1]!
        const text = last.text.trimEnd()
        if (text === last.text) break
        pieces.pop()
        if (text === "") continue
        pieces.push(last.verbatim ? { ...last, text, to: last.from + text.length } : { ...last, text })
      }
      return pieces
    },
  }

  function push(piece: Piece): void {
    self.size += piece.text.length
    const last = pieces[pieces.length - 1]
    if (last?.verbatim && piece.verbatim && last.to === piece.from) {
      pieces[pieces.length - 1] = { ...last, text: last.text + piece.text, to: piece.to }
    } else pieces.push(piece)
  }

  return self
}
