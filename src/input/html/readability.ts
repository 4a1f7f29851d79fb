import { Readability } from "@mozilla/readability"
import { parseHTML } from "linkedom"
import { isUnread } from "./elements.js"
import type { PageElement, PageText } from "./page.js"

export interface Picked {
  readonly texts: ReadonlySet<PageText>
  readonly byline?: string
}

// For every <div> it reads all text below anew, and for every child it appends it lists the others: its time
// grows with depth and with the square of the children. A page beyond these bounds (a real one has some
// 3,000 elements twenty deep) is judged block by block without it.
const most = { elements: 10_000, elementsByDepth: 300_000, lettersByDepth: 30_000_000 }

/**
 * Which of the page's texts Readability takes for the article. It is shown a copy of the page, and
 * because it moves text nodes about but never alters one, each that comes back is known again.
 */
export function pickArticle(
  page: PageElement,
  title: string | undefined,
  without: (element: PageElement) => boolean,
): Picked {
  const texts = new Set<PageText>()
  if (!isAskable(page)) return { texts }
  const { document } = parseHTML("<!doctype html><html><head><title></title></head><body></body></html>")
  const known = new WeakMap<object, readonly PageText[]>()
  // It compares every word of a heading with every word of the title.
  document.title = (title ?? "").slice(0, 300)
  const { body } = document
  const fill = () => copyInto(document, body, page, known, without)
  fill()
  // When it finds too little it starts over by setting body.innerHTML to what that was before; a parser would
  // make new text nodes then, and we would not know them again.
  Object.defineProperty(body, "innerHTML", {
    get: () => "",
    set() {
      body.replaceChildren()
      fill()
    },
  })
  try {
    const options = { disableJSONLD: true, serializer: (element: unknown) => element as DomNode }
    // biome-ignore lint/suspicious/noExplicitAny: linkedom's document is not the compiler's
    const article = new Readability<DomNode>(document as any, options as any).parse()
    if (!article?.content) return { texts }
    collect(article.content, known, texts)
    return { texts, ...(article.byline ? { byline: article.byline } : {}) }
  } catch {
    // It was written for pages that a browser has put in order. Without its word the blocks are judged one by one.
    return { texts: new Set() }
  }
}

interface DomNode {
  readonly nodeType: number
  readonly firstChild: DomNode | null
  readonly nextSibling: DomNode | null
}

type Document = ReturnType<typeof parseHTML>["document"]

const seen = ["class", "id", "role", "rel", "itemprop", "src", "datatable", "summary", "rowspan", "colspan"]
const unwrapped = new Set(["html", "body"])

function copyInto(
  document: Document,
  body: Document["body"],
  page: PageElement,
  known: WeakMap<object, readonly PageText[]>,
  without: (element: PageElement) => boolean,
): void {
  const copy = (from: PageElement, into: Document["body"]): void => {
    let run: PageText[] = []
    const endRun = () => {
      const text = run.map((text) => text.text).join("")
      if (text.trim() !== "") {
        const node = document.createTextNode(text)
        known.set(node, run)
        into.appendChild(node)
      }
      run = []
    }
    for (const node of from.children) {
      if (node.kind === "text") run.push(node)
      else if (!isPassedBy(node)) {
        endRun()
        if (unwrapped.has(node.name)) copy(node, into)
        else if (!without(node)) {
          // Filled before it is put in its place, so that linkedom has no one to tell.
          const element = createElement(document, node)
          copy(node, element)
          into.appendChild(element)
        }
      }
    }
    endRun()
  }
  copy(page, body)
}

// Pictures and films have no words, but count in its judgement of what stands around them.
const isPassedBy = (element: PageElement) =>
  (isUnread(element) && !/^(iframe|embed|object|input)$/.test(element.name)) || /^(meta|link|base)$/.test(element.name)

function createElement(document: Document, { name, attributes }: PageElement): Document["body"] {
  const element = document.createElement(/^[a-z][a-z0-9-]*$/.test(name) ? name : name === "#break" ? "div" : "span")
  for (const name of seen) if (attributes[name] !== undefined) element.setAttribute(name, attributes[name])
  const href = attributes.href
  // It replaces the text nodes of links that only run a script.
  if (href !== undefined) element.setAttribute("href", /^\s*javascript:/i.test(href) ? "/" : href)
  return element
}

function collect(root: DomNode, known: WeakMap<object, readonly PageText[]>, texts: Set<PageText>): void {
  const waiting: DomNode[] = [root]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    for (const text of known.get(node) ?? []) texts.add(text)
    if (node.nodeType === 1) for (let child = node.firstChild; child; child = child.nextSibling) waiting.push(child)
  }
}

function isAskable(page: PageElement): boolean {
  let elements = 0
  let elementsByDepth = 0
  let lettersByDepth = 0
  const waiting: [PageElement, number][] = [[page, 0]]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [element, depth] = next
    for (const node of element.children) {
      if (node.kind === "text") lettersByDepth += node.text.length * depth
      else if (!isPassedBy(node)) {
        elements++
        elementsByDepth += depth
        waiting.push([node, depth + 1])
      }
    }
    if (elements > most.elements || elementsByDepth > most.elementsByDepth || lettersByDepth > most.lettersByDepth) {
      return false
    }
  }
  return true
}
