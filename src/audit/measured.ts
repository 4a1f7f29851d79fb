import { readFile } from "node:fs/promises"

/** How well the model that ships with the package reads, as the bench measured it on annotated reports. */
export interface Measured {
  readonly model: string
  readonly reports: number
  readonly measured: Rows
  /** The same in the reports of single outlets, where there were enough. */
  readonly outlets: { readonly [outlet: string]: { readonly reports: number; readonly measured: Rows } }
}

interface Rows {
  readonly [row: string]: { readonly precision: number; readonly recall: number }
}

export const readMeasured = async (): Promise<Measured> =>
  JSON.parse(await readFile(new URL("../../models/en/accuracy.json", import.meta.url), "utf8"))

/** Of what is read so, how much is right, and of what there is, how much is found. */
export interface ReaderError {
  readonly precision: number
  readonly recall: number
  /** so many of the outlet's own reports it was measured on; not given: on those of all outlets */
  readonly own?: number
}

/** What is known of the reader's mistakes in one kind of share: in the outlet's own reports, where they were measured. */
export function errorOf({ measured, outlets }: Measured, measure: string, value: string, outlet?: string): ReaderError {
  const row = rowOf(measure, value)
  const name = outlet !== undefined && (outletOfHost(outlet) ?? outlet)
  const its = name && Object.hasOwn(outlets, name) ? outlets[name] : undefined
  const { precision, recall } = its?.measured[row] ?? measured[row]!
  const own = its?.measured[row] && { own: its.reports }
  return { precision, recall, ...own }
}

const hosts: readonly (readonly [host: RegExp, outlet: string])[] = [
  [/(^|\.)reuters\.com$/, "Reuters"],
  [/(^|\.)wikinews\.org$/, "Wikinews"],
  [/(^|\.)dailymail\.co\.uk$/, "Daily Mail"],
  [/whitehouse(\.archives)?\.gov$/, "The White House"],
]

/** A report that names no publisher goes by its host: "en.wikinews.org" is Wikinews. */
export const outletOfHost = (host: string): string | undefined => hosts.find(([pattern]) => pattern.test(host))?.[1]

function rowOf(measure: string, value: string): string {
  if (measure === "kind") return `found as ${value}`
  if (measure === "remove") return value === "first-hand" ? "statements found" : "second-hand"
  return "statement + speaker"
}
