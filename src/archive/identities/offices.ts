import { countryNamed, countryOfAdjective } from "../../text/lexicon/countries.js"
import { nameWords } from "./words.js"

/** An office that a role tells of. */
export interface Office {
  /** Its words in alphabetical order, without the country: “minister prime”, “advisor national security” */
  readonly title: string
  /** The country, where the role names it. */
  readonly scope?: string
  readonly former: boolean
}

/**
 * “Vallondan President” and “President of Vallonda” are one office, and so are “foreign minister” and “minister for
 * foreign affairs” as far as their words go. Undefined for what is no office: “a resident”, “member of the party”.
 */
export function officeOf(role: string): Office | undefined {
  const words = nameWords(role)
  const listed = withoutCountry(words)
  const { rest, scope } = listed.scope ? listed : unlistedCountry(words.filter((word) => !unspoken.has(word)))
  const former = words.some((word) => /^(?:former|ex|late|onetime|past)$/.test(word))
  const title = [...new Set(rest.flatMap((word) => (unspoken.has(word) ? [] : (samesaid[word] ?? word).split(" "))))]
  if (title.length === 0 || title.length > 7 || !title.some((word) => officeNouns.has(word))) return undefined
  // “secretary to the president”, “wife of the mayor”: somebody else holds the office that is named last.
  if (
    /\b(?:to|of|for) (?:the|his|her|mr|then|former|us|\w+n) ?(?:vice )?(?:president|prime minister|mayor|governor|senator)\b/.test(
      words.join(" "),
    )
  ) {
    title.push("aide")
  }
  return { title: title.sort().join(" "), ...(scope ? { scope } : {}), former }
}

/** Of which there is one at a time: “president”, “foreign minister”, “mayor of Torvik”; not “senator”. */
export const isSole = ({ title, scope }: Office): boolean => {
  const words = title.split(" ").filter((word) => !parties.has(word))
  if (words.length > 1) return !words.some((word) => many.has(word)) || words.length > 2
  return (
    soleNouns.has(words[0] ?? "") || (scope !== undefined && /^(?:ambassador|governor|chief)$/.test(words[0] ?? ""))
  )
}

/** The same office, as far as the words tell: a country that only one of them names does not part them. */
export function sameOffice(a: Office, b: Office): boolean {
  if (a.former !== b.former) return false
  if (a.scope && b.scope && a.scope !== b.scope) return false
  if (a.title === b.title) return true
  const [short, long] = a.title.length < b.title.length ? [a, b] : [b, a]
  const words = new Set(long.title.split(" "))
  const few = short.title.split(" ")
  const more = [...words].filter((word) => !few.includes(word))
  return (
    few.length > 1 &&
    few.every((word) => words.has(word)) &&
    !more.some((word) => ranks.has(word) || officeNouns.has(word))
  )
}

/** Two countries have one office each: whoever is president of one is not president of the other. */
export const otherCountry = (a: Office, b: Office): boolean =>
  a.title === b.title && isSole(a) && a.scope !== undefined && b.scope !== undefined && a.scope !== b.scope

/** The country that words name, and the words without it. */
export function withoutCountry(words: readonly string[]): {
  readonly rest: readonly string[]
  readonly scope?: string
} {
  for (let length = 3; length > 0; length--) {
    for (let at = 0; at + length <= words.length; at++) {
      const some = words.slice(at, at + length).join(" ")
      const scope = countryNamed(some) ?? countryOfAdjective(some)
      if (scope) return { rest: [...words.slice(0, at), ...words.slice(at + length)], scope }
    }
  }
  return { rest: words }
}

/** “Vallondan President”: the country is on no list, and the words show that it is one. */
function unlistedCountry(words: readonly string[]): { readonly rest: readonly string[]; readonly scope?: string } {
  const [first = "", ...rest] = words
  const isOne = /..(?:an|ese|ish)$/.test(first) && /^(?:president|prime minister|vice president)$/.test(rest.join(" "))
  return isOne && !parties.has(first) ? { rest, scope: first } : { rest: words }
}

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

const unspoken = list(`
  the a an of for and to at in on by with his her its their former ex late onetime past then current outgoing acting interim
  incoming longtime longterm new mr mrs ms dr hon honorable right affairs top
`)

const samesaid: { readonly [word: string]: string } = {
  adviser: "advisor",
  spokesman: "spokesperson",
  spokeswoman: "spokesperson",
  chairman: "chair",
  chairwoman: "chair",
  chairperson: "chair",
  sen: "senator",
  senators: "senator",
  gov: "governor",
  govs: "governor",
  rep: "representative",
  congressman: "representative",
  congresswoman: "representative",
  pm: "prime minister",
  premier: "prime minister",
  gen: "general",
  col: "colonel",
  lt: "lieutenant",
  adm: "admiral",
  amb: "ambassador",
  ceo: "chief executive",
  defence: "defense",
  presidents: "president",
  ministers: "minister",
  secretaries: "secretary",
  sec: "secretary",
  atty: "attorney",
  vp: "vice president",
}

/** Whoever has one of these is a public person. */
export const officeNouns = list(`
  president premier minister chancellor taoiseach king queen prince princess emir sultan emperor pope patriarch ayatollah
  imam archbishop bishop cardinal rabbi secretary undersecretary senator representative lawmaker legislator assemblyman
  assemblywoman councillor councilor councilman councilwoman alderman mp mep msp governor mayor ambassador envoy consul
  commissioner advisor speaker whip leader director administrator general admiral colonel major captain lieutenant
  commander marshal sergeant brigadier commandant judge justice attorney prosecutor solicitor sheriff superintendent chief
  chair executive spokesperson czar coordinator head deputy treasurer comptroller controller counsel delegate
  representative inspector ombudsman lady monarch duke duchess earl lord baroness candidate nominee frontrunner politician
  strategist negotiator diplomat chairs co-chair counselor president-elect
`)

/** Make another office of one: the vice president is not the president. */
const ranks = list("vice deputy assistant associate under shadow spokesperson first elect candidate nominee co aide")

const soleNouns = list("president chancellor king queen emir sultan emperor pope taoiseach monarch")

/** Offices that several hold at a time. */
const many = list(`
  senator representative lawmaker legislator assemblyman assemblywoman councillor councilor councilman councilwoman alderman
  mp mep msp ambassador envoy judge justice general admiral colonel major captain lieutenant sergeant deputy counsel
  delegate executive spokesperson candidate nominee politician strategist diplomat leader attorney prosecutor prince
  princess bishop rabbi imam inspector director officer
`)

const parties = list("republican democratic democrat conservative labour liberal tory socialist communist green gop")
