import { asShown } from "../as-shown.js"
import type { Archive } from "../open.js"
import { takenDown } from "../standing.js"
import type { LogRow } from "../tables.js"
import { isDecision } from "./apply.js"
import type { Details } from "./decided.js"
import { type ListedIdentity, listIdentities } from "./list.js"
import { onlyUnshown } from "./told.js"

/** Where a person or body stands, and under which name. */
export interface Appearance {
  /** the report's id */
  readonly report: string
  readonly title: string | null
  readonly outlet: string
  readonly day: string | null
  /** what the report calls them */
  readonly name: string
}

export interface Identified {
  readonly number: number
  /** missing where they were taken down */
  readonly name: string | undefined
}

/** What somebody decided about who is who. */
export interface IdentityChapter extends Pick<LogRow, "number" | "at" | "by" | "reason" | "deed" | "state" | "undoes"> {
  /** the others whom it is about */
  readonly others: readonly Identified[]
  /** a new name, a Wikidata id, "private" or "public": what was set; null where it was taken away */
  readonly value: string | null | undefined
}

export interface IdentityStory extends ListedIdentity {
  /** what a person decided; null: as the roles say */
  readonly private: 0 | 1 | null
  /** the newest first, so many at most */
  readonly appearances: readonly Appearance[]
  readonly chapters: readonly IdentityChapter[]
}

const MOST_APPEARANCES = 500

/** Why the archive takes a person or body for one: the reports, what people decided, and whom it may be as well. */
export async function identityStory(archive: Archive, number: number): Promise<IdentityStory | undefined> {
  const { db } = archive
  const [listed] = await listIdentities(archive, { only: [number] })
  const row = await db
    .selectFrom("identities")
    .select("private")
    .where("number", "=", number)
    .where("hidden", "=", 0)
    .executeTakeFirst()
  if (!listed || !row) return undefined
  const found = await db
    .selectFrom("actors as a")
    .innerJoin("reports as r", "r.number", "a.report")
    .select(["r.number", "r.id as report", "r.title", "r.outlet", "r.day", "a.name"])
    .where("a.identity", "=", number)
    .where("r.hidden", "=", 0)
    .where("r.status", "=", "usable")
    .where("r.text", "is not", null)
    .orderBy("r.day", (day) => day.desc().nullsLast())
    .orderBy("r.number", "desc")
    .limit(MOST_APPEARANCES)
    .execute()
  const appearances = (await asShown(archive, found, (one) => one.number)).map(({ number: _, ...one }) => one)
  return { ...listed, private: row.private, appearances, chapters: await chaptersOf(archive, number) }
}

async function chaptersOf({ db }: Archive, number: number): Promise<IdentityChapter[]> {
  const rows = await db.selectFrom("log").selectAll().where("report", "is", null).orderBy("number").execute()
  const about = new Set<number>()
  const lines = rows.filter((row) => {
    const isAbout =
      row.undoes === null ? isDecision(row.deed) && numbersIn(row).includes(number) : about.has(row.undoes)
    if (isAbout) about.add(row.number)
    return isAbout
  })
  const others = [...new Set(lines.flatMap(numbersIn))]
  const unshown = await onlyUnshown(db, others)
  const shown = await db
    .selectFrom("identities")
    .select(["number", "name"])
    .where("number", "in", others)
    .where("number", "not in", takenDown(db))
    .execute()
  const names = new Map(shown.map(({ number, name }) => [number, unshown.has(number) ? undefined : name]))
  return lines.map((row) => ({
    ...{ number: row.number, at: row.at, by: row.by, reason: row.reason },
    ...{ deed: row.deed, state: row.state, undoes: row.undoes },
    others: numbersIn(row).flatMap((one) => (one === number ? [] : [{ number: one, name: names.get(one) }])),
    value: valueIn(row),
  }))
}

type Line = Pick<LogRow, "deed" | "detail">

/** The identities that a decision is about. */
function numbersIn({ deed, detail }: Line): number[] {
  const told: unknown = JSON.parse(detail)
  if (deed === "merge") return [(told as Details["merge"]).from, (told as Details["merge"]).into]
  if (deed === "split") return [(told as Details["split"]).from, (told as Details["split"]).to]
  if (deed === "apart") return [...(told as Details["apart"]).identities]
  if (deed === "membership") return [(told as Details["membership"]).member, (told as Details["membership"]).body]
  if (deed === "rename" || deed === "wikidata" || deed === "privacy") return [(told as Details["rename"]).identity]
  return []
}

function valueIn({ deed, detail }: Line): string | null | undefined {
  const told: unknown = JSON.parse(detail)
  if (deed === "rename") return (told as Details["rename"]).name
  if (deed === "wikidata") return (told as Details["wikidata"]).wikidata
  if (deed === "membership") return (told as Details["membership"]).basis
  if (deed !== "privacy") return undefined
  const { private: isPrivate } = told as Details["privacy"]
  return isPrivate === null ? null : isPrivate === 1 ? "private" : "public"
}
