import type { Record } from "../../record.js"
import { sliceOf } from "../../text/span.js"
import { nameWords } from "./words.js"

type ActorOfReport = Record["actors"][number]

/**
 * The short names that a report gives a body itself, as compared: “IAEA” of “International Atomic Energy Agency (IAEA)”.
 * Only those whose letters fit count: a reader takes many a word for another name of a body.
 */
export function acronymsOf({ report }: Pick<Record, "report">, { name, aliases, mentions }: ActorOfReport): string[] {
  const bracketed = mentions.map(
    ({ end }) =>
      /^\s*\(\s*["“]?([\p{Lu}\d.&-]{2,10})["”]?\s*\)/u.exec(
        sliceOf(report.text, { start: end, end: Math.min(report.text.length, end + 16) }),
      )?.[1] ?? "",
  )
  const shorts = [...aliases, ...bracketed].filter((short) => /^[\p{Lu}.&\d-]{2,12}$/u.test(short))
  const full = nameWords(name)
  return [...new Set(shorts.map((short) => nameWords(short).join("")))].filter(
    (short) => full.length > 1 && fits(short, full),
  )
}

/** The letters of the acronym are the first letters of the words; small words may be left out. */
export function fits(short: string, words: readonly string[]): boolean {
  const first = (some: readonly string[]) => some.map((word) => word[0]).join("")
  const spoken = words.filter((word) => !/^(?:of|the|and|for|in|on|to|a|&|de|du|des|la)$/.test(word))
  const withoutCountry = spoken.slice(1)
  return [words, spoken, withoutCountry].some((some) => some.length > 1 && first(some) === short)
}
