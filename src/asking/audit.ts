import * as z from "zod"
import { type Archive, type Page, sliced, voices } from "../archive/index.js"
import { errorOf, readMeasured } from "../audit/measured.js"
import { type By, type Share, sharesOf } from "../audit/shares.js"
import { schemaOf } from "./entries.js"

/** A share, with how well the reader reads what is counted. */
export interface MeasuredShare extends Share {
  readonly share: number
  readonly precision: number
  readonly recall: number
  readonly own?: number
}

const part = z.number().min(0).max(1)

export const measuredShare = schemaOf<MeasuredShare>()(
  "Share",
  z.strictObject({
    group: z.string().describe("the outlet, section or month; empty where a report gives none"),
    measure: z.enum(["kind", "remove", "source", "voice"]),
    value: z.string(),
    count: z.int(),
    of: z.int().describe("statements, or for a voice those who speak in them"),
    share: part.describe("count / of"),
    precision: part.describe("of what the reader finds so, how much is right"),
    recall: part.describe("of what there is, how much the reader finds"),
    own: z
      .int()
      .optional()
      .describe("so many of the outlet's own reports these two were measured on; not given: on those of all outlets"),
  }),
)

export interface AuditQuestion {
  readonly by: By
  readonly copies: "once" | "each"
  readonly limit: number
  readonly cursor?: string | undefined
}

/** Who gets quoted and how much. */
export async function audit(
  archive: Archive,
  { by, copies, limit, cursor }: AuditQuestion,
): Promise<Page<MeasuredShare>> {
  const measured = await readMeasured()
  const counted = voices(archive, copies)
  const shares = await sharesOf(counted, by, { names: [], of: new Map() })
  const rows = shares.map((share) => ({
    ...share,
    share: share.count / share.of,
    ...errorOf(measured, share.measure, share.value, by === "outlet" ? share.group : undefined),
  }))
  return sliced(rows, cursor === undefined ? { limit } : { limit, cursor })
}
