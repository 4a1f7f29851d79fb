import { readFile } from "node:fs/promises"

/** How well the model that ships with the package reads, as the bench measured it on annotated reports. */
export interface Measured {
  readonly model: string
  readonly reports: number
  readonly measured: { readonly [row: string]: { readonly precision: number; readonly recall: number } }
}

export const readMeasured = async (): Promise<Measured> =>
  JSON.parse(await readFile(new URL("../../models/en/accuracy.json", import.meta.url), "utf8"))

/** Of what is read so, how much is right, and of what there is, how much is found; one of them where only one is known. */
export interface ReaderError {
  readonly precision?: number
  readonly recall?: number
}

/** What is known of the reader's mistakes in one kind of share. */
export function errorOf({ measured }: Measured, measure: string, value: string): ReaderError {
  // Which kind a statement is was measured among those found: only how many of each are missed is known.
  if (measure === "kind") return { recall: measured[`${value} (recall)`]!.recall }
  if (measure === "remove") return measured[value === "first-hand" ? "statements found" : "second-hand"]!
  return measured["statement + speaker"]!
}
