import type { Report } from "../../record.js"
import { seatCalled } from "../../text/lexicon/seats.js"
import { titleModifiers } from "../../text/lexicon/titles.js"
import { type Office, officeNouns } from "./offices.js"
import { nameWords } from "./words.js"

// Pure: from which words of a report somebody can be taken to speak for a body.

/**
 * A body that publishes what it did itself names its own side first: “Readout of President Ruiz’s Call with Prime Minister
 * Kane”, “Statement by the Spokesperson on Secretary Holt’s Meeting with …”. The parts of the title that name that side;
 * none where the title is no such one, as with news about others.
 */
export function ownSide({ publisher, title }: Pick<Report, "publisher" | "title">): string[] {
  if (!publisher || !title) return []
  const opening =
    /^(?:readout|read-out|statement|remarks|fact sheet|press (?:release|statement|briefing|conference)|briefing)\s*(?:of|by|from|on|:)\s+/i.exec(
      title,
    )
  if (!opening) return []
  const rest = title.slice(opening[0].length)
  const [before = "", ...subjects] = rest.split(/\s+on\s+/i)
  const byline = /(?:by|from)\s+$/i.test(opening[0])
  const parts = byline ? [upToOther(before), ...subjects.slice(0, 1).map(doing)] : [doing(rest)]
  return parts.filter((part) => part !== "")
}

const upToOther = (words: string): string =>
  words.split(/\s+(?:with|to|and the|in|at|for|regarding|about)\s+/i)[0] ?? ""

/** “Vice President Harris’s Virtual Meeting with …” → “Vice President Harris’s Virtual Meeting”; “the Passing of Ana Ruiz” → none. */
function doing(words: string): string {
  const own = upToOther(words)
  const deed =
    /\b(?:meetings?|calls?|conversations?|visits?|trips?|travels?|dinner|lunch|participation|discussions?|leading|convening|roundtables?|session|event|remarks|talks)\b/i
  const found = deed.exec(own)
  return found && found.index > 0 ? own.slice(0, found.index + found[0].length) : ""
}

/**
 * The names of bodies for which a role may speak, as compared, longest first: “White House press secretary” → “white house
 * press”, “white house”; “spokesman for the Torvik Port Authority” → “torvik port authority”; “the Torvik Port's director” →
 * “torvik port”. None where the role is no office, or a past or wished-for one.
 */
export function bodiesIn(role: string): string[] {
  const found = [role, role.replace(/['’]s?(?=\s)/g, " s")].flatMap((one) => bodiesAmong(nameWords(one)))
  return [...new Set(found)].sort((a, b) => b.split(" ").length - a.split(" ").length)
}

function bodiesAmong(words: readonly string[]): string[] {
  if (!words.some(isOffice) || words.some((word) => notFor.has(word)) || words.length > 11) return []
  const first = words.findIndex((word) => !before.has(word))
  const names: string[] = []
  for (let length = Math.min(7, words.length - 1); length > 0; length--) {
    for (let at = first; at + length <= words.length; at++) {
      const some = words.slice(at, at + length)
      if (isOffice(some[0]!) || isOffice(some.at(-1)!)) continue
      const next = words[at + length]
      // “Homeland Security Advisor” does not speak for a Homeland.
      const opens =
        at === first && next !== undefined && (length > 1 || isOffice(next) || isModifier(next) || seatCalled(some[0]!))
      if (opens || (closing.has(words[at - 1] ?? "") && next === undefined)) names.push(some.join(" "))
    }
  }
  return names
}

/** The country for which an office speaks; a senator or a judge speaks for none. */
export function countryOf(role: string, { title, scope, former }: Office): string | undefined {
  const words = nameWords(role)
  if (former || !scope || words[0] === "and" || words.some((word) => notFor.has(word)) || words.length > 9)
    return undefined
  // “president of a Vallondan rowing club”
  if (title.includes("president") && title !== "president" && title !== "president vice") return undefined
  return title.split(" ").some((word) => forCountry.has(word)) && !/ of .* of /.test(role) ? scope : undefined
}

/** “the Kane administration's border czar”: a body that needs no mention of its own to be one. */
export const ownerIn = (role: string): string | undefined =>
  /^(?:the\s+)?((?:\p{Lu}[\p{L}.-]*\s){1,3}(?:administration|government|campaign))['’]s\s/u.exec(role)?.[1]

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

const isOffice = (word: string): boolean =>
  officeNouns.has(word) ||
  /^(?:spokesm[ae]n|spokeswom[ae]n|spokespeople|chair(?:wo)?man|adviser|chairs|aide|official)$/.test(word)
const isModifier = (word: string): boolean =>
  titleModifiers.has(word) || /^(?:press|communications|s|border|policy)$/.test(word)

/** Says that somebody was it, wants to be it, stands against it, or is one of many in it who speak for themselves. */
const notFor = list(`
  former ex late onetime then retired candidate nominee hopeful critic opponent rival expert historian biographer lawyer
  nomination frontrunner runner against senator sen representative rep lawmaker legislator congressman congresswoman judge justice
  correspondent correspondents reporter
`)

const before = list("the a an new acting interim current outgoing another longtime our its")
const closing = list("of for at to the with")

const forCountry = list(`
  president minister chancellor taoiseach king queen emir sultan emperor secretary ambassador envoy advisor spokesperson
  premier monarch consul
`)
