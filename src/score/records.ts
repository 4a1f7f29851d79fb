import type { Record, Statement } from "../record.js"
import { coverOf } from "../text/cover.js"
import { overlaps, type Span, sliceOf } from "../text/span.js"
import { scoreContacts } from "./contacts.js"
import { type GoldReport, type GoldStatement, spansOf, thoughts } from "./gold.js"
import { bareContent, matchContents } from "./match.js"
import { type Outcome, outcomesOf } from "./outcomes.js"
import { countSpeakers, isRightSpeaker, type SpeakerCounts, scoreAddressees } from "./speakers.js"
import { add, emptyTally, type Row, rowsOf, type Tally } from "./tally.js"

/** What a line of the score counts; the words are those of score.py, which lacks the last four. */
export const recordRows = [
  "statements found",
  "  direct (recall)",
  "  indirect (recall)",
  "  mixed (recall)",
  "statement + speaker",
  "speakers joined",
  "kind",
  "thoughts and speech together",
  "addressees",
  "second-hand",
  "negated",
  "questions",
  "answers",
  "response",
  "via",
  "when",
  "contacts: who",
  "contacts: who, status",
  "contacts: who, status, mode",
  "contacts: when",
  "figures",
  "contacts: when, same pair",
  "found as direct",
  "found as indirect",
  "found as mixed",
] as const

export type Tallies = ReadonlyMap<string, Tally>

export interface RecordScore {
  readonly rows: readonly Row[]
  readonly speakers: SpeakerCounts
  readonly outcomes: readonly Outcome[]
}

/** Whole records: speakers, addressees, second-hand, contacts and all the rest. */
export function scoreRecords(gold: readonly GoldReport[], records: ReadonlyMap<string, Record>): RecordScore {
  const outcomes: Outcome[] = []
  const comparisons: Comparison[] = []
  const tallies = gold.map((report) => {
    const record = records.get(report.id)
    const counted: Tallies = new Map(recordRows.map((name) => [name, emptyTally()]))
    const comparison = compare(report, record)
    scoreStatements(comparison, counted)
    scoreAddressees(comparison, counted)
    scoreDetails(comparison, counted)
    scoreFigures(comparison, counted)
    const contacts = scoreContacts(report, record, counted)
    outcomes.push(...outcomesOf(comparison, contacts))
    comparisons.push(comparison)
    return counted
  })
  return { rows: rowsOf(recordRows, tallies), speakers: countSpeakers(comparisons), outcomes }
}

/** A report's right answer beside what was read, and which statements of the two belong together. */
export interface Comparison {
  readonly gold: GoldReport
  readonly actors: ReadonlyMap<string, Record["actors"][number]>
  readonly statements: readonly Statement[]
  /** index of the gold statement → the one read, and back */
  readonly readFor: ReadonlyMap<number, number>
  readonly goldFor: ReadonlyMap<number, number>
  /** gold statements that are speech, and those of them that were found as speech */
  readonly speech: readonly number[]
  readonly hits: readonly number[]
  /** statements read that count against precision */
  readonly claims: number
}

const isSaid = (statement: Statement): boolean => !thoughts.has(statement.act)

export function compare(gold: GoldReport, record: Record | undefined): Comparison {
  const statements = (record?.statements ?? []).filter((statement) => statement.content.some((s) => s.end > s.start))
  const actors = new Map((record?.actors ?? []).map((actor) => [actor.id, actor]))
  const pairs = matchContents(
    gold.statements.map(({ content }) => coverOf(bareContent(content, gold.text))),
    statements.map(({ content }) => coverOf(bareContent(content, gold.text))),
    (i, j) => {
      const [wanted, read] = [gold.statements[i]!, statements[j]!]
      return Number(touch(spansOf(wanted.cue), read.cue)) + Number(touch(spansOf(wanted.source), read.source))
    },
  )
  const readFor = new Map(pairs)
  const goldFor = new Map(pairs.map(([i, j]) => [j, i]))
  const speech = gold.statements.flatMap((statement, i) => (statement.speech ? i : []))
  const hits = speech.filter((i) => readFor.has(i) && isSaid(statements[readFor.get(i)!]!))
  // Thoughts that match nothing count against precision only once there are more of them than thoughts in the gold.
  const idle = statements.filter((statement, j) => !isSaid(statement) && !goldFor.has(j)).length
  const claims = statements.filter(isSaid).length + Math.max(0, idle - (gold.statements.length - speech.length))
  return { gold, actors, statements, readFor, goldFor, speech, hits, claims }
}

const touch = (a: readonly Span[], b: readonly Span[]): boolean => a.some((x) => b.some((y) => overlaps(x, y)))

function scoreStatements(comparison: Comparison, counted: Tallies): void {
  const { gold, statements, readFor, speech, hits, claims } = comparison
  add(counted.get("statements found")!, hits.length, claims, speech.length)
  add(counted.get("thoughts and speech together")!, readFor.size, statements.length, gold.statements.length)
  for (const kind of ["direct", "indirect", "mixed"] as const) {
    const isKind = (i: number) => gold.statements[i]!.kind === kind
    const found = hits.filter(isKind).length
    const there = speech.filter(isKind).length
    add(counted.get(`  ${kind} (recall)`)!, found, found, there)
    const right = hits.filter((i) => isKind(i) && statements[readFor.get(i)!]!.kind === kind).length
    const read = statements.filter((statement) => isSaid(statement) && statement.kind === kind).length
    add(counted.get(`found as ${kind}`)!, right, read, there)
  }
  const right = hits.filter((i) => isRightSpeaker(comparison, i)).length
  add(counted.get("statement + speaker")!, right, claims, speech.length)
  for (const i of hits) {
    add(counted.get("kind")!, statements[readFor.get(i)!]!.kind === gold.statements[i]!.kind, 1, 1)
  }
  const joinedGold = pairsBy(hits, (i) => gold.statements[i]!.speaker ?? "")
  const joinedRead = pairsBy(hits, (i) => [...statements[readFor.get(i)!]!.speakers].sort().join(" "))
  add(counted.get("speakers joined")!, inBoth(joinedGold, joinedRead), joinedRead.size, joinedGold.size)
}

function scoreDetails(comparison: Comparison, counted: Tallies): void {
  const { gold, statements, readFor, goldFor, speech } = comparison
  const goldIndex = new Map(gold.statements.map((statement, i) => [statement.id, i]))
  const readIndex = new Map(statements.map((statement, j) => [statement.id, j]))
  const outerOf = (statement: Statement | GoldStatement, index: ReadonlyMap<string, number>) =>
    statement.within == null ? undefined : index.get(statement.within)

  const toldGold = new Set<string>()
  gold.statements.forEach((statement, i) => {
    const outer = outerOf(statement, goldIndex)
    if (outer !== undefined) toldGold.add(`${i} ${outer}`)
  })
  const toldRead = statements.flatMap((statement, j) => {
    const outer = outerOf(statement, readIndex)
    return outer === undefined ? [] : `${goldFor.get(j)} ${goldFor.get(outer)}`
  })
  add(counted.get("second-hand")!, inBoth(toldGold, new Set(toldRead)), toldRead.length, toldGold.size)

  // A statement that was not found counts as missed here too.
  for (const i of speech) {
    const wanted = gold.statements[i]!
    const read = statements[readFor.get(i) ?? -1]
    const isNegated = read?.polarity === "negated"
    const isQuestion = read?.act === "ask"
    add(counted.get("negated")!, wanted.negated && isNegated, isNegated, wanted.negated)
    add(counted.get("questions")!, wanted.question && isQuestion, isQuestion, wanted.question)
    for (const part of ["via", "when"] as const) {
      const given = read?.setting[part]
      const isRight = !!given && touch(spansOf(wanted[part]), [given])
      add(counted.get(part)!, isRight, !!given, !!wanted[part])
    }
  }
  gold.statements.forEach((wanted, i) => {
    const question = wanted.answers == null ? undefined : goldIndex.get(wanted.answers)
    if (question === undefined) return
    const read = statements[readFor.get(i) ?? -1]
    const answered = readIndex.get(read?.answers ?? "")
    const isRight = answered !== undefined && goldFor.get(answered) === question
    add(counted.get("answers")!, isRight, 0, 1)
    add(counted.get("response")!, isRight && read?.response === wanted.response, 0, 1)
  })
  const replies = statements.filter((statement) => statement.answers).length
  add(counted.get("answers")!, 0, replies, 0)
  add(counted.get("response")!, 0, replies, 0)
}

function scoreFigures({ gold, statements, goldFor }: Comparison, counted: Tallies): void {
  const wanted = gold.statements.flatMap((statement, i) => statement.figures.map((figure) => `${i} ${figure}`))
  const read = statements.flatMap((statement, j) =>
    statement.figures.map((figure) => `${goldFor.get(j)} ${sliceOf(gold.text, figure.text)}`),
  )
  const free = [...wanted]
  const right = read.filter((figure) => {
    const at = free.indexOf(figure)
    return at >= 0 && free.splice(at, 1)
  })
  add(counted.get("figures")!, right.length, read.length, wanted.length)
}

/** Pairs of entries that have one key in common; an empty key joins nothing. */
function pairsBy(entries: readonly number[], keyOf: (entry: number) => string): Set<string> {
  const pairs = new Set<string>()
  entries.forEach((a, n) => {
    for (const b of entries.slice(n + 1)) if (keyOf(a) && keyOf(a) === keyOf(b)) pairs.add(`${a} ${b}`)
  })
  return pairs
}

const inBoth = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => [...a].filter((entry) => b.has(entry)).length
