import type { PageElement } from "./page.js"

const list = (names: string): ReadonlySet<string> => new Set(names.split(" "))

const blocks = list(
  "#page #break address article aside blockquote body caption center dd details dialog dir div dl dt fieldset " +
    "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav noframes " +
    "ol optgroup p pre search section summary table tbody td tfoot th thead tr ul",
)
const voids = list(
  "area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr",
)
const heads = list("base basefont bgsound link meta noscript script style template title")
// What <svg> left open would swallow, and in a browser does not.
const breakouts = list("a b big br code em i img pre q small span strong sub sup u")

// Nothing of these is read by a visitor as part of the words around them.
const unread = list(
  "script style noscript template head title svg math iframe object applet embed canvas audio video map select " +
    "datalist textarea button input progress meter dialog noembed",
)

export const isBlock = (name: string): boolean => blocks.has(name)
export const isVoid = (name: string): boolean => voids.has(name)
export const isHeadElement = (name: string): boolean => heads.has(name)
export const isHeading = (name: string): boolean => /^h[1-6]$/.test(name)
export const breaksOutOfDrawings = (name: string): boolean => blocks.has(name) || breakouts.has(name)

interface Implied {
  readonly closes: ReadonlySet<string>
  readonly within: (name: string) => boolean
}

const notIn = (walls: string) => {
  const set = list(walls)
  return (name: string) => !set.has(name)
}
const paragraph: Implied = { closes: list("p"), within: (name) => !isBlock(name) }

/** <p>one<p>two: which open elements the start of another closes, and through which others it reaches them. */
export const closedByStart: ReadonlyMap<string, Implied> = new Map([
  ...[...blocks].map((name): [string, Implied] => [name, paragraph]),
  ["li", { closes: list("li"), within: notIn("ul ol menu dir table") }],
  ["dd", { closes: list("dd dt"), within: notIn("dl table") }],
  ["dt", { closes: list("dd dt"), within: notIn("dl table") }],
  ["tr", { closes: list("tr"), within: notIn("table thead tbody tfoot") }],
  ["td", { closes: list("td th"), within: notIn("table tr") }],
  ["th", { closes: list("td th"), within: notIn("table tr") }],
  ["tbody", { closes: list("thead tbody"), within: notIn("table") }],
  ["tfoot", { closes: list("thead tbody"), within: notIn("table") }],
  ["a", { closes: list("a"), within: (name) => !isBlock(name) }],
  ["option", { closes: list("option"), within: notIn("select datalist") }],
  ...["h1", "h2", "h3", "h4", "h5", "h6"].map((name): [string, Implied] => [
    name,
    { closes: list("p h1 h2 h3 h4 h5 h6"), within: (name) => !isBlock(name) },
  ]),
])

/** Scripts, controls, pictures, and what the page hides from its visitors. */
export function isUnread({ name, attributes }: PageElement): boolean {
  if (unread.has(name)) return name !== "template" || attributes.shadowrootmode === undefined
  if (attributes.hidden !== undefined && attributes.hidden !== "until-found") return name !== "body"
  // Pages that hide themselves until their script has run show everything in the end.
  if (name === "body" || name === "html") return false
  if (/(^|;)\s*(display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributes.style ?? "")) return true
  return /(^|[\s_-])(sr-only|visually-?hidden|screen-reader(-text|-only)?)($|[\s_-])/i.test(attributes.class ?? "")
}
