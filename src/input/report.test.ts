import { createHash } from "node:crypto"
import fc from "fast-check"
import { expect, test } from "vitest"
import type { Edit } from "../record.js"
import { buildReport } from "./report.js"

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex")

/** Strings with the characters in them that input goes wrong by. */
const oddText = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        "\ufeff",
        "\r",
        "\n",
        "\r\n",
        "\n\n",
        " ",
        "\u00a0",
        "\ud800",
        "\0",
        "“",
        "Q  ",
        "A. ",
        ">> ",
        "MS. REED:",
        "Reed: ",
      ),
    ),
  )
  .map((pieces) => pieces.join(""))

test("any string in, the same string out, but for the mark in front and the line ends", () => {
  fc.assert(
    fc.property(oddText, (text) => {
      expect(buildReport({ text }).text).toBe(text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n"))
    }),
  )
})

test("paragraphs and turns lie in the text, in order, and are never empty", () => {
  fc.assert(
    fc.property(oddText, (given) => {
      const { text, paragraphs, turns = [] } = buildReport({ text: given })
      for (const spans of [paragraphs, turns.map((turn) => turn.span)]) {
        let end = 0
        for (const span of spans) {
          expect(span.start).toBeGreaterThanOrEqual(end)
          expect(span.end).toBeGreaterThan(span.start)
          expect(text.slice(span.start, span.end).trim()).toBe(text.slice(span.start, span.end))
          end = span.end
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }
    }),
  )
})

test("with origin, every character between edits is the source's own, and edits are the rest", () => {
  fc.assert(
    fc.property(oddText, (source) => {
      const report = buildReport({ text: source }, { origin: true })
      expect(putBack(report.text, report.origin!, source)).toBe(source)
    }),
  )
})

/** The source put together from the text between the edits and the source at them. */
function putBack(text: string, edits: readonly Edit[], source: string): string {
  let whole = ""
  let at = 0
  for (const edit of edits) {
    expect(edit.from).toBe(whole.length + edit.start - at)
    whole += text.slice(at, edit.start) + source.slice(edit.from, edit.to)
    at = edit.end
  }
  return whole + text.slice(at)
}

test("id and hash are as the format says", () => {
  const text = "Reed said no.\r\n\r\nLopes left."
  const report = buildReport({ text, url: "https://example.org/1", published: "December 10, 2021" })
  expect(report.textHash).toBe(sha256("Reed said no.\n\nLopes left."))
  expect(report.id).toBe(sha256("https://example.org/1\n2021-12-10\nReed said no.\n\nLopes left."))
  expect(buildReport({ text }).id).toBe(sha256("\n\nReed said no.\n\nLopes left."))
})

test("what is not known is not there", () => {
  expect(
    Object.keys(buildReport({ text: "Reed said no.", title: " ", byline: ["", " "], published: "some day" })),
  ).toEqual(["id", "textHash", "text", "paragraphs", "language"])
})

test("what is known is kept", () => {
  const given = {
    title: "No, says Reed",
    url: "https://example.org/1",
    publisher: "The Example",
    byline: ["Ada Lindt", "Bo Reed"],
    section: "Politics",
    published: "2021-12-10",
    updated: "2021-12-11T08:00:00Z",
    status: "withheld" as const,
    language: "en-GB",
    provenance: { path: "a.jsonl", line: 3, record: "r1" },
  }
  expect(buildReport({ text: "Reed said no.", ...given })).toMatchObject(given)
})

test("5 MB are read in a moment", () => {
  const text = "The mayor said that she had not spoken with the minister.\n\n".repeat(90_000)
  const began = performance.now()
  expect(buildReport({ text }).paragraphs).toHaveLength(90_000)
  expect(performance.now() - began).toBeLessThan(10_000)
})

test("time grows with length, whatever the text is made of", () => {
  for (const nasty of [
    "\r",
    "\n",
    "Q \n",
    "A.\n",
    ">> ",
    "((",
    "((Reed)) I\n",
    "MS. REED: I\n",
    "Reed: I\n\n",
    "(Laughter.)\n\n",
    "[",
    "McA",
    "A B",
    "(\n",
  ]) {
    const timeOf = (times: number) => {
      const text = `MS. REED: I\nQ you?\nMS. REED: I\nQ you?\n${nasty.repeat(times)}`
      const began = performance.now()
      buildReport({ text })
      return performance.now() - began
    }
    timeOf(500)
    expect(timeOf(50_000), nasty).toBeLessThan(60 * Math.max(timeOf(5_000), 5))
  }
})
