import { readFile } from "node:fs/promises"

/** How well the model that ships with the package reads, as the bench measured it on annotated reports. */
export interface Measured {
  readonly model: string
  readonly reports: number
  readonly measured: { readonly [row: string]: { readonly precision: number; readonly recall: number } }
  /** Statements with who said them, in the reports of single outlets. */
  readonly outlets: { readonly [outlet: string]: OutletError }
}

export interface OutletError {
  readonly reports: number
  readonly statements: number
  readonly precision: number
  readonly recall: number
}

export const readMeasured = async (): Promise<Measured> =>
  JSON.parse(await readFile(new URL("../../models/en/accuracy.json", import.meta.url), "utf8"))

/** Of what is read so, how much is right, and of what there is, how much is found; one of them where only one is known. */
export interface ReaderError {
  readonly precision?: number
  readonly recall?: number
}

/** What is known of the reader's mistakes in one kind of share; of voices and sources in the outlet's own reports, where they were measured. */
export function errorOf({ measured, outlets }: Measured, measure: string, value: string, outlet?: string): ReaderError {
  // Which kind a statement is was measured among those found: only how many of each are missed is known.
  if (measure === "kind") return { recall: measured[`${value} (recall)`]!.recall }
  if (measure === "remove") return measured[value === "first-hand" ? "statements found" : "second-hand"]!
  const own = outlet !== undefined && Object.hasOwn(outlets, outlet) ? outlets[outlet] : undefined
  const { precision, recall } = own ?? measured["statement + speaker"]!
  return { precision, recall }
}
