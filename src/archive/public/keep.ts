import type { Transaction } from "kysely"
import type { Record } from "../../record.js"
import { inBatches } from "../batches.js"
import { fold } from "../fold.js"
import { updateWords } from "../rows.js"
import { countSpeakers } from "../speakers.js"
import type { Tables } from "../tables.js"

/** Writes what a report says for everybody into its rows; `people` are the ids of its private people. */
export async function keep(
  transaction: Transaction<Tables>,
  number: number,
  record: Record,
  people: ReadonlySet<string>,
): Promise<void> {
  const { text, provenance: _provenance, ...report } = record.report // where a file lay is nobody's business
  await transaction
    .updateTable("reports")
    .set({
      text,
      title: report.title ?? null,
      section: report.section ?? null,
      record: JSON.stringify({ ...record, report }),
    })
    .where("number", "=", number)
    .execute()
  await nameActors(transaction, number, record, people)
  const hidden = await hiddenStatements(transaction, number)
  await updateWords(transaction, number, record)
  await forgetTellers(transaction, number, hidden)
  await countSpeakers(transaction, number)
}

async function nameActors(
  transaction: Transaction<Tables>,
  report: number,
  { actors }: Record,
  people: ReadonlySet<string>,
): Promise<void> {
  const rows = await transaction
    .selectFrom("actors")
    .select(["id", "number", "name"])
    .where("report", "=", report)
    .execute()
  const before = new Map(rows.map((row) => [row.id, row]))
  for (const { id, name, roles } of actors) {
    const was = before.get(id)!
    await transaction
      .updateTable("actors")
      .set({ name, folded: fold(name), roles: JSON.stringify(roles) })
      .where("number", "=", was.number)
      .execute()
    if (name !== was.name && !people.has(id)) await makeNobody(transaction, was.number)
  }
}

/** “Petra Quill's lawyer” would be listed by her name. */
async function makeNobody(transaction: Transaction<Tables>, actor: number): Promise<void> {
  await transaction.updateTable("actors").set({ identity: null, linked: null }).where("number", "=", actor).execute()
  for (const table of ["statement_actors", "contact_actors"] as const) {
    await transaction.updateTable(table).set({ identity: null }).where("actor", "=", actor).execute()
  }
}

const hiddenStatements = async (transaction: Transaction<Tables>, report: number): Promise<ReadonlySet<string>> => {
  const rows = await transaction
    .selectFrom("statements")
    .select("id")
    .where("report", "=", report)
    .where("standing", "=", "hidden")
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** What points to a statement of somebody who was taken down goes on to do so, as nobody else tells of it; to none that was withdrawn. */
async function forgetTellers(
  transaction: Transaction<Tables>,
  report: number,
  hidden: ReadonlySet<string>,
): Promise<void> {
  const statements = transaction.selectFrom("statements").where("report", "=", report)
  const rows = await statements.select(["number", "id", "within"]).execute()
  const ids = new Set([...hidden, ...rows.map(({ id }) => id)])
  const lost = rows.filter(({ within }) => within !== null && !ids.has(within)).map(({ number }) => number)
  for (const some of inBatches(lost))
    await transaction.updateTable("statements").set({ within: null }).where("number", "in", some).execute()
}

/** What identities are, as the reports say it for everybody: “Petra Quill's husband” has her name. */
export async function tellRolesAnew(transaction: Transaction<Tables>): Promise<void> {
  for (const table of ["offices", "tenures"] as const) await transaction.deleteFrom(table).execute()
  await transaction.updateTable("identities").set({ roles: "{}" }).execute()
  const rows = await transaction.selectFrom("actors").select(["linked", "roles"]).where("roles", "!=", "[]").execute()
  const told = new Map<number, { [role: string]: number }>()
  for (const { linked, roles } of rows) {
    if (linked === null) continue
    const counts = told.get(linked) ?? {}
    for (const role of JSON.parse(roles) as string[]) counts[role] = (counts[role] ?? 0) + 1
    told.set(linked, counts)
  }
  for (const [number, roles] of told) {
    await transaction
      .updateTable("identities")
      .set({ roles: JSON.stringify(roles) })
      .where("number", "=", number)
      .execute()
  }
}
