import type { ReportInList } from "../home.js"

/** Another report of the archive, as a link to it. */
export interface Other {
  readonly id: string
  readonly title: string
}

/** What became of one report. */
export type Outcome =
  | {
      readonly kind: "added"
      readonly report: ReportInList
      readonly copyOf?: Other
      readonly versionOf?: Other
      /** what is odd about it, in words */
      readonly notes: readonly string[]
    }
  | { readonly kind: "known"; readonly report: Other }
  /** it was there, and its publisher has given it another status */
  | { readonly kind: "restated"; readonly report: Other; readonly status: "usable" | "withheld" | "cancelled" }
  | { readonly kind: "failed"; readonly words: string }

/** Reports that somebody gave to be read, and how far that is. */
export interface Job {
  readonly id: string
  readonly person: string
  /** "3 files", "https://example.org/feed" */
  readonly what: string
  readonly state: "waiting" | "reading" | "done" | "stopped"
  /** files or addresses, how many of them are done */
  readonly sources: number
  readonly sourcesDone: number
  readonly outcomes: readonly Outcome[]
}
