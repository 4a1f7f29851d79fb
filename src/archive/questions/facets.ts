import { type RawBuilder, sql } from "kysely"
import { rowsWithWords } from "../dialect.js"
import type { Archive } from "../open.js"
import { type Narrowing, narrowed } from "./said.js"

export interface Facet {
  readonly value: string
  readonly statements: number
}

export interface Facets {
  readonly outlet: readonly Facet[]
  readonly speaker: readonly Facet[]
  readonly kind: readonly Facet[]
  /** "2021-03", in order */
  readonly month: readonly Facet[]
}

/** How the statements that hold the words spread, most frequent first; of outlets and speakers the first `most`. */
export async function facets(
  archive: Archive,
  { words, most = 10, ...narrowing }: Narrowing & { readonly words: string; readonly most?: number },
): Promise<Facets> {
  const found = archive.db
    .selectFrom(rowsWithWords("statements", words).as("found"))
    .innerJoin("statements as s", "s.number", "found.number")
    .where((eb) => eb.and(narrowed(narrowing)))
  const counted = (value: RawBuilder<string>) =>
    found
      .select([value.as("value"), sql<number>`count(*)`.as("statements")])
      .groupBy("value")
      .orderBy("statements", "desc")
      .orderBy("value")
  const speakers = found
    .innerJoin("statement_actors as p", "p.statement", "s.number")
    .innerJoin("actors as a", "a.number", "p.actor")
    .leftJoin("identities as i", "i.number", "p.identity")
    .where("p.part", "=", "speaker")
    .select([sql<string>`coalesce(i.name, a.name)`.as("value"), sql<number>`count(distinct s.number)`.as("statements")])
    .groupBy(sql`coalesce(p.identity, -a.number)`)
    .orderBy("statements", "desc")
    .orderBy("value")
  const [outlet, speaker, kind, month] = await Promise.all([
    counted(sql<string>`s.outlet`).limit(most).execute(),
    speakers.limit(most).execute(),
    counted(sql<string>`s.kind`).execute(),
    counted(sql<string>`substr(s.day, 1, 7)`).where("s.day", "is not", null).execute(),
  ])
  return { outlet, speaker, kind, month: month.toSorted((a, b) => (a.value < b.value ? -1 : 1)) }
}
