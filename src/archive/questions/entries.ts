import type { Actor, Statement } from "../../record.js"
import type { Span } from "../../text/span.js"
import { asShown, linkIn } from "../as-shown.js"
import { type Dispute, disputesOf } from "../corrections/disputes.js"
import { entryName } from "../entry-names.js"
import type { Archive } from "../open.js"
import type { Part, Standing } from "../tables.js"
import { toldByTakenDown } from "../tellers.js"

/** Where an entry stands, and how far it can be trusted. */
export interface Entry {
  /** "4fe09a21#s3" */
  readonly id: string
  readonly outlet: string
  /** day of publication */
  readonly date?: string
  readonly title?: string
  readonly url?: string
  /** the address, opened at the words */
  readonly link?: string
  /** id of the report that this one is a copy of */
  readonly copyOf?: string
  readonly standing: Standing
  readonly origin: "machine" | "person"
  readonly disputed: boolean
  /** what the person quoted says against it */
  readonly dispute?: Dispute
}

export interface Named {
  readonly name: string
  readonly kind: Actor["kind"]
  readonly identity?: number
}

export interface Time {
  readonly words: string
  readonly from?: string
  readonly to?: string
}

export interface StatementEntry extends Entry {
  readonly speakers: readonly Named[]
  /** who it may have been, where nobody is sure enough */
  readonly candidates: readonly Named[]
  readonly addressees: readonly Named[]
  readonly about: readonly Named[]
  /** the words that name the speaker there */
  readonly source: string
  readonly cue: string
  readonly content: string
  readonly kind: Statement["kind"]
  readonly act: Statement["act"]
  readonly polarity: Statement["polarity"]
  readonly remove: number
  readonly via?: string
  readonly when?: Time
  readonly where?: string
  readonly within?: string
  /** who tells of it in the report, where that is another one and somebody is sure who */
  readonly toldBy?: readonly Named[]
  /** who tells of it there, or who tells of that, was taken down */
  readonly tellerTakenDown?: true
  readonly answers?: string
  readonly response?: "answer" | "deflection" | "refusal"
  readonly confidence: Statement["confidence"]
  /** how many other reports tell of the same utterance; missing where none does */
  readonly alsoIn?: number
}

/** The statements with these numbers, in the order of the numbers. */
export async function statementEntries(archive: Archive, numbers: readonly number[]): Promise<StatementEntry[]> {
  if (numbers.length === 0) return []
  const found = await archive.db
    .selectFrom("statements as s")
    .innerJoin("reports as r", "r.number", "s.report")
    .leftJoin("reports as original", "original.number", "r.copy_of")
    .leftJoin("statements as outer", (join) =>
      join.onRef("outer.report", "=", "s.report").onRef("outer.id", "=", "s.within"),
    )
    .selectAll("s")
    .select(["outer.number as teller", "outer.standing as tellerStanding"])
    .select(["r.name as reportName", "r.title", "r.url", "r.text", "original.id as copyOf"])
    .where("s.number", "in", numbers)
    .execute()
  const rows = await asShown(archive, found, ({ report }) => report)
  const tellers = rows.flatMap((row) => tellerOf(row) ?? [])
  const disputes = await disputesOf(
    archive,
    "statements",
    rows.flatMap(({ number, disputed }) => (disputed === 1 ? number : [])),
  )
  const parts = await partsOf(archive, [...new Set([...numbers, ...tellers])])
  const taken = await toldByTakenDown(
    archive.db,
    rows.flatMap(({ report, within }) => (within === null ? [] : [report])),
  )
  const reports = await reportsByUtterance(
    archive,
    rows.flatMap(({ utterance }) => utterance ?? []),
  )
  const entries = new Map<number, StatementEntry>()
  for (const row of rows) {
    const { number, reportName, content, utterance } = row
    const teller = tellerOf(row)
    const others = [...(reports.get(utterance ?? -1) ?? [])].filter((report) => report !== row.report)
    const named = (part: Part): Named[] => parts.get(number)?.get(part) ?? []
    const toldBy = teller === null ? [] : (parts.get(teller)?.get("speaker") ?? [])
    entries.set(number, {
      ...entryOf(row, content.split(" … ")[0]!.length),
      speakers: named("speaker"),
      candidates: named("candidate"),
      addressees: named("addressee"),
      about: named("about"),
      source: row.source,
      cue: row.cue,
      content,
      kind: row.kind,
      act: row.act,
      polarity: row.polarity,
      remove: row.remove,
      ...given("via", row.via),
      ...given("when", timeOf(row)),
      ...given("where", row.place),
      ...given("within", teller !== null && row.within ? entryName(reportName, row.within) : null),
      ...(row.remove > 1 && toldBy.length > 0 ? { toldBy } : {}),
      ...given("tellerTakenDown", taken.get(row.report)?.has(row.id) || null),
      ...given("answers", row.answers && entryName(reportName, row.answers)),
      ...given("response", row.response),
      disputed: row.disputed === 1,
      ...given("dispute", disputes.get(number) ?? null),
      confidence: { statement: row.confidence, speaker: row.speaker_confidence },
      ...given("alsoIn", others.length || null),
    })
  }
  return numbers.flatMap((number) => entries.get(number) ?? [])
}

/** The number of the statement that tells of one; null where who says it was taken down. */
const tellerOf = ({ teller, tellerStanding }: Told): number | null => (tellerStanding === "hidden" ? null : teller)

interface Told {
  readonly teller: number | null
  readonly tellerStanding: Standing | null
}

interface Placed {
  readonly reportName: string
  readonly id: string
  readonly start: number
  readonly outlet: string
  readonly day: string | null
  readonly title: string | null
  readonly url: string | null
  readonly text: string | null
  readonly copyOf: string | null
  readonly standing: Standing
  readonly origin: "machine" | "person"
}

/** What statements and contacts have in common; `length` is that of the words that a link opens. */
export function entryOf(row: Placed, length: number): Omit<Entry, "disputed" | "dispute"> {
  const words: Span = { start: row.start, end: row.start + length }
  return {
    id: entryName(row.reportName, row.id),
    outlet: row.outlet,
    ...given("date", row.day),
    ...given("title", row.title),
    ...given("url", row.url),
    ...given("link", linkIn(row, words)),
    ...given("copyOf", row.copyOf),
    standing: row.standing,
    origin: row.origin,
  }
}

interface Timed {
  readonly when_text: string | null
  readonly when_from: string | null
  readonly when_to: string | null
}

export function timeOf({ when_text, when_from, when_to }: Timed): Time | null {
  if (when_text === null) return null
  return { words: when_text, ...given("from", when_from), ...given("to", when_to) }
}

/** A field where there is something to say, none where there is not. */
export function given<Key extends string, Value>(key: Key, value: Value | null | ""): { readonly [K in Key]?: Value } {
  return value === null || value === "" ? {} : ({ [key]: value } as { readonly [K in Key]: Value })
}

/** The reports that answer questions and tell of each utterance. */
async function reportsByUtterance(
  { db }: Archive,
  utterances: readonly number[],
): Promise<ReadonlyMap<number, ReadonlySet<number>>> {
  if (utterances.length === 0) return new Map()
  const rows = await db
    .selectFrom("statements")
    .select(["utterance", "report"])
    .distinct()
    .where("utterance", "in", [...new Set(utterances)])
    .where("standing", "=", "current")
    .execute()
  const reports = new Map<number, Set<number>>()
  for (const { utterance, report } of rows) {
    const known = reports.get(utterance!)
    if (known) known.add(report)
    else reports.set(utterance!, new Set([report]))
  }
  return reports
}

async function partsOf({ db }: Archive, numbers: readonly number[]): Promise<Map<number, Map<Part, Named[]>>> {
  const rows = await db
    .selectFrom("statement_actors as p")
    .innerJoin("actors as a", "a.number", "p.actor")
    .leftJoin("identities as i", "i.number", "p.identity")
    .select(["p.statement", "p.part", "p.identity", "a.name", "a.kind", "i.name as shown"])
    .where("p.statement", "in", numbers)
    .orderBy("p.actor") // as the report names them
    .execute()
  const parts = new Map<number, Map<Part, Named[]>>()
  for (const { statement, part, identity, name, kind, shown } of rows) {
    const ofStatement = parts.get(statement) ?? new Map<Part, Named[]>()
    parts.set(statement, ofStatement)
    ofStatement.set(part, [
      ...(ofStatement.get(part) ?? []),
      { name: shown ?? name, kind, ...given("identity", identity) },
    ])
  }
  return parts
}
