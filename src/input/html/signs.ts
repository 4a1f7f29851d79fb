import type { PageElement } from "./page.js"

// Which words in the names of classes, in calls to the reader and in the text itself tell an article from
// what stands about it. Names are taken apart first: "article-body__relatedLinks" is article body related links.

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "))

const never = set(
  "ad ads advert advertisement advertising adverts breadcrumb breadcrumbs captcha caption captions comments consent " +
    "cookie cookies disqus gdpr livefyre newsletter newsletters outbrain pagination replies signup subscribe taboola",
)
// Boxes about other stories. Somebody's words in one may still be of this one: <div class="promo">“No,” she said.
const elsewhere = set(
  "carousel playlist popular promo promos promoted promotion readmore recirc recommended recommendation recommendations " +
    "related share sharebar sharing social sponsor sponsored tag tags teaser teasers toolbar trending",
)
// What surrounds an article, or a part of it that is only called so.
const seldom = set(
  "also aside author banner bio byline card cards contact copyright credit credits disclaimer embed extra follow footer " +
    "footnote gallery hidden header latest links menu meta metadata more nav navigation popup pullquote rail remark " +
    "shoutbox sidebar tools topics widget",
)
const bodies = set("article articlebody articletext story storybody post entry")

const namesOf = ({ attributes }: PageElement): readonly string[] =>
  attributes.class === undefined && attributes.id === undefined
    ? []
    : `${attributes.class ?? ""} ${attributes.id ?? ""}`
        .slice(0, 1000)
        .replace(/([a-z])([A-Z])/g, "$1 $2")
        .toLowerCase()
        .split(/[^a-z]+/)

const roles = /^(navigation|menu|menubar|search|dialog|alertdialog|banner|tooltip)$/

export type Standing = "body" | "never" | "elsewhere" | "seldom" | "neutral"

/** What an element's name, role and class say about the text in it. */
export function standing(element: PageElement): Standing {
  const { name, attributes } = element
  if (name === "nav" || name === "menu" || name === "search" || name === "figcaption" || name === "caption")
    return "never"
  if (roles.test(attributes.role ?? "")) return "never"
  const names = namesOf(element)
  if (names.some((word) => never.has(word))) return "never"
  // jp-relatedposts
  if (names.some((word) => elsewhere.has(word) || word.startsWith("related"))) return "elsewhere"
  if (name === "aside" || name === "footer" || name === "address" || attributes["aria-hidden"] === "true")
    return "seldom"
  if (attributes.role === "complementary" || attributes.role === "contentinfo") return "seldom"
  if (/\barticleBody\b/i.test(attributes.itemprop ?? "")) return "body"
  if (names.some((word) => seldom.has(word))) return "seldom"
  return name === "article" || name === "main" || names.some((word) => bodies.has(word)) ? "body" : "neutral"
}

/** What Readability need not see: readers' comments may be longer than the article, but hold no headline. */
export const isNeverRead = (element: PageElement): boolean =>
  /^(div|section|ul|ol|nav)$/.test(element.name) &&
  (element.name === "nav" || namesOf(element).some((word) => word === "comments" || word === "disqus")) &&
  !element.children.some((node) => node.kind === "element" && /^(article|main|h1)$/.test(node.name))

export const isPullQuote = (element: PageElement): boolean => {
  const names = namesOf(element)
  return element.name === "aside" || names.includes("pullquote") || (names.includes("pull") && names.includes("quote"))
}

export const isByline = (element: PageElement): boolean =>
  /\bauthor\b/.test(`${element.attributes.itemprop} ${element.attributes.rel}`) ||
  namesOf(element).some((word) => /^(byline|author|authors|dateline|timestamp|pubdate|published|updated)$/.test(word))

// “We will appeal,” she said.   ‘Not one,’ he told the board.   « Non », a-t-il dit.   "No."
const quoted =
  /[“„«"]\s?[\p{L}\p{N}‘'[(…][^”“„«»"]*(?:[”»“"]|$)|(?<![\p{L}\p{N}])[‘'][\p{Lu}\p{N}[(…].*?(?:[’'](?![\p{L}\p{N}])|$)/gu
const saying =
  /\b(said|says|saying|told|tells|asked|asks|added|adds|replied|replies|answered|wrote|writes|tweeted|according to|called|calls|warned|insisted|argued|noted|explained|recalled|announced|declared|stated|joked|admitted|acknowledged|responded|continued|conceded|urged|claimed|denied|thinks?|thought|believes?|described|testified)\b/i

/** Does the block hold somebody's words, and not only a title in quotation marks? */
export function holdsSpeech(text: string): boolean {
  const found = text.slice(0, 20_000).match(quoted) ?? []
  if (found.length === 0) return false
  return (
    found.some((words) => words.trim().split(/\s+/).length >= 4 || /[,.!?…—–-][”»"’']?$/.test(words)) ||
    saying.test(text) ||
    /^\s*[“„«"‘]/.test(text)
  )
}

/** A sentence, or more: the council voted on Tuesday. */
export const isProse = (text: string): boolean =>
  /[.!?…:;][)\]”“»"’']*$/.test(text) && /\p{Ll}/u.test(text) && text.split(/\s+/, 5).length >= 4

const calls =
  /^[\s\p{P}\p{S}]*(read (more|also|next|the full)|more (from|on|stories)|more:|related|see also|also read|advertisement|ad$|story continues|article continues|continue reading|sign up|signup|subscribe|log in|follow (us|the topics)|share (this|on|via)?|click here|watch( now| more| live)?:|listen( now)?:|download|get (our|the latest)|newsletter|(file )?(photo|image|picture)( credit)?s?:|copyright|©|all rights reserved|recommended|most (read|popular)|trending|skip (to|ad)|print$|email$|loading|(leave|post) a comment|\d* ?comments?$|view comments|enlarge|tap to|support our|donate|your (browser|device|email)|our standards:)/iu

/** Words to the reader of the page, not to the reader of the report: "Sign up for our newsletter." */
export const isCall = (text: string): boolean => calls.test(text)

/** Share this with your friends, she joked. */
export const tellsOfSaying = (text: string): boolean => saying.test(text)
