import type { Kysely } from "kysely"
import { ArchiveError, MissingError } from "./errors.js"
import type { ReportRow, Tables } from "./tables.js"

/** "4fe09a21#s3": the beginning of the report's id, and the entry's id in its record. */
export const entryName = (report: string, entry: string): string => `${report.slice(0, 8)}#${entry}`

/** The report that the beginning of an id means, and the entry after the "#" where there is one. */
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
