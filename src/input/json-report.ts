import type { Report } from "../record.js"
import { isoDate } from "./dates.js"
import { type InputError, inputError } from "./errors.js"
import { buildReport, type ReportOptions } from "./report.js"

/**
 * A report from one JSON object: `text` must be there; `url`, `date` or `published`, `updated`, `publisher`,
 * `title`, `byline` (one name or several), `section`, `language`, `status` and `id` may be. Whatever else it
 * holds, and whatever has not the type it should, is passed over; a status in other words than those known is an error,
 * or what was called back might answer, and so is a date that may be another day: it is part of the report's id.
 */
export function jsonReport(
  value: unknown,
  place: { readonly path: string; readonly line?: number },
  options: ReportOptions = {},
): Report | InputError {
  const fail = (code: "not-a-report" | "empty", message: string) => inputError(place.path, code, message, place.line)
  if (!isObject(value)) return fail("not-a-report", 'not a JSON object; give each report as {"text": …}')
  if (typeof value.text !== "string") return fail("not-a-report", 'the report has no "text"; name its text so')
  if (value.text.trim() === "") return fail("empty", 'the report\'s "text" is empty')
  const status = statusOf(value.status)
  if (status === "odd") {
    const odd = JSON.stringify(words(value.status)?.slice(0, 40))
    return fail("not-a-report", `the report's "status" is ${odd}; it may be "usable", "withheld" or "cancelled"`)
  }
  const unsure = ["published", "date", "updated"].find((name) => isUnsure(value[name]))
  if (unsure !== undefined) {
    const odd = JSON.stringify(words(value[unsure])?.slice(0, 40))
    return fail(
      "not-a-report",
      `the report's "${unsure}" is ${odd}, which is no day for sure; write it like 2024-03-25, or leave it out`,
    )
  }
  const id = typeof value.id === "number" ? String(value.id) : words(value.id)
  return buildReport(
    {
      text: value.text,
      title: words(value.title),
      url: words(value.url),
      publisher: words(value.publisher),
      byline: names(value.byline),
      section: words(value.section),
      published: dateLike(value.published) ?? dateLike(value.date),
      updated: dateLike(value.updated),
      status,
      language: words(value.language),
      provenance: { ...place, ...(id ? { record: id } : {}) },
    },
    options,
  )
}

/** The reports of a JSON file that is not one of lines: one object, or an array of them. */
export function* readJson(text: string, path: string, options: ReportOptions = {}): Generator<Report | InputError> {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ""))
  } catch {
    yield inputError(path, "broken-json", 'not valid JSON; give one report as {"text": …} or an array of such')
    return
  }
  if (!Array.isArray(value)) {
    yield jsonReport(value, { path }, options)
    return
  }
  if (value.length === 0) yield inputError(path, "empty", "holds no report")
  for (const [index, entry] of value.entries()) {
    const outcome = jsonReport(entry, { path }, options)
    yield "code" in outcome ? { ...outcome, message: `entry ${index + 1}: ${outcome.message}` } : outcome
  }
}

const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const words = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined)

const dateLike = (value: unknown): string | number | undefined =>
  typeof value === "number" || (typeof value === "string" && value.trim() !== "") ? value : undefined

const isUnsure = (value: unknown): boolean =>
  typeof value === "string" && value.trim() !== "" && isoDate(value) === undefined

function names(value: unknown): string[] | undefined {
  if (typeof value === "string") return [value]
  return Array.isArray(value) ? value.filter((name) => typeof name === "string") : undefined
}

/** "Canceled" → cancelled */
function statusOf(value: unknown): Report["status"] | "odd" {
  const status = words(value)?.trim().toLowerCase()
  if (!status) return undefined
  if (status === "usable" || status === "withheld" || status === "cancelled") return status
  return status === "canceled" ? "cancelled" : "odd"
}
