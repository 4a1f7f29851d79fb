import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { extract, interpret } from "../src/extract.js"
import { readBytes } from "../src/index.js"
import { buildReport } from "../src/input/report.js"
import type { Record, Report } from "../src/record.js"
import { recordSchema } from "../src/record.js"
import { findQuotations } from "../src/text/quotations.js"
import { findSentences } from "../src/text/sentences.js"
import { byPlace, type Span } from "../src/text/span.js"
import { greedy } from "./greedy.js"
import { decisions } from "./tagged.js"

const english = (text: string): Report => buildReport({ text, language: "en", published: "2026-03-04" })

/** A report as it is read where the network believes everything. */
function readGreedily(report: Report): Record {
  const { text, paragraphs } = report
  const { quotations, notes } = findQuotations(text, paragraphs)
  const context = { report, decisions, quotations, sentences: findSentences(text, paragraphs) }
  const head = { format: "onrecord/1", reader: { version: "0", model: "greedy" }, report } as const
  return { ...head, ...interpret(context, greedy(text, paragraphs)), notes }
}

/** What holds for the record of any text. */
function expectSound(record: Record): void {
  expect(recordSchema.safeParse(record).error).toBeUndefined()
  const { report, actors, statements, contacts, notes } = record
  const known = new Set([...actors, ...statements].map(({ id }) => id))
  const places: Span[] = [...actors.flatMap(({ mentions }) => mentions), ...notes.map(({ span }) => span)]
  for (const { content, cue, source, setting, figures } of statements) {
    expect(content).toEqual([...content].sort(byPlace))
    for (const list of [content, cue, source]) places.push(...list)
    places.push(...[setting.via, setting.when, setting.where].filter((span) => span !== undefined))
    places.push(...figures.map(({ text }) => text))
  }
  for (const { evidence, when, where } of contacts) {
    places.push(...[evidence, when, where].filter((span) => span !== undefined))
  }
  const wrong = places.filter(({ start, end }) => !(0 <= start && start < end && end <= report.text.length))
  expect(wrong).toEqual([])
  for (const { mentions } of actors) expect(mentions).toEqual([...mentions].sort(byPlace))
  const meant = [
    ...statements.flatMap(({ speakers, addressees, about, within, answers, candidates = [] }) => [
      ...speakers,
      ...addressees,
      ...about,
      ...candidates.map(({ actor }) => actor),
      ...[within, answers].filter((id) => id !== undefined),
    ]),
    ...contacts.flatMap(({ between, within }) => [...between, ...(within ? [within] : [])]),
  ]
  expect(meant.filter((id) => !known.has(id))).toEqual([])
}

const news = fc.array(
  fc.constantFrom(
    ..."Ruiz |Maria Lopez |the mayor |she |I |we |said |told |asked |met |“|”|‘|’|\"|'|, |. |? |: |\n\n|\n|that |no |yesterday |$4 billion |Q: |A: |MS. RUIZ: |(|)|[|]|– |1,200 |🙂|who |and |not |if |reportedly ".split(
      "|",
    ),
  ),
  { maxLength: 60 },
)
const odd = fc.oneof(
  fc.string({ unit: "binary", maxLength: 80 }),
  fc.string({ unit: "grapheme", maxLength: 80 }),
  news.map((parts) => parts.join("")),
)

describe("any string", () => {
  test("gives a sound record", async () => {
    await fc.assert(
      fc.asyncProperty(odd, async (text) => {
        const record = await extract(english(text), { why: true })
        expectSound(record)
        expect(record.report.text).toBe(text.replace(/^\ufeff/, "").replaceAll(/\r\n?/g, "\n"))
      }),
      { numRuns: 150 },
    )
  })

  test("gives a sound record whatever the network believes", () => {
    fc.assert(
      fc.property(odd, (text) => expectSound(readGreedily(english(text)))),
      { numRuns: 600 },
    )
  })

  test("says the same the second time", async () => {
    await fc.assert(
      fc.asyncProperty(news, async (parts) => {
        const report = english(parts.join(""))
        expect(await extract(report)).toEqual(await extract(report))
      }),
      { numRuns: 20 },
    )
  })
})

test("an empty text has an empty record", async () => {
  for (const text of ["", "\ufeff", "\n \n\r\n", "\u0000\u0001"]) {
    const record = await extract(english(text))
    expectSound(record)
    expect([record.actors, record.statements, record.contacts]).toEqual([[], [], []])
  }
})

test("a file of random bytes is read, or said not to be", async () => {
  const bytes = Uint8Array.from({ length: 4_000 }, (_, i) => (i * 2_654_435_761) >>> 24)
  const problems: string[] = []
  const records: Record[] = []
  for await (const record of readBytes(bytes, "x.txt", { onError: (error) => problems.push(error.code) })) {
    records.push(record)
  }
  expect(records.length + problems.length).toBe(1)
  records.forEach(expectSound)
})

const nasties = [
  ..."“|“‘|said |he said, |Q: |🙂|(|1,|$5 |[|– |A.|of the |Ruiz and |who |“a”, |Ruiz said. |he said she said |I said |met with ".split(
    "|",
  ),
  "\r",
  "“a\n\n",
  "“No,” said Reed.\n\n",
  "Q: Who?\n\nA: We said no.\n\n",
  "MS. RUIZ: (a) no\n\n",
  "Ruiz met Kane. She told him no.\n\n",
]

/** What was named first of all; each is read with the model too, which takes long. */
const worst = ["“", "“‘", "said ", "he said, ", "Q: ", "🙂", "\r", "(", "1,"]

async function timeOf(read: () => unknown): Promise<number> {
  const begun = process.cpuUsage().user
  await read()
  return (process.cpuUsage().user - begun) / 1_000
}

// Ten times the text takes ten times the time, not a hundred times; a constant for what the clock cannot tell.
const allowed = (...small: number[]): number => Math.max(...small) * 25 + 300

describe("time grows with length", () => {
  test.each(nasties)("of %j, whatever the network believes", async (nasty) => {
    const times = nasty.length < 10 ? 1_000 : 200
    const [small, large] = [times, 10 * times].map((count) => english(nasty.repeat(count)))
    const read = (report: Report) => timeOf(() => readGreedily(report))
    const limit = allowed(await read(small!), await read(small!))
    expect(await read(large!)).toBeLessThan(limit)
  })

  test.each(worst)("of %j, read with the model", async (nasty) => {
    // A window of the network is 512 pieces: below that time grows faster than the text.
    const [small, large] = [1_000, 6_000].map((times) => english(nasty.repeat(times)))
    const read = (report: Report) => timeOf(() => extract(report))
    const once = Math.max(await read(small!), await read(small!))
    // Six times the text, in quadratic time thirty-six; a shared core makes one reading seem longer than it is.
    const limit = once * 20 + 500
    const long = await read(large!)
    expect(long < limit ? long : await read(large!)).toBeLessThan(limit)
  })

  test("of one long word, and of a long run of blanks", async () => {
    for (const sign of ["a", "é", "\u{10400}", " ", "\n", "\n\n", "\u00a0", "\u0301", "\u00ad"]) {
      const [small, large] = [20_000, 200_000].map((times) => english(`“No,” said Reed${sign.repeat(times)} to Kane.`))
      const read = (report: Report) => timeOf(() => extract(report))
      const limit = allowed(await read(small!), await read(small!))
      expect(await read(large!), JSON.stringify(sign)).toBeLessThan(limit)
    }
  })
})
