import { type Expression, type SqlBool, sql } from "kysely"
import { ArchiveError } from "../errors.js"
import type { Archive } from "../open.js"

/** Part of an answer; `next` asks for the part behind it. */
export interface Page<Row> {
  readonly rows: readonly Row[]
  readonly next?: string
  /** Who was asked about, where that was asked by name: more than one where several people go by it. */
  readonly meant?: readonly Meant[]
  /** Only where nothing was found: what was looked through. */
  readonly searched?: Searched
}

export interface Meant {
  readonly asked: string
  readonly people: readonly SomebodyMeant[]
  /** Persons of that name who are not meant, for a body of just that name is in far more reports. */
  readonly leftOut?: readonly SomebodyMeant[]
  /** That body, where these persons are meant in its place, for it has no answer. */
  readonly inPlaceOf?: readonly SomebodyMeant[]
}

export interface SomebodyMeant {
  readonly name: string
  readonly identity?: number
}

/** "nothing in 1,204 reports from 2021-03-04 to 2022-01-10" */
export interface Searched {
  readonly reports: number
  readonly from?: string
  readonly to?: string
  /** Only where statements were searched for words: the title or text of a report has them. */
  readonly inReports?: true
}

export interface Paging {
  readonly limit?: number
  readonly cursor?: string
}

export interface Period {
  readonly since?: string
  readonly until?: string
  readonly outlet?: string
}

/** "reuters" asks for Reuters: small and capital letters are one. */
export const ofOutlet = (column: string, outlet: string): Expression<SqlBool> =>
  sql<SqlBool>`lower(${sql.ref(column)}) = lower(${outlet})`

export const USUAL = 50

/** Where more rows than this hold the words, the words say too little to tell which is best. */
export const TOO_MANY = 10_000

export async function searched({ db }: Archive, { since, until, outlet }: Period = {}): Promise<Searched> {
  let query = db
    .selectFrom("reports")
    .select((eb) => [eb.fn.countAll<number>().as("reports"), eb.fn.min("day").as("from"), eb.fn.max("day").as("to")])
    .where("status", "=", "usable")
    .where("hidden", "=", 0)
  if (since !== undefined) query = query.where("day", ">=", since)
  if (until !== undefined) query = query.where("day", "<=", until)
  if (outlet !== undefined) query = query.where(ofOutlet("outlet", outlet))
  const { reports, from, to } = await query.executeTakeFirstOrThrow()
  return { reports, ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) }
}

/** Where a page of dated rows ends: the day, "" where there is none, and the number of the last row. */
export interface Place {
  readonly day: string | null
  readonly number: number
}

export const cursorAt = ({ day, number }: Place): string => `${day ?? ""}~${number}`

function placeOf(cursor: string): Place {
  const [, day, number] = /^(\d{4}-\d\d-\d\d)?~(\d{1,15})$/.exec(cursor) ?? []
  if (number === undefined) throw new ArchiveError(`${cursor}: is not a cursor; take it from the page before`)
  return { day: day ?? null, number: Number(number) }
}

/** The newest day first, and those without a day last; of one day the last written first. */
export const newestFirst = (a: Place, b: Place): number =>
  a.day === b.day ? b.number - a.number : (a.day ?? "") < (b.day ?? "") ? 1 : -1

/** The condition that a row, by its columns for day and number, comes behind the end of a page in this order. */
export function isBehind(day: string, number: string, cursor: string): Expression<SqlBool> {
  const place = placeOf(cursor)
  return place.day === null
    ? sql<SqlBool>`(${sql.ref(day)} is null and ${sql.ref(number)} < ${place.number})`
    : sql<SqlBool>`(${sql.ref(day)} is null or (${sql.ref(day)}, ${sql.ref(number)}) < (${place.day}, ${place.number}))`
}

/** For answers that are sorted as a whole: how many rows came before. */
export function offsetOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0
  if (!/^\d{1,9}$/.test(cursor)) throw new ArchiveError(`${cursor}: is not a cursor; take it from the page before`)
  return Number(cursor)
}

export function sliced<Row>(all: readonly Row[], { limit = USUAL, cursor }: Paging): Page<Row> {
  const from = offsetOf(cursor)
  const rows = all.slice(from, from + limit)
  return from + limit < all.length ? { rows, next: String(from + limit) } : { rows }
}
