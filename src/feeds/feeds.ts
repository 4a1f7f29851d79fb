import { generateAtomFeed, generateJsonFeed } from "feedsmith"
import type { News, StatementEntry } from "../archive/index.js"
import { saysPlainly } from "../record.js"
import { actWords, list, removeWords } from "../words.js"

// What is followed, as feeds for any reader of news. An item says who is reported to have said what, and by whom.

/** Addresses on the server that a feed is read from; a feed that is printed has none. */
export interface Places {
  readonly feed: string
  /** the page that tells what is followed */
  readonly page: string
  /** the page of an entry, by its id */
  readonly pageOf: (id: string) => string
}

export function atomFeed({ name, made, entries }: News, places?: Places): string {
  return generateAtomFeed({
    id: `urn:onrecord:feed:${name}`,
    title: { value: name },
    updated: newestOf(made, entries),
    authors: [{ name: "OnRecord" }],
    ...(places && {
      links: [
        { href: places.feed, rel: "self", type: "application/atom+xml" },
        { href: places.page, rel: "alternate", type: "text/html" },
      ],
    }),
    entries: entries.map((entry) => ({
      id: idOf(entry),
      title: { value: titleOf(entry), type: "text" },
      updated: dateOf(entry, made),
      ...(entry.date && { published: dateOf(entry, made) }),
      content: { value: factsOf(entry), type: "text" },
      links: linksOf(entry, places),
    })),
  })
}

/** First the report at its source, opened at the words; then the entry in this archive. */
const linksOf = (entry: StatementEntry, places: Places | undefined) => [
  ...(addressOf(entry) ? [{ href: addressOf(entry)!, rel: "alternate" }] : []),
  ...(places ? [{ href: places.pageOf(entry.id), rel: addressOf(entry) ? "related" : "alternate" }] : []),
]

export function jsonFeed({ name, made, entries }: News, places?: Places): string {
  const feed = generateJsonFeed({
    title: name,
    ...(places && { feed_url: places.feed, home_page_url: places.page }),
    items: entries.map((entry) => ({
      id: idOf(entry),
      title: titleOf(entry),
      content_text: factsOf(entry),
      date_published: dateOf(entry, made),
      ...(places
        ? { url: places.pageOf(entry.id), ...(addressOf(entry) && { external_url: addressOf(entry) }) }
        : addressOf(entry) && { url: addressOf(entry) }),
    })),
  })
  // A feed without items has an empty list of them, which the generator leaves out.
  return `${JSON.stringify({ ...(feed as object), items: (feed as { items?: object[] }).items ?? [] }, null, 1)}\n`
}

/** Dorn Courier, 4 March 2026: Mara Lind, first-hand: “…” */
function titleOf(entry: StatementEntry): string {
  const { outlet, date, act, polarity, remove, disputed } = entry
  const where = [outlet || unnamed, date && dayWords.format(new Date(`${date}T00:00:00Z`))]
    .filter((part) => part)
    .join(", ")
  const did = saysPlainly({ act, polarity }) ? "" : ` ${actWords({ act, polarity })}`
  const words = entry.kind === "direct" ? entry.content : `[${entry.content}]`
  return printable(
    `${where}: ${speakerOf(entry)}${did}, ${removeWords(remove)}${disputed ? ", disputed" : ""}: ${words}`,
  )
}

const unnamed = "an outlet that is not named"

const dayWords = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" })

/** Nobody is named whom the reader is not sure of. */
const speakerOf = ({ speakers, source }: StatementEntry): string =>
  speakers.length > 0 ? list(speakers.map(({ name }) => name)) : source ? `“${source}”` : "somebody who is not named"

function factsOf(entry: StatementEntry): string {
  const { content, outlet, title, addressees, when, where, via, dispute } = entry
  return printable(
    [
      content,
      dispute && `disputed on ${dispute.at.slice(0, 10)}: “${dispute.words}”`,
      addressees.length > 0 && `to ${list(addressees.map(({ name }) => name))}`,
      when && `when: ${when.words}`,
      where && `where: ${where}`,
      via && `by way of: ${via}`,
      `reported by ${[outlet || unnamed, title && `“${title}”`].filter(Boolean).join(", ")}`,
    ]
      .filter(Boolean)
      .join("\n"),
  )
}

const idOf = ({ id }: StatementEntry): string => `urn:onrecord:${id.replace("#", ":")}`

const addressOf = ({ link, url }: StatementEntry): string | undefined => link ?? url

const dateOf = ({ date }: StatementEntry, made: string): Date => new Date(date ? `${date}T00:00:00Z` : made)

/** A feed has changed when its newest entry came, or when it was made. */
const newestOf = (made: string, entries: readonly StatementEntry[]): Date =>
  new Date(Math.max(new Date(made).getTime(), ...entries.map((entry) => dateOf(entry, made).getTime())))

/** XML has no place for control characters and halves of pairs, however they got into a report. */
const printable = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
  text.replace(/\p{Surrogate}/gu, "\ufffd").replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd")
