import { mayBeAmericanPresident } from "../../text/lexicon/seats.js"
import { articleBefore, foldWords, type Reading, rolesOf } from "../reading/readings.js"

/**
 * “Vice President Ana Ruiz … the Vice President”: whoever alone bears a title in this report is meant by it. A title that
 * is used before its bearer is named is somebody's whom everybody knows: “The President called President Ruiz”.
 */
export function joinTitles(
  text: string,
  readings: readonly Reading[],
  order: readonly number[],
  labels: string[],
): void {
  const bearers = new Map<string, Set<string>>()
  const unknown = new Set<string>()
  const titled = new Map<number, string>()
  for (const index of order) {
    const reading = readings[index]!
    if (reading.form === "person") {
      for (const role of rolesOf(text, reading).map(foldWords)) {
        bearers.set(role, (bearers.get(role) ?? new Set()).add(labels[index]!))
      }
    } else if (reading.form === "description" && meansOne(text, reading)) {
      const title = foldWords(reading.text)
      const [bearer] = bearers.get(title) ?? []
      if (bearer === undefined) unknown.add(title)
      else if (!unknown.has(title) && labels[index]!.startsWith("alone")) titled.set(index, title)
    }
  }
  for (const [index, title] of titled) {
    const [bearer, ...others] = bearers.get(title)!
    if (others.length === 0) labels[index] = bearer!
  }
  joinAmerican(text, readings, labels)
}

/** “{The President} called President Ruiz … {President Carter} said”: American papers of state write so of their own. */
function joinAmerican(text: string, readings: readonly Reading[], labels: string[]): void {
  const bearers = new Set<string>()
  const meant: number[] = []
  for (const [index, reading] of readings.entries()) {
    if (reading.form === "person") {
      const { roles, words } = reading.person
      if (roles.includes("President") && mayBeAmericanPresident(words)) bearers.add(labels[index]!)
    } else if (reading.form === "description" && capitals.test(reading.text) && meansOne(text, reading)) {
      meant.push(index)
    }
  }
  const [bearer, ...others] = bearers
  if (bearer !== undefined && others.length === 0) for (const index of meant) labels[index] = bearer
}

/** In small letters it may be anybody's. */
const capitals = /^(?:(?:the|The|THE) )?(?:President|PRESIDENT)$/

/** “the mayor”: a person, and a known one. */
function meansOne(text: string, { mention, description }: Reading & { readonly form: "description" }): boolean {
  const definite = description.determiner === "definite" || articleBefore(text, mention) === "the"
  return definite && (mention.kind === "person" || mention.kind === "unnamed")
}
