import { createHash } from "node:crypto"
import type { AtomFeed, JsonFeed, RdfFeed, RssFeed } from "feedsmith"
import { readNames } from "../html/byline.js"
import { parsePage, textOf } from "../html/page.js"
import type { Feed, FeedText, Item } from "./items.js"

export function fromRss(feed: RssFeed.Feed<string>, found: string | undefined): Feed {
  const base = baseOf(feed.xml?.base, found ?? feed.link)
  const title = plain(feed.title)
  const language = feed.language ?? feed.dc?.languages?.[0]
  const items = (feed.items ?? []).map((item) => {
    const permanent = item.guid?.isPermaLink === false ? undefined : webLink(item.guid?.value, undefined)
    return {
      id: item.guid?.value,
      url: webLink(item.link, baseOf(item.xml?.base, base)) ?? permanent,
      title: plain(item.title),
      publisher: plain(item.source?.title) ?? title,
      byline: item.dc?.creators ?? item.authors?.map(({ name, email }) => name ?? email),
      section: onlyOne(item.categories?.map(({ name }) => name)),
      language: item.xml?.lang ?? item.dc?.languages?.[0] ?? language,
      published: item.pubDate ?? item.dc?.dates?.[0] ?? item.dcterms?.created?.[0] ?? item.atom?.published,
      updated: item.atom?.updated ?? item.dcterms?.modified?.[0],
      content: markup(item.content?.encoded),
      summary: markup(item.description),
    }
  })
  return defined({ title, keep: longest(feed.ttl && feed.ttl * 60, syndication(feed.sy)), items: withIds(items) })
}

export function fromRdf(feed: RdfFeed.Feed<string>, found: string | undefined): Feed {
  const base = baseOf(feed.xml?.base, found ?? feed.link)
  const title = plain(feed.title)
  const items = (feed.items ?? []).map((item) => ({
    id: item.rdf?.about,
    url: webLink(item.link, baseOf(item.xml?.base, base)),
    title: plain(item.title),
    publisher: feed.dc?.publishers?.[0] ?? title,
    byline: item.dc?.creators,
    section: onlyOne(item.dc?.subjects),
    language: item.xml?.lang ?? item.dc?.languages?.[0] ?? feed.dc?.languages?.[0],
    published: item.dc?.dates?.[0] ?? item.dcterms?.created?.[0],
    updated: item.dcterms?.modified?.[0],
    content: markup(item.content?.encoded),
    summary: markup(item.description),
  }))
  return defined({ title, keep: syndication(feed.sy), items: withIds(items) })
}

export function fromAtom(feed: AtomFeed.Feed<string>, found: string | undefined): Feed {
  const base = baseOf(feed.xml?.base, found ?? feed.links?.find(({ rel }) => rel === "self")?.href)
  const title = atomTitle(feed.title)
  const items = (feed.entries ?? []).map((entry) => {
    const pages = entry.links?.filter(({ rel = "alternate" }) => rel === "alternate") ?? []
    const link = pages.find(({ type = "text/html" }) => /html/.test(type)) ?? pages[0]
    return {
      id: entry.id,
      url: webLink(link?.href, baseOf(entry.xml?.base, base)),
      title: atomTitle(entry.title),
      publisher: atomTitle(entry.source?.title) ?? title,
      byline: (entry.authors ?? entry.source?.authors ?? feed.authors)?.map(({ name }) => name),
      section: onlyOne(entry.categories?.map(({ label, term }) => label ?? term)),
      language: entry.xml?.lang ?? feed.xml?.lang,
      published: entry.published ?? entry.updated,
      updated: entry.updated,
      content: atomText(entry.content),
      summary: atomText(entry.summary),
    }
  })
  return defined({ title, keep: syndication(feed.sy), items: withIds(items) })
}

export function fromJson(feed: JsonFeed.Feed<string>, found: string | undefined): Feed {
  const base = found ?? feed.feed_url ?? feed.home_page_url
  const items = (feed.items ?? []).map((item) => ({
    id: item.id,
    url: webLink(item.url ?? item.external_url, base),
    title: item.title,
    publisher: feed.title,
    byline: (item.authors ?? feed.authors)?.map(({ name }) => name),
    section: onlyOne(item.tags),
    language: item.language ?? feed.language,
    published: item.date_published,
    updated: item.date_modified,
    content: item.content_html ? html(item.content_html) : words(item.content_text),
    summary: words(item.summary),
  }))
  return defined({ title: feed.title, items: withIds(items) })
}

type Draft = { readonly [K in keyof Omit<Item, "hash" | "byline">]?: Item[K] | undefined } & {
  readonly byline?: readonly (string | undefined)[] | undefined
}

/** An item without a name of its own goes by its link, and one without either by its words. */
function withIds(drafts: readonly Draft[]): Item[] {
  const taken = new Set<string>()
  return drafts.map((draft) => {
    const { title, url, content, summary, published, updated, byline } = draft
    const hash = sha256(JSON.stringify([title, url, content?.value, summary?.value, published, updated]))
    let id = draft.id || url || hash
    // Some feeds give all their items one id.
    if (taken.has(id)) id = `${id} ${url ?? hash}`
    taken.add(id)
    const names = readNames(byline?.filter((name) => name !== undefined) ?? [])
    return defined({ ...draft, id, hash, byline: names.length > 0 ? names : undefined })
  })
}

const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex")

/** Several categories are the subjects of an item; a single one is most often the section it stands in. */
const onlyOne = (categories: readonly (string | undefined)[] | undefined): string | undefined =>
  categories?.length === 1 ? categories[0] : undefined

function baseOf(own: string | undefined, outer: string | undefined): string | undefined {
  if (own === undefined) return outer
  return URL.canParse(own, outer) ? new URL(own, outer).href : outer
}

function webLink(link: string | undefined, base: string | undefined): string | undefined {
  if (!link || !URL.canParse(link.trim(), base)) return undefined
  const url = new URL(link.trim(), base)
  return /^https?:$/.test(url.protocol) ? url.href : undefined
}

/** A headline, which in feeds may be HTML: "Mayor&#8217;s <b>plan</b>". */
const plain = (title: string | undefined): string | undefined =>
  title === undefined ? undefined : textOf(parsePage(title)).replace(/\s+/g, " ").trim() || undefined

const atomTitle = (title: AtomFeed.Text | undefined): string | undefined =>
  title && /html/i.test(title.type ?? "") ? plain(title.value) : title?.value

const html = (value: string): FeedText => ({ form: "html", value })
const words = (value: string | undefined): FeedText | undefined => (value ? { form: "text", value } : undefined)

/** RSS does not say whether it means HTML; what has neither tags nor entities is text with its own line breaks. */
const markup = (value: string | undefined): FeedText | undefined =>
  value && /<[a-z!/]|&(?:#\w+|[a-z]+);/i.test(value) ? html(value) : words(value)

function atomText(text: AtomFeed.Content | undefined): FeedText | undefined {
  if (!text?.value) return undefined
  const type = text.type ?? "text"
  if (/html/i.test(type)) return html(text.value)
  return type === "text" || type === "text/plain" ? words(text.value) : undefined
}

const periods: { readonly [name: string]: number } = {
  hourly: 3600,
  daily: 86_400,
  weekly: 604_800,
  monthly: 2_592_000,
  yearly: 31_536_000,
}

// <sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>: twice an hour
function syndication(sy: { updatePeriod?: string; updateFrequency?: number } | undefined): number | undefined {
  const period = periods[sy?.updatePeriod?.trim().toLowerCase() ?? ""]
  return period && period / Math.max(1, sy?.updateFrequency ?? 1)
}

const longest = (a: number | undefined, b: number | undefined): number | undefined =>
  a || b ? Math.max(a ?? 0, b ?? 0) : undefined

function defined<T extends object>(object: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as never
}
