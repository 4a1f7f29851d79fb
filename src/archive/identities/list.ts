import type { Archive } from "../open.js"
import { unshownReports } from "../standing.js"
import type { ActorOfReport } from "./decided.js"
import { type OfferedIdentity, openOffers } from "./offers.js"
import { toldOf } from "./told.js"

export interface ListedIdentity {
  readonly number: number
  readonly name: string
  readonly kind: string
  readonly wikidata: string | null
  readonly reports: number
  /** Other names it is given, the commonest first. */
  readonly variants: readonly string[]
  /** Whom it may be as well. */
  readonly offers: readonly OfferedIdentity[]
}

/**
 * Persons and bodies of whom reports tell that may be shown, those in most reports first; of the given numbers only, where
 * there are some.
 */
export async function listIdentities(
  { db }: Pick<Archive, "db">,
  {
    only,
    offered = false,
    limit = 100,
    offset = 0,
  }: { only?: readonly number[]; offered?: boolean; limit?: number; offset?: number } = {},
): Promise<ListedIdentity[]> {
  const unshown = unshownReports(db)
  const told = only && [...(await toldOf(db, only)).keys()]
  const listed = db
    .selectFrom("identities")
    .leftJoin("actors", (join) =>
      join.onRef("actors.identity", "=", "identities.number").on("actors.report", "not in", unshown),
    )
    .select(["identities.number", "identities.name", "identities.kind", "wikidata"])
    .select((eb) => eb.fn.count<number>("actors.report").distinct().as("reports"))
    .where("identities.hidden", "=", 0)
    .$if(told === undefined, (query) => query.where("actors.number", "is not", null))
    .$if(told !== undefined, (query) => query.where("identities.number", "in", told!))
    .$if(offered, (query) =>
      query.where(
        "identities.number",
        "in",
        db
          .selectFrom("offers")
          .innerJoin("actors as doubtful", "doubtful.number", "offers.actor")
          .select("doubtful.identity"),
      ),
    )
    .groupBy("identities.number")
    .orderBy("reports", "desc")
    .orderBy("identities.number")
  const all = offered ? await openOffers(db) : undefined
  const rows = all
    ? (await listed.execute()).filter(({ number }) => all.has(number)).slice(offset, offset + limit)
    : await listed.limit(limit).offset(offset).execute()
  const offers =
    all ??
    (await openOffers(
      db,
      rows.map(({ number }) => number),
    ))
  return Promise.all(
    rows.map(async (row) => ({ ...row, variants: await variantsOf(row), offers: offers.get(row.number) ?? [] })),
  )

  async function variantsOf({ number, name }: { number: number; name: string }): Promise<string[]> {
    const names = await db
      .selectFrom("actors")
      .select("name")
      .where("identity", "=", number)
      .where("report", "not in", unshown)
      .groupBy("name")
      .orderBy((eb) => eb.fn.countAll(), "desc")
      .orderBy("name")
      .limit(8)
      .execute()
    return names.flatMap((one) => (one.name === name ? [] : [one.name]))
  }
}

/** What an identity is called in the reports whose ids begin so. */
export async function actorsIn(
  { db }: Pick<Archive, "db">,
  identity: number,
  beginning: string,
): Promise<ActorOfReport[]> {
  if (!/^[0-9a-f]{4,64}$/.test(beginning)) return []
  return db
    .selectFrom("actors")
    .innerJoin("reports", "reports.number", "actors.report")
    .select(["reports.id as report", "actors.name"])
    .where("reports.id", "like", `${beginning}%`)
    .where("actors.identity", "=", identity)
    .execute()
}
