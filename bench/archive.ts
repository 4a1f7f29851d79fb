import { mkdtempSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { addRecords } from "../src/archive/add.js"
import { entryName, reportNames } from "../src/archive/entry-names.js"
import { type Archive, openArchive } from "../src/archive/open.js"
import { about, asked, check, contacts, said, searchStatements, show, who } from "../src/archive/questions/index.js"
import { countArchive } from "../src/archive/reports.js"
import type { Record } from "../src/record.js"
import { fixed } from "../src/score/tally.js"
import { sliceOf } from "../src/text/span.js"
import { chance, generatedRecords, personOf, STATEMENTS } from "./generated.js"

const ASKS = 20

/** So many reports are confirmed together, as `onrecord add` does where they come fast. */
const TOGETHER = 20

/**
 * How fast an archive on disk takes reports, answers questions, and grows; each line as soon as it is known. In a `file`
 * the archive is kept, and what an earlier run added to it is not added again.
 */
export async function* archiveLines(statements: number, file?: string): AsyncGenerator<string> {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-bench-"))
  try {
    const path = file ?? join(folder, "bench.db")
    const archive = await openArchive(path)
    const count = Math.ceil(statements / STATEMENTS)
    const { times, kept } = await addMany(archive, count)
    yield times.length > 0 ? addingText(times) : "adding: nothing, all were there"
    yield memoryText("adding")
    yield* questionLines(archive, kept)
    yield memoryText("the questions")
    await archive.close()
    const { size } = statSync(path)
    yield `size: ${fixed(size / 2 ** 20, 1)} MiB, ${fixed(size / count, 0)} bytes a report`
  } finally {
    rmSync(folder, { recursive: true })
  }
}

interface Filled {
  /** of each group of reports */
  readonly times: readonly Time[]
  /** some of them, to ask about */
  readonly kept: readonly Record[]
}

interface Time {
  readonly reports: number
  readonly seconds: number
  /** seconds of the processor */
  readonly processor: number
}

async function addMany(archive: Archive, count: number): Promise<Filled> {
  const { reports: before } = await countArchive(archive)
  const times: Time[] = []
  const kept: Record[] = []
  const records = generatedRecords(1)
  let group: Record[] = []
  for (let n = 0; n < count; n++) {
    const record = records.next().value as Record
    if (n % Math.ceil(count / ASKS) === 0) kept.push(record)
    if (n >= before) group.push(record)
    if (group.length < TOGETHER && n < count - 1) continue
    if (group.length === 0) continue
    const [start, used] = [performance.now(), process.cpuUsage()]
    await addRecords(archive, group)
    const { user, system } = process.cpuUsage(used)
    const seconds = (performance.now() - start) / 1000
    times.push({ reports: group.length, seconds, processor: (user + system) / 1e6 })
    group = []
  }
  return { times, kept }
}

/** Whether it slows down as the archive grows shows in the last tenth. */
function addingText(times: readonly Time[]): string {
  const count = (some: readonly Time[]) => some.reduce((sum, { reports }) => sum + reports, 0)
  const rate = (some: readonly Time[]) => fixed(count(some) / some.reduce((sum, { seconds }) => sum + seconds, 0), 1)
  const last = times.slice(-Math.ceil(times.length / 10))
  const each = (times.reduce((sum, { processor }) => sum + processor, 0) / count(times)) * 1000
  return (
    `adding ${count(times)} reports: ${rate(times)} reports/s, the last ${count(last)} of them ${rate(last)}; ` +
    `${fixed(each, 1)} ms of the processor a report`
  )
}

const memoryText = (after: string): string =>
  `peak memory after ${after}: ${fixed(process.resourceUsage().maxRSS / 1024, 0)} MiB`

interface Ask {
  readonly words: string
  readonly ask: () => Promise<unknown>
}

/** Each question is asked about twenty things: half of them those with the most entries, half taken as they come. */
async function* questionLines(archive: Archive, kept: readonly Record[]): AsyncGenerator<string> {
  const random = chance(2)
  const names = Array.from({ length: ASKS }, (_, n) =>
    n < ASKS / 2 ? personOf(n).name : kept[n % kept.length]!.actors[Math.floor(random() * 5)]!.name,
  )
  const quotations = kept.map((record) => sliceOf(record.report.text, record.statements[n(record)]!.content[0]!))
  const altered = (words: string) => words.replace(/(\S+ \S+ )\S+/, "$1never")
  const nameOf = await reportNames(
    archive,
    kept.map(({ report }) => report.id),
  )
  const pairs = kept.map(({ actors }) => [actors[0]!.name, actors[1]!.name] as const)
  const questions: { readonly [name: string]: readonly Ask[] } = {
    said: names.map((name) => ({ words: name, ask: () => said(archive, { who: name }) })),
    about: names.map((name) => ({ words: name, ask: () => about(archive, { who: name }) })),
    contacts: [
      ...names.slice(0, ASKS / 2).map((name) => ({ words: name, ask: () => contacts(archive, { who: name }) })),
      ...pairs.slice(0, ASKS / 2).map(([name, other]) => ({
        words: `${name} and ${other}`,
        ask: () => contacts(archive, { who: name, other }),
      })),
    ],
    asked: names.map((name) => ({ words: name, ask: () => asked(archive, { who: name }) })),
    search: quotations.map((words, n) => {
      const [one, two, three] = words
        .replace(/[“”]/g, "")
        .split(" ")
        .slice(n % 8)
      const sought = [`${one}`, `${one} ${three}`, `"${one} ${two} ${three}"`, `${two!.slice(0, 3)}*`][n % 4]!
      return { words: sought, ask: () => searchStatements(archive, { words: sought }) }
    }),
    check: quotations.map((words, n) => {
      const asked = n % 2 === 0 ? words : altered(words)
      return { words: asked, ask: () => check(archive, { words: asked }) }
    }),
    who: kept.map(({ report }, n) => {
      const narrowed = [{}, { outlet: report.publisher! }, { since: report.published! }][n % 3]!
      return { words: JSON.stringify(narrowed), ask: () => who(archive, narrowed) }
    }),
    show: kept.map((record) => {
      const name = entryName(nameOf(record.report.id), record.statements[n(record)]!.id)
      return { words: name, ask: () => show(archive, name) }
    }),
  }
  for (const [name, asks] of Object.entries(questions)) yield `${name.padEnd(8)}  ${await timedText(asks)}`

  function n({ statements }: Record): number {
    return Math.floor((statements.length * statements[0]!.content[0]!.end) % statements.length)
  }
}

/** `median 3.1 ms, at most 12.0 ms (Mara Lind); processor 2.9 and 11.0 ms`: what it takes where nothing else runs */
async function timedText(asks: readonly Ask[]): Promise<string> {
  const times: { readonly words: string; readonly wall: number; readonly processor: number }[] = []
  for (const { words, ask } of asks) {
    const [before, used] = [performance.now(), process.cpuUsage()]
    await ask()
    const { user, system } = process.cpuUsage(used)
    times.push({ words, wall: performance.now() - before, processor: (user + system) / 1000 })
  }
  const middle = (some: readonly number[]) => fixed(some.toSorted((a, b) => a - b)[Math.floor(some.length / 2)]!, 1)
  const heaviest = times.reduce((most, one) => (one.wall > most.wall ? one : most))
  const processor = times.map((one) => one.processor)
  return (
    `median ${middle(times.map(({ wall }) => wall))} ms, at most ${fixed(heaviest.wall, 1)} ms ` +
    `(${heaviest.words.slice(0, 60)}); processor ${middle(processor)} and ${fixed(Math.max(...processor), 1)} ms`
  )
}
