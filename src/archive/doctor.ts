import { existsSync, statSync } from "node:fs"
import type { Kysely } from "kysely"
import type { Record } from "../record.js"
import { correctedRow } from "./corrections/current.js"
import { unfitCounts } from "./counts.js"
import { ArchiveError, DamagedError, explained } from "./errors.js"
import { damageIn, isCorrupt, type Size, sizes, wordIndexFits } from "./file.js"
import { migrations } from "./migrations/index.js"
import { connect, openArchive } from "./open.js"
import type { ReportRow, Tables } from "./tables.js"

/** How an archive is. */
export interface Health {
  /** What is wrong, in words; empty in a sound one. */
  readonly problems: readonly string[]
  /** Missing where the archive is too damaged to be opened. */
  readonly facts?: Facts
}

export interface Facts {
  readonly schema: string
  readonly reports: number
  /** by which versions and models the reports were read */
  readonly readers: readonly { readonly version: string; readonly model: string; readonly reports: number }[]
  /** corrections that fit nowhere in the newest reading */
  readonly orphaned: number
  readonly bytes: number
  readonly sizes: readonly Size[]
  /** forecast, in bytes; missing where there are too few reports to tell */
  readonly perThousandReports?: number
}

/** Looks an archive through from end to end: the file, its indexes, and whether the rows tell what the records tell. */
export async function examine(path: string): Promise<Health> {
  if (!existsSync(path)) throw new ArchiveError(`${path}: there is no archive here; \`onrecord add\` makes one`)
  const damage = await damageOf(path)
  if (damage.length > 0) return { problems: damage.map((words) => `the file is damaged: ${words}`) }
  const archive = await openArchive(path, { mustExist: true })
  try {
    const problems = [
      ...(await unfitIndexes(archive.db)),
      ...(await unfitCounts(archive.db)),
      ...(await unfitRows(archive.db)),
    ]
    return { problems, facts: await factsOf(archive.db, path) }
  } finally {
    await archive.close()
  }
}

/** In a damaged file even looking may fail: then that is what is told. */
async function damageOf(path: string): Promise<string[]> {
  try {
    const db = await connect(path)
    return await damageIn(db).finally(() => db.destroy())
  } catch (thrown) {
    const error = explained(path, thrown)
    if (error instanceof DamagedError) return ["so much that it cannot be looked through"]
    throw error
  }
}

async function unfitIndexes(db: Kysely<Tables>): Promise<string[]> {
  const problems: string[] = []
  for (const table of ["statements", "reports"] as const) {
    if (!(await wordIndexFits(db, table))) problems.push(`the index of words of ${table} does not fit them`)
  }
  return problems
}

const MOST_TOLD = 20

/** Reports whose rows are not what the machine's record and people's corrections make of them. */
async function unfitRows(db: Kysely<Tables>): Promise<string[]> {
  const problems: string[] = []
  for (let after = 0; problems.length < MOST_TOLD; ) {
    const rows = await db
      .selectFrom("reports")
      .selectAll()
      .where("number", ">", after)
      .orderBy("number")
      .limit(50)
      .execute()
    if (rows.length === 0) break
    for (const row of rows) {
      const problem = row.text === null ? undefined : await problemOf(db, row)
      if (problem !== undefined) problems.push(`report ${row.name}: ${problem}`)
    }
    after = rows.at(-1)!.number
  }
  return problems
}

async function problemOf(db: Kysely<Tables>, row: ReportRow): Promise<string | undefined> {
  try {
    return (await fits(db, row)) ? undefined : "its rows do not match its record"
  } catch (error) {
    if (isCorrupt(error)) return "its record cannot be read"
    throw error
  }
}

async function fits(db: Kysely<Tables>, row: ReportRow): Promise<boolean> {
  const { record } = await db.transaction().execute((transaction) => correctedRow(transaction, row))
  for (const table of ["statements", "contacts", "actors"] as const) {
    const rows = await db.selectFrom(table).select("id").where("report", "=", row.number).execute()
    if (!sameIds(record[table], rows)) return false
  }
  return true
}

type Entries = Record["statements" | "contacts" | "actors"] | readonly { readonly id: string }[]

const sameIds = (some: Entries, others: Entries): boolean => idsOf(some) === idsOf(others)

const idsOf = (entries: Entries): string =>
  entries
    .map(({ id }) => id)
    .sort()
    .join(" ")

async function factsOf(db: Kysely<Tables>, path: string): Promise<Facts> {
  const readers = await db
    .selectFrom("reports")
    .select(({ fn }) => ["reader_version as version", "model", fn.countAll<number>().as("reports")])
    .groupBy(["reader_version", "model"])
    .orderBy("reports", "desc")
    .execute()
  const { orphaned } = await db
    .selectFrom("log")
    .select(({ fn }) => fn.countAll<number>().as("orphaned"))
    .where("state", "=", "orphaned")
    .executeTakeFirstOrThrow()
  const reports = readers.reduce((sum, reader) => sum + reader.reports, 0)
  const bytes = statSync(path).size
  const ofTables = await sizes(db)
  return {
    schema: Object.keys(migrations).at(-1)!,
    reports,
    readers,
    orphaned,
    bytes,
    sizes: ofTables,
    ...(reports < FEWEST ? {} : { perThousandReports: await perThousand(sum(ofTables), reports) }),
  }
}

/** Of fewer reports the length of each says too much. */
const FEWEST = 100

/** What an archive without reports takes is there once, however many come. */
async function perThousand(bytes: number, reports: number): Promise<number> {
  const empty = await openArchive(":memory:")
  try {
    return Math.round(((bytes - sum(await sizes(empty.db))) / reports) * 1000)
  } finally {
    await empty.close()
  }
}

const sum = (some: readonly Size[]): number => some.reduce((all, { bytes }) => all + bytes, 0)
