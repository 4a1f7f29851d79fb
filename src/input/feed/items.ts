/** A feed as its publisher sent it, whatever format it came in. */
export interface Feed {
  readonly title?: string
  /** seconds in which its publisher changes nothing */
  readonly keep?: number
  readonly items: readonly Item[]
}

/** One entry of a feed: a report, or the summary of one. */
export interface Item {
  /** what the feed calls it; it stays when the item changes */
  readonly id: string
  /** the same as long as nothing in the item changes */
  readonly hash: string
  readonly url?: string
  readonly title?: string
  readonly publisher?: string
  readonly byline?: readonly string[]
  readonly section?: string
  readonly language?: string
  readonly published?: string
  readonly updated?: string
  /** meant to be the whole text */
  readonly content?: FeedText
  /** meant to be its beginning or a summary, though many feeds have the whole text here */
  readonly summary?: FeedText
}

export interface FeedText {
  readonly form: "html" | "text"
  readonly value: string
}
