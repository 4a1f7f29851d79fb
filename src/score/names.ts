import type { Actor } from "../record.js"
import type { GoldActor } from "./gold.js"

const titles = new Set(
  `mr mrs ms dr sir lady lord president vice prime minister senator sen rep representative gov governor secretary
  ambassador general gen colonel col judge justice king queen prince princess pope mayor former us the a an attorney
  chancellor speaker majority minority leader director chief of state spokesman spokeswoman`.split(/\s+/),
)

/** Does the actor that was read stand for the gold one? */
export function sameActor(gold: GoldActor, read: Actor): boolean {
  const goldNames = [gold.name, ...gold.aliases].map(coreOf)
  const name = coreOf(read.name)
  if (gold.kind === "person" && isAnotherPerson(goldNames, name)) return false
  if (gold.kind === "unnamed" || gold.kind === "group" || gold.kind === "document") {
    const goldWords = new Set(goldNames.flat())
    return [name, ...read.aliases.map(coreOf)].some(
      (words) => goldNames.some((other) => equal(words, other)) || goldWords.has(words.at(-1) ?? ""),
    )
  }
  return goldNames.some((other) => equal(name, other) || isShortened(name, other))
}

/** Is the whole name given, titles aside? */
export function isFullName(gold: GoldActor, read: Actor): boolean {
  const whole = coreOf(gold.name)
  const name = coreOf(read.name)
  return whole.every((word) => name.includes(word)) || (name.length > 1 && equal(whole.slice(-name.length), name))
}

/** Last words of those whom a joint speaker's name joins: "Ana Ruiz and Tom Hale" gives ruiz, hale. */
export function membersOf(gold: GoldActor): string[] {
  if (gold.kind !== "group" || !/[A-Z][^ ]* and (?:[a-z]+ )*[A-Z]/.test(gold.name)) return []
  return gold.name.split(/,| and /).flatMap((name) => coreOf(name).at(-1) ?? [])
}

/** The words of a name, lower case, accents and titles aside: "Gov. José Peña’s" gives jose, pena. */
export function coreOf(name: string): string[] {
  const words = wordsOf(name)
  const core = words.filter((word) => !titles.has(word))
  return core.length ? core : words
}

export function wordsOf(name: string): string[] {
  const plain = name
    .replace(/(?<![\p{L}\p{N}_])(?:[A-Za-z]\.){2,}/gu, (initials) => initials.replaceAll(".", "")) // U.S. is US
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replace(/['’]s(?![\p{L}\p{N}_])/gu, "")
  return plain.match(/[\p{L}\p{N}_]+/gu) ?? []
}

// Of two people called Reed, Ann and Tom are two; a bare "Reed" may be either.
function isAnotherPerson(goldNames: readonly string[][], name: readonly string[]): boolean {
  const whole = goldNames.filter((words) => words.length > 1)
  if (!whole.length || name.length < 2) return false
  return !whole.some((words) => {
    const last = words.at(-1)!
    return name.at(-1) !== last || name.some((word) => word !== last && words.includes(word))
  })
}

// "Reed" for "Ann Reed", and the other way about: one holds all words of the other and both end alike.
function isShortened(a: readonly string[], b: readonly string[]): boolean {
  if (!a.length || !b.length || a.at(-1) !== b.at(-1)) return false
  return a.every((word) => b.includes(word)) || b.every((word) => a.includes(word))
}

const equal = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((word, i) => word === b[i])
