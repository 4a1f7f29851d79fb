// Seats of government that reports speak of as of somebody who says and does things, and what belongs to them by name.
// All lower case, without accents, dots and apostrophes, as names are compared.

/** “The White House said”: of which country it is, and the offices that are offices of it whoever tells of them. */
export interface Seat {
  readonly name: string
  readonly written: string
  readonly also: readonly string[]
  /** as in the list of countries */
  readonly country: string
  /** Of the country and so of its seat: “U.S. President”. Without the country they say nothing: every country has one. */
  readonly ofCountry: readonly string[]
  /** Said without a country where a report tells of this one, and of no other that has an office of that name. */
  readonly byName: readonly { readonly office: string; readonly elsewhere: readonly string[] | "everywhere" }[]
}

// Countries whose “national security adviser” reports tell of under just this name.
const withSecurityAdvisors =
  `afghanistan, armenia, bangladesh, canada, ghana, india, iraq, israel, japan, kenya, nigeria,
  pakistan, philippines, romania, saudi arabia, south korea, sri lanka, turkey, united arab emirates, united kingdom`
    .split(",")
    .map((name) => name.trim())

const only = (...offices: string[]) => offices.map((office) => ({ office, elsewhere: [] }))
const common = (...offices: string[]) => offices.map((office) => ({ office, elsewhere: "everywhere" as const }))

export const seats: readonly Seat[] = [
  {
    name: "white house",
    written: "White House",
    also: ["us white house"],
    country: "united states",
    ofCountry: ["president", "vice president", "border czar", "drug czar", "special presidential envoy for climate"],
    byName: [
      // The same words in a report of India and America may mean either.
      ...[
        "national security advisor",
        "deputy national security advisor",
        "principal deputy national security advisor",
      ].map((office) => ({ office, elsewhere: withSecurityAdvisors })),
      ...only("homeland security advisor", "national security advisor to the vice president"),
      ...common(
        "press secretary to the president",
        "presidential press secretary",
        "chief of staff to the president",
        "presidential chief of staff",
        "president's special envoy",
        "special presidential envoy",
      ),
    ],
  },
  {
    name: "downing street",
    written: "Downing Street",
    also: ["10 downing street", "no 10 downing street", "number 10 downing street", "no 10", "number 10", "number ten"],
    country: "united kingdom",
    ofCountry: ["prime minister", "national security advisor"],
    byName: common(
      "prime minister's spokesperson",
      "prime minister's official spokesperson",
      "prime minister's press secretary",
      "prime minister's chief of staff",
    ),
  },
  {
    name: "kremlin",
    written: "Kremlin",
    also: ["the kremlin palace"],
    country: "russia",
    ofCountry: ["president"],
    byName: common("presidential spokesperson", "president's spokesperson", "presidential envoy"),
  },
  {
    name: "elysee",
    written: "Élysée",
    also: ["elysee palace", "palais de lelysee"],
    country: "france",
    ofCountry: ["president"],
    byName: common("presidential spokesperson", "president's spokesperson", "president's diplomatic advisor"),
  },
  {
    name: "blue house",
    written: "Blue House",
    also: ["cheong wa dae"],
    country: "south korea",
    ofCountry: ["president", "national security advisor"],
    byName: common("presidential spokesperson", "president's spokesperson"),
  },
  {
    name: "vatican",
    written: "Vatican",
    also: [], // “Holy See” stands in the list of countries.
    country: "vatican",
    ofCountry: ["secretary of state", "spokesperson", "press secretary"],
    byName: [{ office: "pope", elsewhere: ["egypt", "ethiopia", "eritrea"] }], // which have Coptic ones
  },
]

const seatOf = new Map(seats.flatMap((seat) => [seat.name, ...seat.also].map((name): [string, Seat] => [name, seat])))

/** “no 10” → Downing Street */
export const seatCalled = (words: string): Seat | undefined => seatOf.get(words)

// Presidents of the United States, for whom an administration and the White House are called: from, until, surname and
// given names of the president, then of the vice president.  A new one is a new line.
const terms = `
1961-01-20 | 1963-11-22 | kennedy john jack | johnson lyndon
1963-11-22 | 1969-01-20 | johnson lyndon | humphrey hubert
1969-01-20 | 1974-08-09 | nixon richard | agnew spiro, ford gerald
1974-08-09 | 1977-01-20 | ford gerald | rockefeller nelson
1977-01-20 | 1981-01-20 | carter jimmy james | mondale walter
1981-01-20 | 1989-01-20 | reagan ronald | bush george
1989-01-20 | 1993-01-20 | bush george | quayle dan
1993-01-20 | 2001-01-20 | clinton bill william | gore al albert
2001-01-20 | 2009-01-20 | bush george | cheney dick richard
2009-01-20 | 2017-01-20 | obama barack | biden joe joseph
2017-01-20 | 2021-01-20 | trump donald | pence mike michael
2021-01-20 | 2025-01-20 | biden joe joseph | harris kamala
2025-01-20 | 2029-01-20 | trump donald | vance jd james
`

interface Term {
  readonly from: string
  readonly until: string
  readonly president: readonly (readonly string[])[]
  readonly vice: readonly (readonly string[])[]
}

const americanTerms: readonly Term[] = terms
  .trim()
  .split("\n")
  .map((line) => {
    const [from = "", until = "", president = "", vice = ""] = line.split("|").map((part) => part.trim())
    const people = (words: string) => words.split(", ").map((person) => person.split(" "))
    return { from, until, president: people(president), vice: people(vice) }
  })

/** Those of the day; without a day all of them. */
const termsAt = (day: string | null): readonly Term[] =>
  americanTerms.filter(({ from, until }) => day === null || (from <= day && day <= until))

/** “biden”, “joe biden”, “lyndon b johnson”, without “jr” */
function isOne(people: readonly (readonly string[])[], words: readonly string[]): boolean {
  return people.some(
    ([surname, ...given]) => words.at(-1) === surname && (words.length === 1 || given.includes(words[0]!)),
  )
}

/** Whether somebody so called, as compared, may be one who was the American president. */
export const mayBeAmericanPresident = (words: readonly string[]): boolean =>
  americanTerms.some(({ president }) => isOne(president, words))

/** Whether somebody of that name, as compared, was the American president or vice president on a day. */
export function wasAmerican(office: "president" | "vice", words: readonly string[], day: string | null): boolean {
  // At no known time “President Carter” may head a college.
  if (day === null && words.length === 1) return false
  return termsAt(day).some((term) => isOne(term[office], words))
}

/** “biden administration”, “biden harris administration”, “second trump administration”, “trump white house”: that of the day. */
export function isAmericanAdministration(name: string, day: string | null): boolean {
  const called = /^(?:(?:first|second) )?(.+) (?:administration|white house)$/.exec(name)?.[1]?.split(" ")
  if (!called) return false
  return termsAt(day).some(
    ({ president, vice }) =>
      isOne(president, called) ||
      (called.length === 2 && isOne(president, called.slice(0, 1)) && isOne(vice, called.slice(1))),
  )
}
