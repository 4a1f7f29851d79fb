import { setImmediate } from "node:timers/promises"
import type { Kysely, Selectable, Transaction } from "kysely"
import type { Record } from "../../record.js"
import { blotNames } from "../blotting/mask.js"
import { currentRecord } from "../corrections/current.js"
import { type Handling, handlingOf } from "../corrections/states.js"
import { type ToldLine, toldLine } from "../corrections/told.js"
import { explainedCopy } from "../errors.js"
import { forgetForGood, writeCopy } from "../file.js"
import { fold } from "../fold.js"
import { shownName } from "../identities/index.js"
import { readActor } from "../identities/reading.js"
import { type Archive, openArchive } from "../open.js"
import { countSpeakers } from "../speakers.js"
import type { ActorTable, Tables } from "../tables.js"
import { excerpted } from "./excerpt.js"
import { keep, tellRolesAnew } from "./keep.js"
import { withRoles } from "./roles.js"

export interface PublicOptions {
  /** Whole texts, which whoever publishes them must have the right to; otherwise only the sentences with entries. */
  readonly wholeTexts?: boolean
}

/**
 * Writes a copy of an archive for everybody into a new file and opens it: private people by their role, no more of the
 * texts than the sentences in which entries stand, nothing that was withdrawn or taken down, and nothing of who did what.
 * What the copy does not show is not in its file.
 */
export async function publicCopy(
  archive: Archive,
  path: string,
  { wholeTexts = false }: PublicOptions = {},
): Promise<Archive> {
  try {
    await writeCopy(archive.db, path)
    const copy = await openArchive(path, { mustExist: true })
    try {
      await strip(copy, wholeTexts)
    } catch (error) {
      await copy.close()
      throw error
    }
    return copy
  } catch (error) {
    throw explainedCopy(archive.path, path, error)
  }
}

async function strip(copy: Archive, wholeTexts: boolean): Promise<void> {
  const { db } = copy
  const people = await privatePeople(db)
  const reports = await db.selectFrom("reports").select("number").orderBy("number").execute()
  // The log says what was corrected, so it goes last.
  const told: ToldLine[] = []
  for (const { number } of reports) {
    const record = await currentRecord(copy, number)
    const handled = record && (await isHandled(db, record.report.id)) ? await handlingOf(copy, number) : undefined
    await db.transaction().execute(async (transaction) => {
      if (!record) return forget(transaction, number)
      const roles = await rolesIn(transaction, number, people)
      if (handled) told.push(...toldLines(record, handled, roles))
      const nameless = withRoles(record, roles)
      await keep(transaction, number, wholeTexts ? nameless : excerpted(nameless), new Set(roles.keys()))
    })
    await setImmediate() // others are answered in between
  }
  await db.transaction().execute((transaction) => forgetPeople(transaction, people))
  await db.transaction().execute(forgetDoings)
  for (const line of told) await db.insertInto("log").values(line).execute()
  await forgetForGood(db)
}

async function isHandled(db: Kysely<Tables>, report: string): Promise<boolean> {
  const line = await db.selectFrom("log").select("number").where("report", "=", report).limit(1).executeTakeFirst()
  return line !== undefined
}

/** That its entries were corrected, found right or disputed, for each that is shown. */
function toldLines(record: Record, { states }: Handling, roles: ReadonlyMap<string, string>): ToldLine[] {
  const blot = blotNames(record.actors.filter(({ id }) => roles.has(id)))
  return [...record.statements, ...record.contacts].flatMap(
    ({ id }) => toldLine(record.report.id, id, states.get(id)!, blot) ?? [],
  )
}

/** The roles by which private people are shown, by the number of their identity. */
async function privatePeople(db: Kysely<Tables>): Promise<ReadonlyMap<number, string>> {
  const identities = await db.selectFrom("identities").selectAll().where("hidden", "=", 0).execute()
  const roles = new Map<number, string>()
  for (const identity of identities) {
    const shown = shownName(identity, { privateByRole: true })
    if (shown !== identity.name) roles.set(identity.number, shown)
  }
  // Who was merged into somebody is that person.
  for (const { number, merged_into } of identities) {
    if (merged_into === null) continue
    const role = roles.get(merged_into)
    if (role === undefined) roles.delete(number)
    else roles.set(number, role)
  }
  return roles
}

/** The roles of a report's private people, by actor. */
async function rolesIn(
  transaction: Transaction<Tables>,
  report: number,
  people: ReadonlyMap<number, string>,
): Promise<ReadonlyMap<string, string>> {
  const actors = await transaction.selectFrom("actors").selectAll().where("report", "=", report).execute()
  return new Map(
    actors.flatMap(({ id, name, kind, roles, identity }): [string, string][] => {
      const role = identity === null ? roleOfUnlinked({ name, kind, roles }) : people.get(identity)
      return role === undefined || role === name ? [] : [[id, role]]
    }),
  )
}

/** Whom the archive takes for nobody beyond the report: “the president” hides nobody, a person's name does. */
function roleOfUnlinked({ name, kind, roles }: Pick<Selectable<ActorTable>, "name" | "kind" | "roles">) {
  const given: string[] = JSON.parse(roles)
  if (readActor({ name, kind, roles: given })?.sort !== "person") return undefined
  const counted = JSON.stringify(Object.fromEntries(given.map((role) => [role, 1])))
  return shownName({ name, kind, roles: counted, private: null, wikidata: null }, { privateByRole: true })
}

/** Id, day and outlet stay, so that what others point at is not mistaken for something else. */
async function forget(transaction: Transaction<Tables>, report: number): Promise<void> {
  for (const table of ["statements", "contacts", "actors"] as const) {
    await transaction.deleteFrom(table).where("report", "=", report).execute()
  }
  await countSpeakers(transaction, report)
  await transaction
    .updateTable("reports")
    .set({ text: null, title: null, url: null, item: null, section: null, record: "{}", hidden: 1 })
    .where("number", "=", report)
    .execute()
}

async function forgetPeople(transaction: Transaction<Tables>, people: ReadonlyMap<number, string>): Promise<void> {
  await tellRolesAnew(transaction)
  for (const [number, role] of people) await forgetName(transaction, number, { name: role })
  for (const number of await unseen(transaction))
    await forgetName(transaction, number, { name: "not shown", hidden: 1 })
  await transaction.updateTable("memberships").set({ evidence: "" }).execute() // a report's words, whoever is named in them
}

/** Who was taken down, and whom no report names that is shown. */
async function unseen(transaction: Transaction<Tables>): Promise<number[]> {
  const rows = await transaction
    .selectFrom("identities as i")
    .select("i.number")
    .where(({ eb, or, not, exists, selectFrom }) =>
      or([
        eb("i.hidden", "=", 1),
        not(
          exists(
            selectFrom("actors as a")
              .select("a.number")
              .where((actor) =>
                actor.or([
                  actor("a.identity", "=", actor.ref("i.number")),
                  // “Lind's office” is nobody while Lind is taken down.
                  actor.and([actor("a.linked", "=", actor.ref("i.number")), actor("a.identity", "is not", null)]),
                ]),
              ),
          ),
        ),
      ]),
    )
    .execute()
  return rows.map(({ number }) => number)
}

async function forgetName(
  transaction: Transaction<Tables>,
  number: number,
  { name, hidden }: { readonly name: string; readonly hidden?: 1 },
): Promise<void> {
  await transaction.deleteFrom("known_names").where("identity", "=", number).execute()
  await transaction
    .deleteFrom("memberships")
    .where((eb) => eb.or([eb("member", "=", number), eb("body", "=", number)]))
    .execute()
  await transaction
    .updateTable("identities")
    .set({ name, folded: fold(name), roles: "{}", wikidata: null, ...(hidden ? { hidden } : {}) })
    .where("number", "=", number)
    .execute()
}

/** Who did what, what was read before, what is followed, and marks that tell of texts which are not there. */
async function forgetDoings(transaction: Transaction<Tables>): Promise<void> {
  await transaction.updateTable("log").set({ undoes: null }).execute()
  for (const table of [
    "grounds",
    "offers",
    "log",
    "readings",
    "searches",
    "items",
    "feeds",
    "pages",
    "shingles",
  ] as const) {
    await transaction.deleteFrom(table).execute()
  }
}
