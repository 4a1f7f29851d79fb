import { Tokenizer, type TokenizerCallbacks } from "htmlparser2"
import { breaksOutOfDrawings, closedByStart, isBlock, isHeadElement, isVoid } from "./elements.js"

export type Attributes = { readonly [name: string]: string | undefined }

/** An element and where it stands in the page: its start tag `[from, open)`, its end tag `[close, to)`. */
export interface PageElement {
  readonly kind: "element"
  readonly name: string
  readonly attributes: Attributes
  readonly parent: PageElement | undefined
  readonly children: PageNode[]
  readonly from: number
  readonly open: number
  close: number
  to: number
}

/** `html.slice(from, to)` reads as `text`; the two are the same letters unless it is an entity. */
export interface PageText {
  readonly kind: "text"
  readonly parent: PageElement
  readonly from: number
  readonly to: number
  readonly text: string
  readonly verbatim: boolean
}

export type PageNode = PageElement | PageText

// Readability looks at all text below every <div> anew, and linkedom's readers of it recurse. Real
// articles stand some thirty elements deep; what lies deeper than this is kept, but side by side.
const deepest = 80

// How far an end tag looks for its start before it takes it that nothing stands between.
const reach = 256

/**
 * The page as a tree in which every piece of text knows its characters. Forgiving as browsers are:
 * what is left open is closed, what was never opened is ignored, and no text gets lost.
 */
export function parsePage(html: string): PageElement {
  const root = element("#page", {}, undefined, 0, 0)
  const open: Open[] = []
  const parents: PageElement[] = [root]
  const count = new Map<string, number>()
  let name = ""
  let tagFrom = 0
  let attributes: { [name: string]: string } = {}
  let attributeName = ""
  let attributeValue = ""

  const parent = () => parents[parents.length - 1]!
  const isOpen = (name: string) => (count.get(name) ?? 0) > 0
  const inDrawing = () => isOpen("svg") || isOpen("math")

  function start(from: number, to: number, closed: boolean): void {
    leaveHead(name)
    if (inDrawing() && breaksOutOfDrawings(name) && !isOpen("foreignobject")) {
      closeThrough(isOpen("svg") ? "svg" : "math", from, from)
    }
    const implied = closedByStart.get(name)
    if (implied) closeImplied(implied.closes, implied.within, from)
    const kept = parents.length < deepest
    if (kept) {
      const started = element(name, attributes, parent(), from, to)
      parent().children.push(started)
      if (closed) return
      parents.push(started)
    } else {
      if (isBlock(name) || name === "br") breakHere(from)
      if (closed) return
    }
    open.push({ name, kept })
    count.set(name, (count.get(name) ?? 0) + 1)
  }

  function pop(from: number, to: number): void {
    const { name, kept } = open.pop()!
    count.set(name, count.get(name)! - 1)
    if (kept) Object.assign(parents.pop()!, { close: from, to })
    else if (isBlock(name)) breakHere(from)
  }

  // "Down here" there are no elements any more, but a paragraph still ends where it ended.
  function breakHere(at: number): void {
    const last = parent().children.at(-1)
    if (last?.kind !== "element" || last.name !== "#break") {
      parent().children.push(element("#break", {}, parent(), at, at))
    }
  }

  function closeThrough(name: string, from: number, to: number): void {
    while (open[open.length - 1]!.name !== name) pop(from, from)
    pop(from, to)
  }

  function closeImplied(closes: ReadonlySet<string>, within: (name: string) => boolean, at: number): void {
    if (![...closes].some(isOpen)) return
    for (let i = open.length - 1; i >= Math.max(0, open.length - reach); i--) {
      const { name } = open[i]!
      if (closes.has(name)) closeThrough(name, at, at)
      if (closes.has(name) || !within(name)) return
    }
  }

  // <b><p>bold</b> still here</p>: the paragraph goes on. </div> in a cell does not close the page's <div>.
  function end(name: string, from: number, to: number): void {
    if (!isOpen(name) || name === "body" || name === "html") return
    const stops = isBlock(name) || name === "a" || name === "svg" ? isCellWall : isBlock
    if (!isCell(name)) {
      for (let i = open.length - 1; i >= Math.max(0, open.length - reach); i--) {
        if (open[i]!.name === name) break
        if (stops(open[i]!.name)) return
      }
    }
    closeThrough(name, from, to)
  }

  // <head><title>…</title><p>: nobody closed the head, but it is over.
  function leaveHead(name: string): void {
    const last = open[open.length - 1]
    if (last?.name === "head" && !isHeadElement(name)) closeThrough("head", tagFrom, tagFrom)
  }

  function text(from: number, to: number, text: string, verbatim: boolean): void {
    if (open[open.length - 1]?.name === "head" && /\S/.test(text)) {
      tagFrom = from
      leaveHead("#text")
    }
    parent().children.push({ kind: "text", parent: parent(), from, to, text, verbatim })
  }

  const callbacks: TokenizerCallbacks = {
    ontext: (from, to) => text(from, to, html.slice(from, to), true),
    ontextentity(codePoint, to) {
      const from = html.lastIndexOf("&", to - 1)
      const last = parent().children.at(-1)
      // Some entities are two code points, told one by one: &NotEqualTilde;
      const first = last?.kind === "text" && last.to === to ? parent().children.pop() : undefined
      const before = first?.kind === "text" ? first.text : ""
      text(from, to, before + String.fromCodePoint(codePoint), false)
    },
    onopentagname(from, to) {
      name = html.slice(from, to).toLowerCase()
      tagFrom = from - 1
      attributes = Object.create(null)
    },
    onattribname(from, to) {
      attributeName = html.slice(from, to).toLowerCase()
      attributeValue = ""
    },
    onattribdata(from, to) {
      attributeValue += html.slice(from, to)
    },
    onattribentity(codePoint) {
      attributeValue += String.fromCodePoint(codePoint)
    },
    onattribend() {
      attributes[attributeName] ??= attributeValue
    },
    onopentagend: (end) => start(tagFrom, end + 1, isVoid(name)),
    onselfclosingtag: (end) =>
      start(tagFrom, end + 1, isVoid(name) || inDrawing() || name === "svg" || name === "math"),
    onclosetag(from, to) {
      const closing = html.slice(from, to).toLowerCase()
      tagFrom = from - 2
      const tagEnd = html.indexOf(">", to)
      if (closing === "br") {
        name = "br"
        attributes = {}
        start(tagFrom, tagEnd < 0 ? html.length : tagEnd + 1, true)
      } else end(closing, tagFrom, tagEnd < 0 ? html.length : tagEnd + 1)
    },
    oncdata() {},
    oncomment() {},
    ondeclaration() {},
    onprocessinginstruction() {},
    onend() {},
    isInForeignContext: inDrawing,
  }
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, callbacks)
  tokenizer.write(html)
  tokenizer.end()
  while (open.length > 0) pop(html.length, html.length)
  root.close = root.to = html.length
  return root
}

/** In reading order and without recursion: `enter` may say false to pass an element by. */
export function walk(
  root: PageElement,
  visit: {
    readonly enter?: (element: PageElement) => unknown
    readonly text?: (text: PageText) => void
    readonly leave?: (element: PageElement) => void
  },
): void {
  const path: { element: PageElement; next: number }[] = [{ element: root, next: 0 }]
  while (path.length > 0) {
    const here = path[path.length - 1]!
    const node = here.element.children[here.next++]
    if (node === undefined) {
      path.pop()
      if (path.length > 0) visit.leave?.(here.element)
    } else if (node.kind === "text") visit.text?.(node)
    else if (visit.enter?.(node) !== false) path.push({ element: node, next: 0 })
  }
}

export function textOf(root: PageElement): string {
  const texts: string[] = []
  walk(root, { text: (text) => texts.push(text.text) })
  return texts.join("")
}

/** A string with entities in it, as JSON-LD often has: "Mayor&#8217;s plan". */
export const decodeEntities = (text: string): string =>
  text.includes("&") ? textOf(parsePage(text.replaceAll("<", "&lt;"))) : text

interface Open {
  readonly name: string
  readonly kept: boolean
}

const isCell = (name: string) => /^(table|caption|thead|tbody|tfoot|tr|td|th|template|object)$/.test(name)
const isCellWall = (name: string) => /^(table|caption|td|th|template|object)$/.test(name)

function element(
  name: string,
  attributes: Attributes,
  parent: PageElement | undefined,
  from: number,
  open: number,
): PageElement {
  return { kind: "element", name, attributes, parent, children: [], from, open, close: open, to: open }
}
