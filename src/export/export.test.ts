import { createHash } from "node:crypto"
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parse } from "csv-parse/sync"
import fc from "fast-check"
import { parquetReadObjects } from "hyparquet"
import { afterAll, describe, expect, test } from "vitest"
import { recordFromMarked } from "../marked/read.js"
import type { Record } from "../record.js"
import { codePointsOf } from "./code-points.js"
import { csvHeader, csvLines } from "./csv.js"
import { jsonLine } from "./json-lines.js"
import { tables } from "./tables.js"
import { writeExport } from "./write.js"

const example = (name: string): Record =>
  recordFromMarked(readFileSync(new URL(`../../examples/${name}.marked.txt`, import.meta.url), "utf8"))

const records = ["briefing", "dockers", "glacier", "interview", "readout", "tramline"].map(example)
const exported = records.map((record) => ({ record }))
const folder = mkdtempSync(join(tmpdir(), "onrecord-export-"))
afterAll(() => rmSync(folder, { recursive: true }))

const total = (count: (record: Record) => number) => records.reduce((sum, record) => sum + count(record), 0)
const counts = {
  statements: total(({ statements }) => statements.length),
  contacts: total(({ contacts }) => contacts.length),
  actors: total(({ actors }) => actors.length),
  reports: records.length,
}

describe("CSV", () => {
  const named = { name: "words", type: "text" } as const
  const readBack = (text: string) => parse(text, { columns: true, bom: true }) as { [column: string]: string }[]

  test("every entry is a row, and a reader that we did not write reads its words back letter for letter", async () => {
    await writeExport(exported, "csv", join(folder, "csv"))
    for (const { name } of tables) {
      const rows = readBack(readFileSync(join(folder, "csv", `${name}.csv`), "utf8"))
      expect(rows, name).toHaveLength(counts[name])
    }
    const [row] = readBack(readFileSync(join(folder, "csv", "statements.csv"), "utf8"))
    const [statement] = records[0]!.statements
    const { text } = records[0]!.report
    expect(row).toMatchObject({
      report_id: records[0]!.report.id,
      entry: statement!.id,
      content: statement!.content.map(({ start, end }) => text.slice(start, end)).join(" … "),
      start: String(statement!.content[0]!.start),
    })
  })

  test.each(["=1+1", "+1", "-1", "@sum(A1)", "\tx", "\rx"])("no spreadsheet takes %j for a formula", (words) => {
    const text = csvHeader([named]) + csvLines([named], [{ words }])
    expect(readBack(text)).toEqual([{ words: `'${words}` }])
  })

  test("commas, marks and line breaks of any kind stay within their cell", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom(..."a,\"\n\r;'é😀") }), { minLength: 1 }), (cells) => {
        const rows = cells.map((words) => ({ words: `a${words}` }))
        expect(readBack(csvHeader([named]) + csvLines([named], rows))).toEqual(rows)
      }),
    )
  })

  test("lines end in CR LF, and Excel's mark stands in front when asked for", async () => {
    await writeExport(exported, "csv", join(folder, "bom"), { bom: true })
    const bytes = readFileSync(join(folder, "bom", "actors.csv"))
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(bytes.toString("utf8")).toContain("reader_model\r\n")
  })
})

describe("places in code points", () => {
  test("a slice by code points is the slice by units", () => {
    const text = fc.string({ unit: fc.constantFrom("a", " ", "é", "😀", "𝒳", "\ud83d", "\ude00"), minLength: 1 })
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (text, a, b) => {
        const points = Array.from(text)
        const borders = [0]
        for (const point of points) borders.push(borders.at(-1)! + point.length)
        const [start, end] = [borders[a % borders.length]!, borders[b % borders.length]!].sort((x, y) => x - y)
        const counted = codePointsOf(text)({ start: start!, end: end! })
        expect(points.slice(counted.start, counted.end).join("")).toBe(text.slice(start, end))
      }),
    )
  })

  test("every place of a record is moved, whatever holds it", () => {
    const plain = example("interview")
    const smiling = recordFromMarked(
      readFileSync(new URL("../../examples/interview.marked.txt", import.meta.url), "utf8").replace(
        "Exclusive:",
        "😀😀😀:",
      ),
    )
    const { text } = smiling.report
    const written = JSON.parse(jsonLine(smiling, { offsets: "code-points" }))
    const points = Array.from(text)
    expect(written.offsets).toBe("code-points")
    const wordsBy = (value: unknown, slice: (start: number, end: number) => string): string[] => {
      if (typeof value !== "object" || value === null) return []
      const inside = Object.values(value).flatMap((part) => wordsBy(part, slice))
      return "start" in value && "end" in value ? [slice(Number(value.start), Number(value.end)), ...inside] : inside
    }
    const byPoints = wordsBy(written, (start, end) => points.slice(start, end).join(""))
    expect(byPoints).toEqual(wordsBy(smiling, (start, end) => text.slice(start, end)))
    expect(byPoints.length).toBeGreaterThan(plain.statements.length * 3)
  })
})

describe("JSON lines", () => {
  test("as they are, they are the record", () => {
    for (const record of records) expect(JSON.parse(jsonLine(record))).toEqual(record)
  })

  test("without the text the hash, the places and each entry's own words stay", () => {
    const record = example("interview")
    const line = jsonLine(record, { text: false })
    const written = JSON.parse(line)
    expect(written.text).toBe("left-out")
    expect(written.report).not.toHaveProperty("text")
    expect(written.report.textHash).toBe(record.report.textHash)
    expect(written.contacts[0].evidence).toEqual(record.contacts[0]!.evidence)
    const { start, end } = record.statements[0]!.content[0]!
    expect(written.statements[0].words[0]).toBe(record.report.text.slice(start, end))
    expect(line).not.toContain("waters most of Calvera's rice")
  })
})

describe("Parquet", () => {
  test("a reader that we did not write reads the same rows, lists as lists and counts as whole numbers", async () => {
    await writeExport(exported, "parquet", join(folder, "parquet"))
    for (const { name, columns, rowsOf } of tables) {
      const file = new Uint8Array(readFileSync(join(folder, "parquet", `${name}.parquet`)))
      const rows = await parquetReadObjects({ file: file.buffer })
      const whole = new Set(columns.filter(({ type }) => type === "whole").map(({ name }) => name))
      const expected = records
        .flatMap((record) => rowsOf(record))
        .map((row) =>
          Object.fromEntries(
            columns.map(({ name }) => {
              const cell = row[name] ?? null
              return [name, whole.has(name) && cell !== null ? BigInt(Number(cell)) : cell]
            }),
          ),
        )
      expect(rows, name).toEqual(expected)
      expect(rows).toHaveLength(counts[name])
    }
  })

  test("no records give tables without rows", async () => {
    await writeExport([], "parquet", join(folder, "none"))
    const file = new Uint8Array(readFileSync(join(folder, "none", "statements.parquet")))
    expect(await parquetReadObjects({ file: file.buffer })).toEqual([])
  })
})

test("the words of a person who disputes an entry stand in its row, and nobody's elsewhere", async () => {
  const record = records.at(-1)!
  const disputes = new Map([
    [record.statements.at(-1)!.id, "I said, “No.”"],
    [record.contacts.at(-1)!.id, "We met."],
  ])
  const told = [exported[0]!, { record, disputes }]
  for (const format of ["csv", "parquet"] as const) await writeExport(told, format, join(folder, "disputed"))
  const lines = parse(readFileSync(join(folder, "disputed", "statements.csv")), { columns: true }) as {
    readonly [column: string]: string
  }[]
  expect(lines.map((line) => line.disputed).filter((words) => words !== "")).toEqual(["I said, “No.”"])
  const contacts = parse(readFileSync(join(folder, "disputed", "contacts.csv")), { columns: true }) as typeof lines
  expect(contacts.map((line) => line.disputed).filter((words) => words !== "")).toEqual(["We met."])
  const file = new Uint8Array(readFileSync(join(folder, "disputed", "statements.parquet")))
  const rows = await parquetReadObjects({ file: file.buffer })
  expect(rows.map((row) => row.disputed).filter((words) => words !== null)).toEqual(["I said, “No.”"])
  await writeExport(told, "jsonl", join(folder, "disputed"))
  const [, line] = readFileSync(join(folder, "disputed", "records.jsonl"), "utf8").split("\n")
  expect(JSON.parse(line!)).toEqual(record)
})

test("every row has the columns of its table and no others", () => {
  for (const { columns, rowsOf } of tables) {
    const names = columns.map(({ name }) => name).sort()
    for (const row of records.flatMap((record) => rowsOf(record))) expect(Object.keys(row).sort()).toEqual(names)
  }
})

test("the manifest names every file with its hash, and counts what is in it", async () => {
  const at = new Date("2026-03-04T05:06:07Z")
  const manifest = await writeExport(exported, "csv", join(folder, "manifest"), { bom: false }, at)
  expect(JSON.parse(readFileSync(join(folder, "manifest", "manifest.json"), "utf8"))).toEqual(manifest)
  expect(manifest).toMatchObject({
    written: { at: "2026-03-04T05:06:07.000Z", as: "csv" },
    options: { bom: false },
    counts,
    readers: [{ ...records[0]!.reader, records: records.length }],
  })
  const names = readdirSync(join(folder, "manifest")).filter((name) => name !== "manifest.json")
  expect(manifest.files.map(({ name }) => name).sort()).toEqual(names.sort())
  for (const { name, sha256, bytes } of manifest.files) {
    const content = readFileSync(join(folder, "manifest", name))
    expect([createHash("sha256").update(content).digest("hex"), content.length]).toEqual([sha256, bytes])
  }
})

test("an export that breaks off has no manifest, not even an older one", async () => {
  const target = join(folder, "broken")
  await writeExport(exported, "jsonl", target)
  async function* failing() {
    yield exported[0]!
    throw new Error("the disk is gone")
  }
  await expect(writeExport(failing(), "jsonl", target)).rejects.toThrow("the disk is gone")
  expect(readdirSync(target)).not.toContain("manifest.json")
})
