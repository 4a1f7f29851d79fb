import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import * as z from "zod"
import { recordSchema } from "../../src/record.js"

const root = join(import.meta.dirname, "..", "..")
const path = join(root, "docs", "codebook.md")
const page = readFileSync(path, "utf8")

interface Accuracy {
  readonly model: string
  readonly reports: number
  readonly measured: { readonly [row: string]: { readonly precision: number; readonly recall: number } }
}

const { model, reports, measured }: Accuracy = JSON.parse(
  readFileSync(join(root, "models", "en", "accuracy.json"), "utf8"),
)

test("its table is what was measured of the model that ships", () => {
  const wanted = Object.entries(measured)
    // The score of older days takes the times of other contacts than those that were found: it says nothing.
    .filter(([row]) => row !== "contacts: when")
    .map(([row, { precision, recall }]) => {
      // Which kind a statement is was told of those found: how many are missed is all that is known.
      const found = row.endsWith("(recall)") ? "–" : percent(precision)
      return { row, found, recall: percent(recall) }
    })
  const pattern = /^\| `([^`]+)` \| ([^|]+) \| ([\d.–]+) \| ([\d.]+) \|$/gm
  if (process.env.DOCS === "write") {
    const rewritten = page
      .replace(pattern, (line, row: string, words: string) => {
        const figures = wanted.find((one) => one.row === row)
        return figures ? `| \`${row}\` | ${words} | ${figures.found} | ${figures.recall} |` : line
      })
      .replace(/on \d+ real reports that/, `on ${reports} real reports that`)
      .replace(/with `onrecord-en [0-9a-f]+`/, `with \`${model}\``)
    return writeFileSync(path, rewritten)
  }
  const rows = [...page.matchAll(pattern)].map(([, row, , found, recall]) => ({ row, found, recall }))
  const byRow = (a: { row?: string | undefined }, b: { row?: string | undefined }) =>
    (a.row ?? "") < (b.row ?? "") ? -1 : 1
  expect(rows.sort(byRow)).toEqual(wanted.sort(byRow))
  expect(page).toContain(`on ${reports} real reports that the reader never saw, with \`${model}\``)
})

test("the README tells the same figures", () => {
  const table = readFileSync(join(root, "README.md"), "utf8")
  const found = measured["statements found"]!
  expect(table).toContain(
    `included (${reports} reports) | P ${percent(found.precision)}, R ${percent(found.recall)}, F`,
  )
  const [, speaker] = /\| statement and its speaker \(same\) \| F ([\d.]+) \|/.exec(table) ?? []
  const [, ...others] = /\| addressees [^|]+ \| F ([\d.]+) \/ ([\d.]+) \/ ([\d.]+) \|/.exec(table) ?? []
  const rows = ["statement + speaker", "addressees", "second-hand", "contacts: who"]
  const apart = [speaker, ...others].map((told, n) => Math.abs(Number(told) - balanced(measured[rows[n]!]!)))
  // F is measured before precision and recall are rounded.
  expect(apart.every((difference) => difference < 0.15)).toBe(true)
})

const balanced = ({ precision, recall }: { readonly precision: number; readonly recall: number }): number =>
  (200 * precision * recall) / (precision + recall)

test("every field of a record, and every word that one may hold, stands in it", () => {
  const told = new Set([...page.matchAll(/`([^`]+)`/g)].flatMap(([, words = ""]) => words.split(/[.\s]/)))
  expect(namesIn(z.toJSONSchema(recordSchema, { io: "input" })).filter((name) => !told.has(name))).toEqual([])
})

const percent = (share: number): string => (100 * share).toFixed(1)

/** The properties and enumerated values of a JSON Schema, but for places, which are told of once. */
function namesIn(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null) return []
  const own = [
    ...("properties" in schema && typeof schema.properties === "object" ? Object.keys(schema.properties ?? {}) : []),
    ...("enum" in schema && Array.isArray(schema.enum) ? schema.enum.map(String) : []),
  ]
  return [...new Set([...own, ...Object.values(schema).flatMap(namesIn)])]
}
