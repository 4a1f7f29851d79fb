import { isoDate } from "../dates.js"
import { readNames } from "./byline.js"
import { type Linked, readLinked } from "./jsonld.js"
import { type PageElement, textOf, walk } from "./page.js"

/** What a page says about its article; the fields of `Report` of the same names. */
export interface Metadata {
  readonly title?: string
  readonly byline?: readonly string[]
  readonly published?: string
  readonly updated?: string
  readonly publisher?: string
  readonly section?: string
  readonly url?: string
  readonly language?: string
  /** false where the page says that one must pay for it */
  readonly free?: boolean
}

/** From JSON-LD first, then what pages tell Facebook (OpenGraph), then other meta tags, then the page as shown. */
export function readMetadata(page: PageElement, address: string | undefined): Metadata {
  const head = readHead(page)
  const linked: Linked = readLinked(head.scripts) ?? { byline: [] }
  const meta = (...names: string[]) => names.map((name) => head.metas.get(name)).find((value) => value !== undefined)
  const found = {
    title:
      linked.title ??
      meta("og:title", "twitter:title", "headline", "dc.title", "parsely-title") ??
      head.heading ??
      head.title,
    byline: readNames(
      firstOf(
        linked.byline,
        head.authors,
        [meta("parsely-author", "sailthru.author", "dc.creator", "byl", "article:author_name") ?? ""],
        head.shownAuthors,
      ),
    ),
    published:
      isoDate(linked.published) ??
      isoDate(
        meta(
          "article:published_time",
          "og:published_time",
          "og:article:published_time",
          "datepublished",
          "parsely-pub-date",
        ),
      ) ??
      isoDate(
        meta(
          "pubdate",
          "publishdate",
          "publish-date",
          "sailthru.date",
          "dc.date.issued",
          "dc.date",
          "dcterms.created",
          "dc.date.created",
          "ptime",
          "date",
        ),
      ) ??
      isoDate(head.time),
    updated:
      isoDate(linked.updated) ??
      isoDate(
        meta(
          "article:modified_time",
          "og:updated_time",
          "og:article:modified_time",
          "datemodified",
          "lastmod",
          "last-modified",
          "dcterms.modified",
          "dc.date.modified",
          "utime",
        ),
      ),
    publisher:
      meta("og:site_name") ??
      linked.publisher ??
      meta("application-name", "dc.publisher", "publisher", "apple-mobile-web-app-title"),
    section:
      linked.section ?? meta("article:section", "og:article:section", "section", "parsely-section", "dc.subject"),
    url: readAddress([head.canonical, meta("og:url"), linked.url, address], head.base ?? address),
    language:
      readLanguage(head.language) ??
      readLanguage(linked.language) ??
      readLanguage(meta("content-language", "og:locale", "dc.language")),
    free: linked.free ?? (meta("article:content_tier")?.toLowerCase() === "locked" ? false : undefined),
  }
  const { byline, ...rest } = found
  return {
    ...(Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as Metadata),
    ...(byline.length > 0 ? { byline } : {}),
  }
}

const firstOf = (...lists: (readonly string[])[]): readonly string[] =>
  lists.find((list) => list.some((one) => one.trim() !== "")) ?? []

interface Head {
  readonly metas: ReadonlyMap<string, string>
  readonly scripts: readonly string[]
  readonly authors: readonly string[]
  readonly shownAuthors: readonly string[]
  readonly title?: string
  readonly heading?: string
  readonly time?: string
  readonly canonical?: string
  readonly base?: string
  readonly language?: string
}

// Meta tags stand anywhere in a page, and more often with property than with the name they should have.
function readHead(page: PageElement): Head {
  const metas = new Map<string, string>()
  const scripts: string[] = []
  const authors: string[] = []
  const shownAuthors: string[] = []
  const head: { -readonly [K in keyof Head]: Head[K] } = { metas, scripts, authors, shownAuthors }

  function readMeta({ attributes }: PageElement): void {
    const content = tidy(attributes.content)
    const names = [attributes.property, attributes.name, attributes.itemprop, attributes["http-equiv"]]
    for (const name of names.flatMap((name) => name?.toLowerCase().split(/\s+/) ?? [])) {
      if (content === undefined || name === "") continue
      if (name === "author" || (name === "article:author" && !/^(https?:)?\/\//.test(content))) authors.push(content)
      if (!metas.has(name)) metas.set(name, content)
    }
  }

  walk(page, {
    enter(element) {
      const { name, attributes } = element
      if (name === "html") head.language ??= attributes.lang ?? attributes["xml:lang"]
      else if (name === "meta") readMeta(element)
      else if (name === "base") head.base ??= attributes.href
      else if (name === "link" && /(^|\s)canonical($|\s)/i.test(attributes.rel ?? ""))
        head.canonical ??= attributes.href
      else if (name === "script") {
        if (/ld\+json/i.test(attributes.type ?? "")) scripts.push(textOf(element))
      } else if (name === "title" && element.parent?.name !== "svg") head.title ??= tidy(textOf(element))
      else if (name === "h1") head.heading ??= tidy(textOf(element))
      else if (name === "time") {
        const date = attributes.datetime ?? textOf(element)
        if (/\bdateModified\b/i.test(attributes.itemprop ?? ""))
          metas.set("datemodified", metas.get("datemodified") ?? date)
        else if (isoDate(date)) head.time ??= date
      }
      if (/\bauthor\b/.test(`${attributes.itemprop} ${attributes.rel}`) && name !== "meta" && name !== "link") {
        const shown = tidy(textOf(named(element) ?? element))
        if (shown && shown.length < 100 && shownAuthors.length < 10) shownAuthors.push(shown)
      }
      return undefined
    },
  })
  return head
}

// <span itemprop="author"><b itemprop="name">Jane Doe</b>, Health reporter</span>
function named(author: PageElement): PageElement | undefined {
  let found: PageElement | undefined
  walk(author, {
    enter(element) {
      if (element.attributes.itemprop === "name") found ??= element
    },
  })
  return found
}

const tidy = (text: string | undefined): string | undefined =>
  text?.replace(/\s+/g, " ").trim().slice(0, 1000) || undefined

// A canonical link to the front page is a mistake of many sites.
function readAddress(candidates: readonly (string | undefined)[], base: string | undefined): string | undefined {
  const addresses = candidates.flatMap((candidate) => {
    try {
      const url = new URL(candidate?.trim() || "about:blank", base)
      return /^https?:$/.test(url.protocol) ? [url] : []
    } catch {
      return []
    }
  })
  return (addresses.find((url) => url.pathname !== "/" || url.search !== "") ?? addresses[0])?.href
}

function readLanguage(tag: string | undefined): string | undefined {
  try {
    return Intl.getCanonicalLocales((tag ?? "").trim().replace(/_/g, "-"))[0]
  } catch {
    return undefined
  }
}
