import { sql } from "kysely"
import { inBatches } from "../batches.js"
import type { Archive } from "../open.js"
import { type Outline, outlinesWhere } from "./outlines.js"

/** Silences that may be about the contacts found: of those who took part, or of those for whom they speak. */
export async function silencesAbout(
  archive: Archive,
  found: readonly Outline[],
  { stale = false }: { readonly stale?: boolean },
): Promise<Outline[]> {
  const present = new Set(
    found
      .filter(({ status }) => status === "happened")
      .flatMap(({ between }) => between.flatMap(({ identity }) => identity ?? [])),
  )
  if (present.size === 0) return []
  // Few contacts are silences, and many people may have taken part.
  const silences = await outlinesWhere(
    archive,
    sql`c.number in (select number from contacts where status = 'not-happened' and surely_from is not null)`,
    { stale },
  )
  const silent = new Set(silences.flatMap(({ between }) => between.flatMap(({ identity }) => identity ?? [])))
  const meant = new Set([...silent].filter((identity) => present.has(identity)))
  for (const some of inBatches([...silent])) {
    const rows = await archive.db
      .selectFrom("memberships")
      .select(["member", "body"])
      .where("body", "in", some)
      .where("basis", "!=", "denied")
      .execute()
    for (const { member, body } of rows) if (present.has(member)) meant.add(body)
  }
  return silences.filter(({ between }) => between.some(({ identity }) => identity !== undefined && meant.has(identity)))
}
