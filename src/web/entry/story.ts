import type { Contact, Record, Statement } from "../../record.js"
import { dayWords } from "../dates.js"
import { entryPath } from "../links.js"

/** What a person did to an entry, and the entry before and after. */
export interface Chapter {
  /** its place in the log */
  readonly number: number
  /** ISO 8601, UTC */
  readonly at: string
  readonly by: string
  readonly reason: string
  readonly deed: string
  readonly state: "applied" | "undone" | "orphaned"
  readonly undoes: number | null
  readonly before: Statement | Contact | undefined
  readonly after: Statement | Contact | undefined
  /** what a person says who disputes the entry */
  readonly words: string | undefined
  /** the fields that were corrected, where no more is told of it */
  readonly fields?: readonly string[] | undefined
}

/** All that became of an entry. */
export interface Story {
  readonly kind: "statement" | "contact"
  readonly standing: "current" | "stale" | "withdrawn"
  readonly record: Record
  readonly machine: Statement | Contact | undefined
  readonly now: Statement | Contact
  readonly accepted: number | undefined
  readonly seen: string
  readonly chapters: readonly Chapter[]
}

/** What an entry can be called by, in an address and on a command line; foreign records may have other ids. */
export const isCallable = (entry: string): boolean => /^[\w.-]+$/.test(entry)

/** "/reports/3f9a1c20b7d4/entries/s3": an entry's own page */
export const storyPath = (report: string, entry: string): string =>
  `${entryPath(report, entry).split("#")[0]}/entries/${encodeURIComponent(entry)}`

/** "2026-03-04T09:30:12Z" → "4 March 2026, 09:30 UTC" */
export const momentWords = (at: string): string => `${dayWords(at)}, ${at.slice(11, 16)} UTC`
