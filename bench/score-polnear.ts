import type { Record } from "../src/record.js"
import { bareContent, matchContents } from "../src/score/match.js"
import { type Outcome, placeOf, shorten } from "../src/score/outcomes.js"
import { add, emptyTally, type Row, rowsOf, type Tally } from "../src/score/tally.js"
import { common, coverOf, sizeOf } from "../src/text/cover.js"
import { byPlace, type Span, sliceOf } from "../src/text/span.js"

/** A line of `polnear/*.jsonl.gz`: the attributions as each annotator saw them, offsets in code points. */
export interface PolnearReport {
  readonly id: string
  readonly text: string
  readonly annotations: { readonly [annotator: string]: readonly PolnearAttribution[] }
}

type PolnearAttribution = { readonly [role in Role]: readonly (readonly [number, number])[] }
type Attribution = { readonly [role in Role]: readonly Span[] }
type Role = (typeof roles)[number]

const roles = ["content", "source", "cue"] as const
const kinds = ["direct", "mixed", "indirect"] as const

/** What a line of the score counts; the words are those of score.py. */
export const polnearRows = [
  "content exact",
  "content proportional",
  "source exact",
  "source proportional",
  "cue exact",
  "cue proportional",
  "found: content IoU >= .5",
  "found, source overlaps",
  "  direct",
  "  mixed",
  "  indirect",
] as const

/** Source, cue and content of the outermost attributions. */
export function scorePolnear(
  reports: readonly PolnearReport[],
  records: ReadonlyMap<string, Record>,
): { readonly rows: readonly Row[]; readonly outcomes: readonly Outcome[] } {
  const outcomes: Outcome[] = []
  const tallies = reports.map((report) => {
    const counted: ReadonlyMap<string, Tally> = new Map(polnearRows.map((name) => [name, emptyTally()]))
    const gold = goldOf(report)
    const read = readIn(report, records.get(report.id))
    for (const role of roles) {
      scoreExact(gold, read, role, counted.get(`${role} exact`)!)
      scoreShares(gold, read, role, counted.get(`${role} proportional`)!)
    }
    const found = scoreFound(report.text, gold, read, counted)
    gold.forEach(({ content }, i) => {
      const words = `{q:${shorten(content, report)}}`
      outcomes.push({ report: report.id, key: `q${placeOf(content)}.${i}`, found: found.has(i), words })
    })
    return counted
  })
  return { rows: rowsOf(polnearRows, tallies), outcomes }
}

function goldOf({ text, annotations }: PolnearReport): Attribution[] {
  const offset = utf16Offsets(text)
  const spans = (pairs: readonly (readonly [number, number])[]): Span[] =>
    pairs.flatMap(([start, end]) => (end > start ? { start: offset[start]!, end: offset[end]! } : []))
  const [first = []] = Object.values(annotations)
  return first.map(({ source, cue, content }) => ({
    source: spans(source),
    cue: spans(cue),
    content: bareContent(spans(content).sort(byPlace), text),
  }))
}

function readIn({ text }: PolnearReport, record: Record | undefined): Attribution[] {
  const outermost = (record?.statements ?? []).filter((statement) => !statement.within)
  return outermost.map(({ source, cue, content }) => ({
    source: source.filter(isFilled),
    cue: cue.filter(isFilled),
    content: bareContent(content.filter(isFilled).sort(byPlace), text),
  }))
}

const isFilled = (span: Span): boolean => span.end > span.start

/** Code-point offset → UTF-16 offset. */
function utf16Offsets(text: string): number[] {
  const offsets: number[] = []
  let at = 0
  for (const character of text) {
    offsets.push(at)
    at += character.length
  }
  return [...offsets, at]
}

function scoreExact(gold: readonly Attribution[], read: readonly Attribution[], role: Role, tally: Tally): void {
  const places = (attributions: readonly Attribution[]): Set<string> =>
    new Set(attributions.flatMap((entry) => (entry[role].length ? keyOf([...entry[role]].sort(byPlace)) : [])))
  const wanted = places(gold)
  const given = places(read)
  add(tally, [...wanted].filter((place) => given.has(place)).length, given.size, wanted.size)
}

/** How much of each span is covered by any span of the other side. */
function scoreShares(gold: readonly Attribution[], read: readonly Attribution[], role: Role, tally: Tally): void {
  const spansOf = (attributions: readonly Attribution[]): Span[] =>
    [...new Map(attributions.map((entry) => [keyOf(entry[role]), entry[role]])).values()].flat()
  const wanted = spansOf(gold)
  const given = spansOf(read)
  const shareIn = (spans: readonly Span[], others: readonly Span[]): number => {
    const cover = coverOf(others)
    return spans.reduce((share, span) => share + common([span], cover) / (span.end - span.start), 0)
  }
  tally.rightGold += shareIn(wanted, given)
  tally.rightClaimed += shareIn(given, wanted)
  tally.gold += wanted.length
  tally.claimed += given.length
}

const keyOf = (spans: readonly Span[]): string => spans.map(({ start, end }) => `${start}-${end}`).join(" ")

function scoreFound(
  text: string,
  gold: readonly Attribution[],
  read: readonly Attribution[],
  counted: ReadonlyMap<string, Tally>,
): Set<number> {
  const contentsOf = (attributions: readonly Attribution[]) => attributions.map(({ content }) => coverOf(content))
  const pairs = matchContents(contentsOf(gold), contentsOf(read))
  add(counted.get("found: content IoU >= .5")!, pairs.length, read.length, gold.length)
  const fitting = pairs.filter(([i, j]) => {
    const [wanted, given] = [coverOf(gold[i]!.source), coverOf(read[j]!.source)]
    return (!sizeOf(wanted) && !sizeOf(given)) || common(wanted, given) > 0
  })
  add(counted.get("found, source overlaps")!, fitting.length, read.length, gold.length)
  const goldKinds = gold.map(({ content }) => kindOf(content, text))
  const readKinds = read.map(({ content }) => kindOf(content, text))
  for (const kind of kinds) {
    const right = pairs.filter(([i]) => goldKinds[i] === kind).length
    const isKind = (other: string) => other === kind
    add(counted.get(`  ${kind}`)!, right, readKinds.filter(isKind).length, goldKinds.filter(isKind).length)
  }
  return new Set(pairs.map(([i]) => i))
}

function kindOf(content: readonly Span[], text: string): (typeof kinds)[number] {
  const words = content.map((span) => sliceOf(text, span)).join(" ")
  const marks = words.match(/[“”"]/g)?.length ?? 0
  if (/^[“"]/.test(words) && /[”"][,.]?\n?$/.test(words) && marks <= 2 * content.length) return "direct"
  return marks ? "mixed" : "indirect"
}
