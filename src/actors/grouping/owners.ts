import { sliceOf } from "../../text/span.js"
import { readName } from "../reading/names.js"
import type { Mention, Reading } from "../reading/readings.js"

/** “{Hall Speaker Tom Kane’s office}”, “{Tom Kane’s brother}” */
const owner = /(?<!\p{L})(\p{Lu}\p{Ll}+(?: \p{Lu}\.)? (\p{Lu}[\p{L}'’-]{1,30}?))['’](?:s |(?<=s.) )/gu

/**
 * Full names inside other mentions, of people whom the report names nowhere else but by their surname: “{Tom Kane}’s
 * office … Kane”.
 */
export function ownersIn(text: string, readings: readonly Reading[]): Mention[] {
  const short = new Set<string>()
  const full = new Set<string>()
  for (const reading of readings) {
    if (reading.form !== "person") continue
    const { words } = reading.person
    if (words.length === 1) short.add(words[0]!)
    else full.add(words.at(-1)!)
  }
  const found = new Map<string, Map<string, Mention>>()
  for (const { form, mention } of readings) {
    if (form !== "body" && form !== "description") continue
    for (const match of sliceOf(text, mention).matchAll(owner)) {
      const person = readName(match[1]!)
      const surname = person.form === "name" && person.given ? person.words.at(-1)! : ""
      if (!short.has(surname) || full.has(surname)) continue
      const start = mention.start + match.index
      const names = found.get(surname) ?? new Map()
      found.set(surname, names.set(match[1]!, { start, end: start + match[1]!.length, kind: "person" }))
    }
  }
  return [...found.values()].flatMap((names) => (names.size === 1 ? [...names.values()] : []))
}
