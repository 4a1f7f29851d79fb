import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Readable } from "node:stream"
import { gzipSync } from "node:zlib"
import iconv from "iconv-lite"
import { afterAll, expect, test } from "vitest"
import type { Report } from "../record.js"
import { describeInputError, type InputError, isInputError, systemError } from "./errors.js"
import { readBytes, readFile, readReports } from "./read.js"
import { holdsRecords } from "./records.js"

const folder = mkdtempSync(join(tmpdir(), "onrecord-input-"))
afterAll(() => rmSync(folder, { recursive: true }))

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  mkdirSync(join(path, ".."), { recursive: true })
  writeFileSync(path, content)
  return path
}

async function all(outcomes: AsyncIterable<Report | InputError>): Promise<(Report | InputError)[]> {
  const list = []
  for await (const outcome of outcomes) list.push(outcome)
  return list
}

/** Reports as their text, errors as `code` or `code:line`. */
async function brief(outcomes: AsyncIterable<Report | InputError>): Promise<string[]> {
  return (await all(outcomes)).map((outcome) =>
    isInputError(outcome) ? `${outcome.code}${outcome.line ? `:${outcome.line}` : ""}` : outcome.text,
  )
}

const line = (text: string, more: object = {}): string => `${JSON.stringify({ text, ...more })}\n`

test("plain text is its report's text", async () => {
  const [report] = await all(readFile(put("plain.txt", "\ufeffReed said no.\r\n\r\nLopes left."), { origin: true }))
  expect(report).toMatchObject({
    text: "Reed said no.\n\nLopes left.",
    paragraphs: [
      { start: 0, end: 13 },
      { start: 15, end: 26 },
    ],
    provenance: { path: join(folder, "plain.txt") },
    origin: [
      { start: 0, end: 0, from: 0, to: 1 },
      { start: 13, end: 14, from: 14, to: 16 },
      { start: 14, end: 15, from: 16, to: 18 },
    ],
  })
})

test("a text file is text, even where it looks like something else", async () => {
  expect(await brief(readFile(put("odd.txt", '{"text": "x"}')))).toEqual(['{"text": "x"}'])
})

test("JSON lines: fields, place, broken lines named and the rest read", async () => {
  const path = put(
    "news.jsonl",
    `\ufeff${line("Reed said no.", { date: "2021-12-10", byline: "Ada Lindt", id: 7, title: "No", status: 200 })}` +
      `{"text": "cut\n\n${line("")}[1]\n{"title": "none"}\r\n${line("Lopes left.", { byline: ["A", 1, "B"] })}`,
  )
  const outcomes = await all(readFile(path))
  expect(await brief(readFile(path))).toEqual([
    "Reed said no.",
    "broken-json:2",
    "empty:4",
    "not-a-report:5",
    "not-a-report:6",
    "Lopes left.",
  ])
  expect(outcomes[0]).toMatchObject({
    published: "2021-12-10",
    byline: ["Ada Lindt"],
    title: "No",
    provenance: { path, line: 1, record: "7" },
  })
  expect(outcomes[0]).not.toHaveProperty("status")
  expect(outcomes[5]).toMatchObject({ byline: ["A", "B"], provenance: { path, line: 7 } })
  expect(describeInputError(outcomes[1] as InputError)).toMatch(/news\.jsonl, line 2: not valid JSON/)
})

test("a status is taken in either spelling; one that nobody knows is an error that names the report, and no report", async () => {
  const statuses = ["usable", "withheld", "cancelled", "canceled", " Canceled", "", null, "killed"]
  const path = put("status.jsonl", statuses.map((status, n) => line(`Reed said no to ${n}.`, { status })).join(""))
  const outcomes = await all(readFile(path))
  expect(outcomes.map((outcome) => ("text" in outcome ? outcome.status : describeInputError(outcome)))).toEqual([
    "usable",
    "withheld",
    "cancelled",
    "cancelled",
    "cancelled",
    undefined,
    undefined,
    `${path}, line 8: the report's "status" is "killed"; it may be "usable", "withheld" or "cancelled"`,
  ])
  const array = put("status.json", JSON.stringify([{ text: "Reed said no.", status: "killed" }]))
  expect(describeInputError((await all(readFile(array)))[0] as InputError)).toMatch(/entry 1: .* is "killed"/)
})

test("gzip: JSON lines, and whatever else is packed", async () => {
  expect(await brief(readFile(put("a.jsonl.gz", gzipSync(line("One.") + line("Two.")))))).toEqual(["One.", "Two."])
  expect(
    await brief(readFile(put("two.jsonl.gz", Buffer.concat([gzipSync(line("One.")), gzipSync(line("Two."))])))),
  ).toEqual(["One.", "Two."])
  expect(await brief(readFile(put("b.txt.gz", gzipSync("One."))))).toEqual(["One."])
  expect(await brief(readFile(put("c.gz", gzipSync(gzipSync("One.")))))).toEqual(["compressed"])
})

test("what only its name calls packed is read by the rest of its name", async () => {
  expect(await brief(readFile(put("plain.jsonl.gz", line("One.") + line("Two."))))).toEqual(["One.", "Two."])
  expect(await brief(readFile(put("plain.csv.gz", "text,url\nOne.,a\n")))).toEqual(["One."])
  expect(await brief(readFile(put("junk.jsonl.gz", "junk\n")))).toEqual(["broken-json:1"])
  const record = `${JSON.stringify({ format: "onrecord/1" })}\n`
  expect(await holdsRecords(put("records.jsonl.gz", record))).toBe(true)
  expect(await holdsRecords(put("packed.jsonl.gz", gzipSync(record)))).toBe(true)
})

test("damaged gzip: what comes before the damage is read, then an error", async () => {
  const packed = gzipSync(
    Array.from({ length: 5000 }, (_, n) => line(`Reed said no ${n} ${(n * 7919) % 1000}.`)).join(""),
  )
  const cut = await brief(readFile(put("cut.jsonl.gz", packed.subarray(0, packed.length / 2))))
  expect(cut.length).toBeGreaterThan(1000)
  expect(cut.at(-1)).toBe(`broken-gzip:${cut.length}`)
  const noise = Buffer.concat([packed.subarray(0, 2000), Buffer.from("noise in the middle"), packed.subarray(2019)])
  expect((await brief(readFile(put("noise.jsonl.gz", noise)))).at(-1)).toMatch(/^broken-gzip/)
  expect(await brief(readFile(put("only-magic.jsonl.gz", Buffer.from([0x1f, 0x8b]))))).toEqual(["broken-gzip:1"])
})

test("JSON: one object over several lines, one line, an array", async () => {
  expect(await brief(readFile(put("one.json", JSON.stringify({ text: "One." }, undefined, 2))))).toEqual(["One."])
  expect(await brief(readFile(put("line.json", line("One."))))).toEqual(["One."])
  expect(await brief(readFile(put("lines.json", line("One.") + line("Two."))))).toEqual(["One.", "Two."])
  expect(await brief(readFile(put("array.json", '[{"text": "One."}, 5, {"text": "Two."}]')))).toEqual([
    "One.",
    "not-a-report",
    "Two.",
  ])
  expect(await brief(readFile(put("none.json", "[]")))).toEqual(["empty"])
  expect(await brief(readFile(put("cut.json", '[{"text": "One."')))).toEqual(["broken-json"])
})

test("HTML by name and by its beginning", async () => {
  const page = `<!doctype html><title>No</title><article><p>${"Reed said that he had not met her. ".repeat(20)}</p></article>`
  for (const name of ["page.html", "page.htm", "page"]) {
    const [report] = await all(readFile(put(name, page)))
    expect(report).toMatchObject({ title: "No", provenance: { path: join(folder, name) } })
    expect((report as Report).text).toMatch(/^Reed said/)
  }
  expect(await brief(readFile(put("no-article.html", "<html><body></body></html>")))).toEqual(["empty"])
})

test("bytes without a name tell by themselves what they are", async () => {
  const from = (content: string | Buffer) => brief(readBytes([Buffer.from(content)], "-"))
  expect(await from("Reed said no.")).toEqual(["Reed said no."])
  expect(await from(line("One.") + line("Two."))).toEqual(["One.", "Two."])
  expect(await from(gzipSync(line("One.")))).toEqual(["One."])
  expect(await from('[\n {"text": "One."}\n]')).toEqual(["One."])
  expect(await from("[Editor’s note] Reed said no.")).toEqual(["[Editor’s note] Reed said no."])
  expect(await from(iconv.encode("\ufeff“No,” said Reed.", "utf16le"))).toEqual(["“No,” said Reed."])
  const streamed = Readable.from([Buffer.from("Reed sa"), Buffer.from("id no.")])
  expect(await brief(readBytes(streamed, "-"))).toEqual(["Reed said no."])
})

const feed = `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Dorn Courier</title>
<item><guid>1</guid><title>No</title><link>https://dorncourier.example/1</link><pubDate>Wed, 04 Mar 2026 10:00:00 GMT</pubDate>
<description>Short …</description><content:encoded><![CDATA[<p>“No,” said Lopez.</p><p>Reed &amp; Lindt left.</p>
<p>The post No appeared first on Dorn Courier.</p>]]></content:encoded></item>
<item><guid>2</guid><title>Later</title><description>Lopez will decide …</description></item>
<item><guid>3</guid><title>Nothing</title><link>https://dorncourier.example/3</link></item></channel></rss>`

test("a feed in a file: its items with the text that they have there", async () => {
  for (const name of ["feed.xml", "feed.rss", "feed"]) {
    const path = put(name, feed)
    const [first, second, third] = await all(readFile(path, { origin: true }))
    expect(first).toMatchObject({
      text: "“No,” said Lopez.\n\nReed & Lindt left.",
      title: "No",
      url: "https://dorncourier.example/1",
      publisher: "Dorn Courier",
      published: "2026-03-04T10:00:00Z",
      provenance: { path, item: "1" },
      origin: expect.arrayContaining([{ start: 24, end: 25, from: 32, to: 37 }]),
    })
    expect(second).toMatchObject({ text: "Lopez will decide …", provenance: { path, item: "2" } })
    expect(describeInputError(third as InputError)).toBe(
      `${path}: the item “Nothing” (https://dorncourier.example/3) holds no text`,
    )
  }
  const json = {
    version: "https://jsonfeed.org/version/1.1",
    title: "T",
    items: [{ id: "a", content_text: "No.\n\nYes." }],
  }
  expect(await brief(readFile(put("feed.json", JSON.stringify(json))))).toEqual(["No.\n\nYes."])
  expect(await brief(readFile(put("feed.json.gz", gzipSync(JSON.stringify(json)))))).toEqual(["No.\n\nYes."])
  expect(await brief(readFile(put("sitemap.xml", "<urlset/>")))).toEqual(["not-a-feed"])
  expect(await brief(readFile(put("cut.rss", feed.slice(0, 500))))).toEqual(["not-a-feed"])
  const latin = `<?xml version="1.0" encoding="iso-8859-1"?>${feed.replace(/[“”…]/g, "").replace("Reed", "Núñez")}`
  expect((await brief(readFile(put("latin.xml", iconv.encode(latin, "win1252")))))[0]).toMatch("Núñez & Lindt left.")
})

test("a table in a file, and one without a name", async () => {
  const table = "date,text,publisher\n2026-03-04,Reed said no.,Dorn Courier\n"
  const path = put("news.csv", table)
  const [report] = await all(readFile(path))
  expect(report).toMatchObject({ text: "Reed said no.", published: "2026-03-04", provenance: { path, line: 2 } })
  expect(await brief(readBytes([Buffer.from(table)], "-"))).toEqual(["Reed said no."])
  expect(await brief(readFile(put("news.csv.gz", gzipSync(table))))).toEqual(["Reed said no."])
})

test("a directory: known names in a stable order, hidden and marked ones left out", async () => {
  for (const name of [
    "d/b.txt",
    "d/a/z.md",
    "d/c.jsonl",
    "d/.hidden.txt",
    "d/e.docx",
    "d/.git/x.txt",
    "d/b.marked.txt",
  ]) {
    put(name, name.endsWith("jsonl") ? line(name) : name)
  }
  for (const name of ["d/b.txt.gz", "d/f.CSV.gz", "d/b.marked.txt.gz", "d/g.docx.gz"]) {
    put(name, gzipSync(name.includes("CSV") ? `text,url\n${name},a\n` : name))
  }
  expect(await brief(readFile(join(folder, "d")))).toEqual([
    "d/a/z.md",
    "d/b.txt",
    "d/b.txt.gz",
    "d/c.jsonl",
    "d/f.CSV.gz",
  ])
  put("n/e.docx", "x")
  expect(await brief(readFile(join(folder, "n")))).toEqual(["no-reports"])
})

test("nothing to read is an error that names the file, and the others are read", async () => {
  const good = put("good.txt", "Reed said no.")
  const paths = [
    join(folder, "missing.txt"),
    put("empty.txt", ""),
    put("blank.txt", " \n\t\u00a0\ufeff\r\n"),
    put("binary.txt", Buffer.from([0, 1, 2, 3, 0, 0, 0, 0, 9])),
    put("empty.jsonl", "\n\n"),
    "/dev/zero",
    good,
  ]
  const outcomes = await all(readReports(paths))
  expect(await brief(readReports(paths))).toEqual([
    "not-found",
    "empty",
    "empty",
    "binary",
    "empty",
    "not-a-file",
    "Reed said no.",
  ])
  for (const [index, outcome] of outcomes.slice(0, -1).entries()) expect(outcome).toMatchObject({ path: paths[index] })
})

test("what the system answers is put into words", () => {
  const answer = (code: string) => describeInputError(systemError("a.txt", Object.assign(new Error(code), { code })))
  expect(answer("EACCES")).toBe("a.txt: may not be read by this user; change its permissions")
  expect(answer("EIO")).toBe("a.txt: could not be read (EIO)")
})

test.skipIf(process.getuid?.() === 0)("a file that may not be read is named (skipped for the superuser)", async () => {
  const path = put("secret.txt", "x")
  chmodSync(path, 0)
  expect(await brief(readFile(path))).toEqual(["no-permission"])
})

test("5 MB of text, a line of 10 MB, and invalid UTF-8 are read", async () => {
  const text = "The mayor said that she had not met him. ".repeat(130_000)
  expect(await brief(readFile(put("large.txt", text)))).toEqual([text])
  const long = "The mayor said that she had not met him. ".repeat(250_000)
  const outcomes = await brief(readFile(put("large.jsonl", line("One.") + line(long) + line("Two."))))
  expect(outcomes.map((outcome) => outcome.length)).toEqual([4, long.length, 4])
  const [report] = await all(readFile(put("invalid.txt", Buffer.from([0x52, 0xff, 0xfe, 0xfd, 0x80, 0x20, 0x61]))))
  expect(report).toHaveProperty("text")
})

test("what is too large is refused: a file above 64 MB, a line above 64 MB, little gzip with much in it", async () => {
  const chunk = Buffer.alloc(1024 * 1024, "a")
  const many = () => Readable.from(Array.from({ length: 65 }, () => chunk))
  expect(await brief(readBytes(many(), "large.txt"))).toEqual(["too-large"])
  const lines = Readable.from([...Array.from({ length: 65 }, () => chunk), Buffer.from(`\n${line("Two.")}`)])
  expect(await brief(readBytes(lines, "large.jsonl"))).toEqual(["too-large:1", "Two."])
  const bomb = gzipSync(Buffer.alloc(100 * 1024 * 1024))
  expect(await brief(readFile(put("bomb.txt.gz", bomb)))).toEqual(["too-large"])
  expect(await brief(readFile(put("bomb.jsonl.gz", bomb)))).toEqual(["too-large:1"])
})

test("memory holds a line, not the file", async () => {
  async function* many(): AsyncGenerator<Uint8Array> {
    const chunk = Buffer.from(line("The mayor said no. ".repeat(500)).repeat(50))
    for (let n = 0; n < 100; n += 1) yield chunk
  }
  let count = 0
  let most = 0
  const before = process.memoryUsage().rss
  for await (const _ of readBytes(many(), "long.jsonl")) {
    count += 1
    if (count % 250 === 0) most = Math.max(most, process.memoryUsage().rss - before)
  }
  expect(count).toBe(5_000)
  expect(most).toBeLessThan(100 * 1024 * 1024)
})
