import { nameWords } from "../reading/fold.js"
import type { Reading } from "../reading/readings.js"
import { kin } from "./contradictions.js"

/**
 * “The gunman, later identified as Tom Kane”, “his lawyer, Maria Lopez, said”: what stands between a description and a
 * name says that they are one.
 */
export function joinIntroductions(
  text: string,
  readings: readonly Reading[],
  order: readonly number[],
  labels: string[],
): void {
  const starts = new Map<number, number>()
  for (const index of order) {
    const reading = readings[index]!
    if (reading.form === "person") starts.set(reading.mention.start, index)
  }
  for (const index of order) {
    const reading = readings[index]!
    if (reading.form !== "description" || !labels[index]!.startsWith("alone")) continue
    const { kind, end } = reading.mention
    if (kind !== "person" && kind !== "unnamed") continue
    // Plurals, and titles that run into a name.
    if (nameWords(reading.text).at(-1)?.text !== reading.description.head) continue
    const between = introduces.exec(text.slice(end, end + 120))?.[0]
    const named = between === undefined ? undefined : starts.get(end + between.length)
    if (named === undefined) continue
    const { mention } = readings[named]!
    const after = text.slice(mention.end, mention.end + 3)
    // “In a letter to the mayor, Ruiz, …” tells of two; “his wife, Ana, …” of one.
    const isFull = /\s/.test(text.slice(mention.start, mention.end)) || kin.has(reading.description.head)
    const sure = between!.length > 2 || (isFull && /^(?:(?:['’]s)?[,.;)–—]| \()/.test(after))
    if (sure) labels[index] = labels[named]!
  }
}

/** “, who was later identified by police as 47-year-old ”, or a comma alone. */
const introduces =
  /^,? (?:who )?(?:(?:has|have|had) (?:since )?been |was |is )?(?:later |since )?(?:publicly |formally )?(?:identified|named)(?: by [^.,;]{1,40}| in [^.,;]{1,40}| on \w{1,12})? as (?:\d{1,3}-year-old )?|^, /
