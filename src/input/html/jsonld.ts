import { decodeEntities } from "./page.js"

/** What the page says about its article in JSON-LD, in its words. */
export interface Linked {
  readonly title?: string
  readonly byline: readonly string[]
  readonly published?: string
  readonly updated?: string
  readonly publisher?: string
  readonly section?: string
  readonly url?: string
  readonly language?: string
  /** false where the publisher says that one must pay for it */
  readonly free?: boolean
}

type Node = { readonly [key: string]: unknown }

// Enough for a page with hundreds of teasers; a page of nothing but nodes is not an article.
const mostNodes = 20_000

// The article itself before what merely belongs to the same family: a live blog, a video page.
const kinds = [
  /NewsArticle$/,
  /^(Article|Report|AnalysisNewsArticle|SatiricalArticle|TechArticle|ScholarlyArticle)$/,
  /^(LiveBlogPosting|BlogPosting|SocialMediaPosting)$/,
  /^(VideoObject|WebPage|CreativeWork)$/,
]

/**
 * The article of the page's JSON-LD scripts: one object, an array, a @graph, or nodes that point at each
 * other by @id. Of several the first of the best kind.
 */
export function readLinked(scripts: readonly string[]): Linked | undefined {
  const nodes = findNodes(scripts.map(parseLoosely))
  const byId = new Map<unknown, Node>()
  // A node that only points ({"@id": "#jane"}) must not hide the one that tells.
  for (const node of nodes)
    if (typeof node["@id"] === "string" && Object.keys(node).length > 1) byId.set(node["@id"], node)
  const article = kinds
    .map((kind) =>
      nodes.find((node) => list(node["@type"]).some((type) => typeof type === "string" && kind.test(type))),
    )
    .find((node) => node !== undefined)
  if (!article) return undefined
  const all = (value: unknown) => list(value).map((one) => (isNode(one) ? (byId.get(one["@id"]) ?? one) : one))
  const names = (value: unknown) =>
    all(value)
      .flatMap((one) => (isNode(one) ? list(one.name) : [one]))
      .map(text)
      .filter((name) => name !== undefined)
  const page = all(article.mainEntityOfPage)[0]
  return defined({
    title: text(article.headline) ?? text(article.name),
    byline: names(article.author ?? article.creator),
    published: text(article.datePublished) ?? text(article.uploadDate) ?? text(article.dateCreated),
    updated: text(article.dateModified),
    publisher: names(article.publisher ?? article.sourceOrganization)[0],
    section: list(article.articleSection).map(text)[0],
    url: text(article.url) ?? (isNode(page) ? (text(page["@id"]) ?? text(page.url)) : text(page)),
    language: names(article.inLanguage)[0],
    free: /^false$/i.test(String(article.isAccessibleForFree)) ? false : undefined,
  })
}

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && !Array.isArray(value)

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value == null ? [] : [value])

function text(value: unknown): string | undefined {
  const [first] = list(value)
  if (typeof first !== "string" && typeof first !== "number") return undefined
  return decodeEntities(String(first)).replace(/\s+/g, " ").trim() || undefined
}

function findNodes(roots: readonly unknown[]): Node[] {
  const nodes: Node[] = []
  const waiting = [...roots]
  for (let i = 0; i < waiting.length && i < mostNodes; i++) {
    const value = waiting[i]
    if (isNode(value)) nodes.push(value)
    for (const inner of isNode(value) ? Object.values(value) : Array.isArray(value) ? value : []) {
      if (typeof inner === "object" && inner !== null) waiting.push(inner)
    }
  }
  return nodes
}

// Scripts come wrapped in <!-- --> or CDATA, with line breaks inside strings or a semicolon behind.
function parseLoosely(script: string): unknown {
  const bare = script.replace(
    /^\s*(?:\/\/|\/\*)?\s*(?:<!--|<!\[CDATA\[)(?:\s*\*\/)?|(?:\/\/|\/\*)?\s*(?:-->|\]\]>)(?:\s*\*\/)?\s*$/g,
    "",
  )
  for (const attempt of [script, bare, bare.replace(/\p{Cc}+/gu, " ").replace(/;\s*$/, "")]) {
    try {
      return JSON.parse(attempt)
    } catch {
      // The next attempt forgives more; a page whose JSON-LD nobody can read still has its meta tags.
    }
  }
  return undefined
}

function defined<T extends object>(object: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as never
}
