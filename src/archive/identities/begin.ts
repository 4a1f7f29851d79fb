import { sql } from "kysely"
import { fold } from "../fold.js"
import type { Archive } from "../open.js"
import { unshownReports } from "../standing.js"

export interface NameBegun {
  readonly number: number
  readonly name: string
  readonly kind: string
  readonly reports: number
}

/** Persons and bodies a word of whose name begins so, those in most reports first: "ald" → Inés Aldarondo. */
export async function namesBeginning(
  { db }: Pick<Archive, "db">,
  typed: string,
  { limit = 8 }: { readonly limit?: number } = {},
): Promise<NameBegun[]> {
  const begun = fold(typed).replace(/[\\%_]/g, (sign) => `\\${sign}`)
  if (begun === "") return []
  return db
    .selectFrom("identities as i")
    .innerJoin("actors as a", "a.identity", "i.number")
    .select(["i.number", "i.name", "i.kind", sql<number>`count(distinct a.report)`.as("reports")])
    .where("i.merged_into", "is", null)
    .where("i.hidden", "=", 0)
    .where("a.report", "not in", unshownReports(db))
    .where(sql<string>`' ' || i.folded`, "like", sql<string>`${`% ${begun}%`} escape '\\'`)
    .groupBy("i.number")
    .orderBy("reports", "desc")
    .orderBy("i.name")
    .limit(limit)
    .execute()
}
