import * as z from "zod"
import {
  type Archive,
  currentRecord,
  findReport,
  latestReports,
  MissingError,
  offsetOf,
  type Page,
  type Period,
  searched,
} from "../archive/index.js"
import { type Record, type Report, recordSchema } from "../record.js"
import { named, schemaOf } from "./entries.js"

/** A report in a list. */
export interface ReportListed {
  readonly id: string
  readonly outlet: string
  readonly date?: string
  readonly title?: string
  readonly url?: string
  readonly statements: number
  readonly contacts: number
}

export const reportListed = schemaOf<ReportListed>()(
  "Report",
  z.strictObject({
    id: z.string(),
    outlet: z.string().describe("empty where that is not known"),
    date: z.string().optional().describe("the day of publication"),
    title: z.string().optional(),
    url: z.string().optional(),
    statements: z.int(),
    contacts: z.int(),
  }),
)

named.add(recordSchema, { id: "Record" })

export interface ReportsQuestion extends Period {
  readonly limit: number
  readonly cursor?: string | undefined
}

/** Reports that may be shown, the newest first. */
export async function reports(
  archive: Archive,
  { limit, cursor, ...period }: ReportsQuestion,
): Promise<Page<ReportListed>> {
  const offset = offsetOf(cursor)
  const found = await latestReports(archive, { ...period, limit: limit + 1, offset })
  return {
    rows: found.slice(0, limit).map(({ id, outlet, day, title, url, statements, contacts }) => ({
      id,
      outlet,
      ...(day === null ? {} : { date: day }),
      ...(title === null ? {} : { title }),
      ...(url === null ? {} : { url }),
      statements,
      contacts,
    })),
    ...(found.length > limit ? { next: String(offset + limit) } : {}),
    ...(found.length === 0 && offset === 0 ? { searched: await searched(archive, period) } : {}),
  }
}

/** One report as it may be shown, by the beginning of its id. */
export async function report(archive: Archive, beginning: string): Promise<Record> {
  const number = await findReport(archive, beginning)
  const record = number === undefined ? undefined : await currentRecord(archive, number)
  if (record) return { ...record, report: withoutPath(record.report) }
  throw new MissingError(`${beginning}: there is no report whose id begins like this, or it may not be shown`)
}

/** Where the file of a report lies on the machine of whoever keeps the archive is nobody else's business. */
function withoutPath({ provenance: { path: _path, line: _line, ...provenance } = {}, ...report }: Report): Report {
  return Object.keys(provenance).length === 0 ? report : { ...report, provenance }
}
