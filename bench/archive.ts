import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { addRecord } from "../src/archive/add.js"
import { examine } from "../src/archive/doctor.js"
import { entryName } from "../src/archive/entry-names.js"
import { type Archive, openArchive } from "../src/archive/open.js"
import { about, asked, check, contacts, said, searchStatements, show, who } from "../src/archive/questions/index.js"
import type { Record } from "../src/record.js"
import { fixed } from "../src/score/tally.js"
import { sliceOf } from "../src/text/span.js"
import { chance, generatedRecords, personOf, STATEMENTS } from "./generated.js"

const ASKS = 20

/** How fast an archive on disk takes reports, answers questions, and grows; each line as soon as it is known. */
export async function* archiveLines(statements: number): AsyncGenerator<string> {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-bench-"))
  try {
    const path = join(folder, "bench.db")
    const archive = await openArchive(path)
    const count = Math.ceil(statements / STATEMENTS)
    const { seconds, kept } = await addMany(archive, count)
    yield addingText(seconds)
    yield memoryText("adding")
    yield* questionLines(archive, kept)
    yield memoryText("the questions")
    await archive.close()
    const { facts } = await examine(path)
    const bytes = facts?.bytes ?? 0
    yield `size: ${fixed(bytes / 2 ** 20, 1)} MiB, ${fixed(bytes / count, 0)} bytes a report`
  } finally {
    rmSync(folder, { recursive: true })
  }
}

interface Filled {
  /** of each report */
  readonly seconds: readonly number[]
  /** some of them, to ask about */
  readonly kept: readonly Record[]
}

async function addMany(archive: Archive, count: number): Promise<Filled> {
  const seconds: number[] = []
  const kept: Record[] = []
  const records = generatedRecords(1)
  while (seconds.length < count) {
    const record = records.next().value as Record
    if (seconds.length % Math.ceil(count / ASKS) === 0) kept.push(record)
    const before = performance.now()
    await addRecord(archive, record)
    seconds.push((performance.now() - before) / 1000)
  }
  return { seconds, kept }
}

/** Whether it slows down as the archive grows shows in the last tenth. */
function addingText(seconds: readonly number[]): string {
  const rate = (some: readonly number[]) => fixed(some.length / some.reduce((sum, one) => sum + one, 0), 1)
  const last = seconds.slice(-Math.ceil(seconds.length / 10))
  const middle = seconds.toSorted((a, b) => a - b)[Math.floor(seconds.length / 2)]!
  return `adding ${seconds.length} reports: ${rate(seconds)} reports/s, the last ${last.length} of them ${rate(last)}; median ${fixed(middle * 1000, 1)} ms`
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
      const name = entryName(record.report.id, record.statements[n(record)]!.id)
      return { words: name, ask: () => show(archive, name) }
    }),
  }
  for (const [name, asks] of Object.entries(questions)) yield `${name.padEnd(8)}  ${await timedText(asks)}`

  function n({ statements }: Record): number {
    return Math.floor((statements.length * statements[0]!.content[0]!.end) % statements.length)
  }
}

/** `median 3.1 ms, at most 12.0 ms (Mara Lind)` */
async function timedText(asks: readonly Ask[]): Promise<string> {
  const times: { readonly words: string; readonly milliseconds: number }[] = []
  for (const { words, ask } of asks) {
    const before = performance.now()
    await ask()
    times.push({ words, milliseconds: performance.now() - before })
  }
  times.sort((a, b) => a.milliseconds - b.milliseconds)
  const heaviest = times.at(-1)!
  const median = times[Math.floor(times.length / 2)]!.milliseconds
  return `median ${fixed(median, 1)} ms, at most ${fixed(heaviest.milliseconds, 1)} ms (${heaviest.words.slice(0, 60)})`
}
