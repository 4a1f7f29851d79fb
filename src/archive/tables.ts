import type { Generated, Selectable } from "kysely"
import type { Actor, Contact, Statement } from "../record.js"

// Times are ISO 8601 in UTC; days are YYYY-MM-DD; JSON is text. `number` is a row's own number, `report` that of its report.

export interface ReportTable {
  number: Generated<number>
  id: string
  /** the beginning of its id by which it is called, eight letters or as many as tell it from those before */
  name: string
  text_hash: string
  /** null once erased */
  text: string | null
  title: string | null
  url: string | null
  /** what its agency or feed calls it, where no other report is called so */
  item: string | null
  publisher: string | null
  /** publisher, else the host of the URL, else "" */
  outlet: string
  section: string | null
  language: string
  published: string | null
  day: string | null
  /** its own or, once its newest version was called back, that one's */
  status: "usable" | "withheld" | "cancelled"
  /** the record as the machine read it, as JSON without report.text */
  record: string
  reader_version: string
  model: string
  added: string
  /** the earliest report with these words, where this one is a copy; `likeness` 1 means letter for letter */
  copy_of: number | null
  likeness: number | null
  /** the newer version at the same URL */
  succeeded_by: number | null
  /** taken down by a person */
  hidden: 0 | 1
}

export interface ActorTable {
  number: Generated<number>
  report: number
  id: string
  name: string
  kind: Actor["kind"]
  roles: string
  /** the name in small letters without accents */
  folded: string
  /** who the actor is: `linked`, and what people decided about it */
  identity: number | null
  /** who the archive itself takes the actor for, before merges by hand */
  linked: number | null
  /** its report's */
  day: string | null
}

/** By which names an identity goes, a row for each word of each name. */
export interface KnownNameTable {
  identity: number
  /** as compared: “jose pena” */
  name: string
  /** as compared loosely: spellings of one word share it */
  word: string
  /** the only report in which the name means this identity: “Ruiz” alone means nobody elsewhere */
  report: number | null
}

/** What a report says that somebody is: a row for each role. */
export interface OfficeTable {
  identity: number
  report: number
  role: string
  /** the office's words in alphabetical order, where the role is one: “minister prime” */
  title: string | null
  /** its country */
  scope: string | null
  former: 0 | 1
  /** walk of life: “state”, “sport”, … */
  field: string | null
  day: string | null
}

/** The offices of all reports together: a row for each role of somebody, and each country of it. */
export interface TenureTable {
  identity: number
  role: string
  title: string | null
  /** "" where the role has none */
  scope: string
  former: 0 | 1
  field: string | null
  /** how many reports give it */
  reports: number
  first_day: string | null
  last_day: string | null
}

/**
 * How often somebody is quoted, in statements that answer questions and stand in no copy. A person is "#12", an identity,
 * or "=a spokesman", all who are called so and are none.
 */
interface Counted {
  statements: number
  /** at remove 1 */
  first_hand: number
}

export interface SpeakerTable extends Counted {
  person: string
  identity: number | null
  /** of who is no identity */
  name: string | null
  kind: Actor["kind"]
}

export interface SpeakerOutletTable extends Counted {
  person: string
  outlet: string
}

export interface SpeakerReportTable extends Counted {
  /** "" where the report has none */
  day: string
  report: number
  person: string
  outlet: string
}

/** Whether a row answers questions, and if not why not. */
export type Standing = "current" | "stale" | "withdrawn" | "hidden"

export interface StatementTable {
  number: Generated<number>
  report: number
  id: string
  start: number
  kind: Statement["kind"]
  act: Statement["act"]
  polarity: Statement["polarity"]
  remove: number
  within: string | null
  answers: string | null
  response: "answer" | "deflection" | "refusal" | null
  /** the pieces of each part joined by " … " */
  content: string
  cue: string
  source: string
  via: string | null
  place: string | null
  when_text: string | null
  when_from: string | null
  when_to: string | null
  confidence: number
  speaker_confidence: number
  day: string | null
  outlet: string
  standing: Standing
  /** who put it there */
  origin: "machine" | "person"
  disputed: 0 | 1
  /** the same for all that tell of these words being said: the number that the first of them had; null for one alone */
  utterance: number | null
}

export type Part = "speaker" | "addressee" | "about" | "candidate"

export interface StatementActorTable {
  statement: number
  actor: number
  identity: number | null
  part: Part
  day: string | null
}

export interface ContactTable {
  number: Generated<number>
  report: number
  id: string
  start: number
  mode: Contact["mode"]
  status: Contact["status"]
  evidence: string
  when_text: string | null
  when_from: string | null
  when_to: string | null
  surely_from: string | null
  surely_to: string | null
  place: string | null
  within: string | null
  confidence: number
  day: string | null
  outlet: string
  standing: Standing
  origin: "machine" | "person"
  disputed: 0 | 1
}

export interface ContactActorTable {
  contact: number
  actor: number
  identity: number | null
}

export interface IdentityTable {
  number: Generated<number>
  name: string
  kind: Actor["kind"]
  folded: string
  /** JSON: role → how many reports give it */
  roles: string
  wikidata: string | null
  /** 1 a private person, 0 a public one by a person's decision; null: as the roles say */
  private: 0 | 1 | null
  /** the identity that this one was merged into by hand */
  merged_into: number | null
  /** taken down by a person */
  hidden: Generated<0 | 1>
}

/** Who speaks for which body, and from when to when. */
export interface MembershipTable {
  number: Generated<number>
  member: number
  body: number
  from_day: string | null
  to_day: string | null
  basis: "proposed" | "confirmed" | "denied" | "list"
  /** what it was proposed from, in words */
  evidence: string
}

/** What a membership is proposed from: a report's own words. */
export interface GroundTable {
  report: number
  member: number
  body: number
  words: string
  day: string | null
}

/** An actor that may be an identity, but not surely: offered to a person. */
export interface OfferTable {
  actor: number
  identity: number
  reason: string
  score: number
}

export interface LogTable {
  number: Generated<number>
  at: string
  by: string
  reason: string
  /** what was done: "correct", "withdraw", "add", "merge", "hide", …; "status" by a publisher */
  deed: string
  /** id of the report, and of the entry in it, where the deed is about one */
  report: string | null
  entry: string | null
  /** JSON: all that is needed to do it again on the machine's record */
  detail: string
  /** JSON: what stood there before */
  before: string | null
  undoes: number | null
  /** "orphaned": what it corrected is not in the newest reading any more */
  state: "applied" | "undone" | "orphaned"
}

/** What the machine read in a report before it was read again. */
export interface ReadingTable {
  report: number
  /** as in reports */
  record: string
  reader_version: string
  model: string
  /** when a newer reading took its place */
  replaced: string
}

/** Runs of words of a quotation, by which others of the same utterance are found. */
export interface FingerprintTable {
  hash: number
  statement: number
}

export interface ShingleTable {
  band: number
  hash: number
  report: number
}

export interface FeedTable {
  url: string
  /** JSON: what the scheduler needs over restarts */
  state: string
  next_visit: string | null
  added: string
}

export interface ItemTable {
  feed: string
  item: string
  hash: string
  report: number | null
}

export interface PageTable {
  url: string
  etag: string | null
  last_modified: string | null
  retrieved: string
}

export interface SearchTable {
  name: string
  /** JSON: the question */
  question: string
  made: string
  by: string
}

export interface Tables {
  reports: ReportTable
  actors: ActorTable
  statements: StatementTable
  statement_actors: StatementActorTable
  contacts: ContactTable
  contact_actors: ContactActorTable
  identities: IdentityTable
  known_names: KnownNameTable
  offices: OfficeTable
  tenures: TenureTable
  speakers: SpeakerTable
  speaker_outlets: SpeakerOutletTable
  speaker_reports: SpeakerReportTable
  memberships: MembershipTable
  grounds: GroundTable
  offers: OfferTable
  log: LogTable
  readings: ReadingTable
  shingles: ShingleTable
  fingerprints: FingerprintTable
  feeds: FeedTable
  items: ItemTable
  pages: PageTable
  searches: SearchTable
}

export type ReportRow = Selectable<ReportTable>
export type LogRow = Selectable<LogTable>
