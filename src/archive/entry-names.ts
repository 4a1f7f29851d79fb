import type { Kysely } from "kysely"
import { ArchiveError, MissingError } from "./errors.js"
import type { ReportRow, Tables } from "./tables.js"

/** "4fe09a21#s3": the name of the report, and the entry's id in its record. */
export const entryName = (report: string, entry: string): string => `${report}#${entry}`

/** So many letters of an id are a report's name, unless an earlier one is called so: then as many more as it takes. */
const LETTERS = 8

/** The name for a report that is new. It never changes: a name that was printed means the same report for good. */
export async function freeName(db: Kysely<Tables>, id: string): Promise<string> {
  for (let length = LETTERS; length < id.length; length++) {
    const name = id.slice(0, length)
    if (!(await reportCalled(db, name))) return name
  }
  return id
}

const reportCalled = (db: Kysely<Tables>, name: string) =>
  db.selectFrom("reports").select("number").where("name", "=", name).executeTakeFirst()

/** What reports are called, by their ids; one that the archive does not have goes by its id. */
export async function reportNames(
  { db }: { readonly db: Kysely<Tables> },
  ids: readonly string[],
): Promise<(id: string) => string> {
  const names = new Map<string, string>()
  for (const id of new Set(ids)) {
    const row = await db.selectFrom("reports").select("name").where("id", "=", id).executeTakeFirst()
    names.set(id, row?.name ?? id)
  }
  return (id) => names.get(id) ?? id
}

/** The report that a name or the beginning of an id means, and the entry after the "#" where there is one. */
export async function findNamed(
  db: Kysely<Tables>,
  name: string,
): Promise<{ readonly row: ReportRow; readonly entry: string | undefined }> {
  const [, prefix, entry] = /^([0-9a-f]{4,64})(?:#([\w.-]+))?$/.exec(name) ?? []
  if (prefix === undefined) {
    throw new ArchiveError(
      `${name}: a report is named by the first four or more letters of its id, an entry like 4fe09a21#s3`,
    )
  }
  const called = await db.selectFrom("reports").selectAll().where("name", "=", prefix).executeTakeFirst()
  if (called) return { row: called, entry }
  const rows = await db
    .selectFrom("reports")
    .selectAll()
    .where("id", ">=", prefix)
    .where("id", "<", `${prefix}g`)
    .orderBy("id")
    .limit(2)
    .execute()
  const [row, second] = rows
  if (!row) throw new MissingError(`${name}: there is no report whose id begins like this`)
  if (second)
    throw new ArchiveError(`${name}: several reports have an id that begins like this; give more letters of it`)
  return { row, entry }
}
