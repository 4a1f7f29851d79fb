import { Readable } from "node:stream"
import iconv from "iconv-lite"
import { expect, test } from "vitest"
import { readCsv } from "./csv.js"
import { describeInputError, isInputError } from "./errors.js"

async function read(content: string | Uint8Array, pieceSize = 7) {
  const bytes = Buffer.from(content)
  const pieces = Array.from({ length: Math.ceil(bytes.length / pieceSize) }, (_, n) =>
    bytes.subarray(n * pieceSize, (n + 1) * pieceSize),
  )
  const outcomes = []
  for await (const outcome of readCsv(Readable.from(pieces), "news.csv")) outcomes.push(outcome)
  return outcomes
}

/** Reports as their text, errors as `code:row`. */
const brief = async (content: string | Uint8Array) =>
  (await read(content)).map((outcome) => (isInputError(outcome) ? `${outcome.code}:${outcome.row}` : outcome.text))

test("named columns, in any order and any case", async () => {
  const [report] = await read(
    'Title,URL,Published,text,Publisher,byline,section,id,mood\r\n"No, he said",https://dorncourier.example/1,2026-03-04,"Reed said: ""No.""\n\nLopes left.",Dorn Courier,Ada Lindt; Bo Reyes,Politics,17,sad\r\n',
  )
  expect(report).toMatchObject({
    text: 'Reed said: "No."\n\nLopes left.',
    title: "No, he said",
    url: "https://dorncourier.example/1",
    published: "2026-03-04",
    publisher: "Dorn Courier",
    byline: ["Ada Lindt", "Bo Reyes"],
    section: "Politics",
    provenance: { path: "news.csv", line: 2, record: "17" },
  })
})

test("commas, semicolons, tabs, bars, and a line that names the delimiter", async () => {
  for (const mark of [",", ";", "\t", "|"]) {
    expect(await brief(`url${mark}text\na${mark}Reed left.\nb${mark}"Reed${mark} left."\n`)).toEqual([
      "Reed left.",
      `Reed${mark} left.`,
    ])
  }
  expect(await brief("sep=;\r\ntext;url\r\nReed left.;a\r\n")).toEqual(["Reed left."])
  expect(await brief("\ufeffsep=;\ntext;url\nReed left.;a")).toEqual(["Reed left."])
})

test("UTF-8 with and without a mark, windows-1252, UTF-16", async () => {
  const table = "text;url\n“Nein”, sagte Müller.;a\n“No,” said Núñez.;b\n"
  const texts = ["“Nein”, sagte Müller.", "“No,” said Núñez."]
  expect(await brief(table)).toEqual(texts)
  expect(await brief(`\ufeff${table}`)).toEqual(texts)
  expect(await brief(iconv.encode(table, "win1252"))).toEqual(texts)
  expect(await brief(iconv.encode(`\ufeff${table}`, "utf16le"))).toEqual(texts)
  expect(await brief(iconv.encode(`\ufeff${table}`, "utf16be"))).toEqual(texts)
  const late = `text,url\n${"Reed left.,a\n".repeat(10_000)}Núñez left.,b\n`
  expect((await brief(iconv.encode(late, "win1252"))).at(-1)).toBe("Núñez left.")
})

test("a broken row is named as a spreadsheet counts, and the rest is read", async () => {
  const table = 'text,url\n"One\nline",a\n\nTwo,b,c\nThree,d\n,e\n"Four",f,,\nFive\n'
  expect(await brief(table)).toEqual(["One\nline", "broken-csv:4", "Three", "empty:6", "Four", "broken-csv:8"])
  const broken = (await read(table))[1]!
  expect(isInputError(broken) && describeInputError(broken)).toBe(
    "news.csv, row 4: it has 3 cells where the first row has 2; put cells that hold the delimiter into quotation marks",
  )
})

test("a date that may be another day is an error that names row, column and value, and is not left out silently", async () => {
  const table = "text,date\nOne,02/03/2024\nTwo,25/03/2024\nThree,soon\nFour,\nFive,2024-03-02\n"
  const outcomes = await read(table)
  expect(
    outcomes.map((outcome) =>
      isInputError(outcome) ? describeInputError(outcome) : [outcome.text, outcome.published],
    ),
  ).toEqual([
    'news.csv, row 2: the report\'s "date" is "02/03/2024", which is no day for sure; write it like 2024-03-25, or leave it out',
    ["Two", "2024-03-25"],
    'news.csv, row 4: the report\'s "date" is "soon", which is no day for sure; write it like 2024-03-25, or leave it out',
    ["Four", undefined],
    ["Five", "2024-03-02"],
  ])
})

test("a stray quotation mark costs its own row only", async () => {
  expect(await brief('text,url\nOne,a\n"Two,b\nThree,c\nFour,d\n')).toEqual(["One", "broken-csv:3", "Three", "Four"])
  expect(await brief('text,url\n"Two,b\nThree,c\n"Four",d\n"Five\n5",e\n')).toEqual([
    "broken-csv:2",
    "Three",
    "Four",
    "Five\n5",
  ])
  expect(await brief('text,url\n"Two,b\nThree,c\n"Four,d\nFive,e\n')).toEqual([
    "broken-csv:2",
    "Three",
    "broken-csv:4",
    "Five",
  ])
  expect(await brief('text,url\nSa"id,a\n"He said “no” "",b",a\n"x" y,a\n')).toEqual([
    'Sa"id',
    'He said “no” ",b',
    '"x" y',
  ])
})

test("many stray quotation marks do not make reading slow: after a hundred the file is given up", async () => {
  const outcomes = await brief(`text,url\n${'"a,b\n'.repeat(20_001)}`)
  expect(outcomes).toHaveLength(101)
  expect(new Set(outcomes.map((outcome) => outcome.replace(/\d+/, "")))).toEqual(new Set(["broken-csv:"]))
})

test("a row with too many cells and a long text is skipped whole", async () => {
  expect(await brief('text,url\n"One\n""said"" he,\nleft",a,b\nTwo,c\n')).toEqual(["broken-csv:2", "Two"])
})

test("what is no table of reports says so", async () => {
  expect(await brief("headline,body\na,b\n")).toEqual(["broken-csv:undefined"])
  const [error] = await read("headline,body\na,b\n")
  expect(error).toMatchObject({
    message: 'no column is named "text"; name the columns in the first row (it is: headline,body)',
  })
  expect(await brief("")).toEqual(["empty:undefined"])
  expect(await brief("text,url\n")).toEqual(["empty:undefined"])
  expect(await brief("text,url\n , \n")).toEqual(["empty:undefined"])
  expect(await brief(Buffer.from("PK\u0003\u0004 a workbook"))).toEqual(["compressed:undefined"])
})

test("memory holds a row, not the file", async () => {
  async function* many(): AsyncGenerator<Uint8Array> {
    yield Buffer.from("text,url\n")
    const rows = Buffer.from(`"${'The mayor said ""no"". '.repeat(400)}",a\n`.repeat(50))
    for (let n = 0; n < 100; n += 1) yield rows
  }
  let count = 0
  let most = 0
  const before = process.memoryUsage().rss
  for await (const _ of readCsv(many(), "long.csv")) {
    count += 1
    if (count % 250 === 0) most = Math.max(most, process.memoryUsage().rss - before)
  }
  expect(count).toBe(5_000)
  expect(most).toBeLessThan(100 * 1024 * 1024)
})
