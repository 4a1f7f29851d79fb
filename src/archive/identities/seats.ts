import type { Report } from "../../record.js"
import { countryNamed, countryOfAdjective } from "../../text/lexicon/countries.js"
import { isAmericanAdministration, type Seat, seatCalled, seats, wasAmerican } from "../../text/lexicon/seats.js"
import { type Office, officeOf } from "./offices.js"
import { bodiesIn } from "./speaking-for.js"
import { nameWords } from "./words.js"

// Pure: who belongs to the White House or another seat of government by what they are called, whoever tells of them.

export interface SeatGround {
  readonly seat: Seat
  /** What it rests on beside the words themselves: “, in a report about …”. */
  readonly reason?: string
}

interface Bearer {
  /** of the name, as compared */
  readonly words: readonly string[]
  /** all that is known of */
  readonly borne: readonly Office[]
  readonly told: Told
  readonly day: string | null
}

/** “White House press secretary”, “U.S. President”, “National Security Advisor”; `scope` is a country told outside the role. */
export function seatOfRole(role: string, scope: string | undefined, bearer: Bearer): SeatGround | undefined {
  const names = bodiesIn(role)
  const named = names.map(seatCalled).find((seat) => seat !== undefined)
  if (named) return { seat: named }
  if (names.some((name) => isAmericanAdministration(name, bearer.day))) return { seat: whiteHouse }
  const office = officeOf(role.replace(/['’]s?(?=\s)/g, ""))
  if (!office || office.former || isNoHolder(role)) return undefined
  const country = office.scope ?? scope
  if (!country) return seatOfBare(office, bearer)
  const seat = seats.find((one) => one.country === country && titles.get(one)!.has(office.title))
  return seat && { seat }
}

/** “National Security Advisor”, “President Biden”: nothing says of which country. */
function seatOfBare(office: Office, { words, borne, told, day }: Bearer): SeatGround | undefined {
  const held = office.title === "president" ? "president" : office.title === "president vice" ? "vice" : undefined
  const found =
    held && wasAmerican(held, words, day)
      ? { seat: whiteHouse, reason: LISTED }
      : seats
          .filter((seat) => {
            const elsewhere = bareTitles.get(seat)!.get(office.title)
            return elsewhere && told.isAbout(seat, elsewhere)
          })
          .map((seat) => ({ seat, reason: `, in a report that names ${written(seat)}` }))[0]
  const isElsewhere = borne.some(
    ({ title, scope }) => title === office.title && scope !== undefined && scope !== found?.seat.country,
  )
  return isElsewhere ? undefined : found
}

/** The White House under another name: “Biden administration”. */
export const seatUnderName = (name: string, day: string | null): SeatGround | undefined =>
  isAmericanAdministration(name, day) ? { seat: whiteHouse, reason: LISTED } : undefined

const whiteHouse = seatCalled("white house")!
const LISTED = ", by the list of American presidents"

/** “the United States”, “South Korea” */
const written = ({ country }: Seat): string =>
  `${country.startsWith("united") ? "the " : ""}${country.replace(/\b\p{Ll}/gu, (letter) => letter.toUpperCase())}`

/** As they are compared: “advisor national security”. */
const titles = new Map(
  seats.map((seat) => [
    seat,
    new Set([...seat.ofCountry, ...seat.byName.map(({ office }) => office)].map((office) => officeOf(office)?.title)),
  ]),
)
const bareTitles = new Map(
  seats.map((seat) => [
    seat,
    new Map(seat.byName.map(({ office, elsewhere }) => [officeOf(office.replace("'s", ""))?.title, elsewhere])),
  ]),
)

/** “nominee for national security advisor” */
const isNoHolder = (role: string): boolean =>
  nameWords(role).some((word) =>
    /^(?:nominee|candidate|pick|choice|critic|hopeful|retired|elect|designate)$/.test(word),
  )

/** Of which countries a report tells. */
export interface Told {
  /** Of that of the seat, and of none of the others. */
  isAbout(seat: Seat, elsewhere: readonly string[] | "everywhere"): boolean
}

/** Looked through when first asked: most reports tell of no office that belongs to a seat. */
export function toldIn({ text, title = "" }: Pick<Report, "text" | "title">): Told {
  let found: ReadonlySet<string> | undefined
  return {
    isAbout({ country }, elsewhere) {
      found ??= countriesIn(`${title}\n${text}`)
      if (!found.has(country)) return false
      return elsewhere === "everywhere" ? found.size === 1 : !elsewhere.some((other) => found!.has(other))
    },
  }
}

/** “Mexican”, “U.S.”, “South Korea”, and the countries of seats: “the White House”. */
function countriesIn(text: string): ReadonlySet<string> {
  const found = new Set<string>()
  const words = text.split(/[\s\p{Pd}/“”"(),;:?!]+/u)
  words.forEach((word, at) => {
    // “Us” opens a sentence, “US” is a country.
    if (!/^\p{Lu}/u.test(word) || word === "Us") return
    for (let length = 1; length <= 3 && at + length <= words.length; length++) {
      const name = nameWords(words.slice(at, at + length).join(" ")).join(" ")
      const country = countryNamed(name) ?? countryOfAdjective(name) ?? seatCalled(name)?.country
      if (country) found.add(country)
    }
  })
  return found
}
