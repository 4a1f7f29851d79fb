import type { Record } from "../../record.js"
import type { Archive } from "../open.js"
import { currentRecords } from "./current.js"
import { handlingOf } from "./states.js"
import { TOLD } from "./told.js"

/** A record as it may be shown, and what people who were quoted say against its entries. */
export interface WithDisputes {
  readonly record: Record
  /** by entry id: their words, without those of people who were taken down */
  readonly disputes: ReadonlyMap<string, string>
}

/** The current records of all reports that may be shown, as `currentRecords` gives them, with what is disputed in them. */
export async function* recordsWithDisputes(archive: Archive): AsyncGenerator<WithDisputes> {
  const disputed = await reportsDisputed(archive)
  for await (const record of currentRecords(archive)) {
    const number = disputed.get(record.report.id)
    yield { record, disputes: number === undefined ? new Map() : await disputesOf(archive, number) }
  }
}

/** Numbers by ids: most reports have nothing that is disputed, and need not be asked for it. */
async function reportsDisputed({ db }: Archive): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom("log")
    .innerJoin("reports", "reports.id", "log.report")
    .select(["reports.id", "reports.number"])
    .distinct()
    .where("log.state", "=", "applied")
    .where((eb) =>
      eb.or([eb("deed", "=", "dispute"), eb.and([eb("deed", "=", TOLD), eb("detail", "like", '%"disputed":%')])]),
    )
    .execute()
  return new Map(rows.map(({ id, number }) => [id, number]))
}

async function disputesOf(archive: Archive, report: number): Promise<ReadonlyMap<string, string>> {
  const { states } = await handlingOf(archive, report)
  return new Map([...states].flatMap(([id, { disputed }]) => (disputed ? [[id, disputed.words]] : [])))
}
