import { nameWords } from "./words.js"

export type Field = "state" | "sport" | "arts" | "media" | "business" | "science" | "private"

/** The walk of life that a role tells of; undefined where it tells of none, or of one that goes with all others. */
export function fieldOf(role: string): Field | undefined {
  const words = nameWords(role)
  for (const field of ["private", "sport", "arts", "media", "science", "business"] as const) {
    if (words.some((word) => fields[field].has(word))) return field
  }
  return words.some((word) => stateNouns.has(word)) ? "state" : undefined
}

/** Whether one person may be both: a striker is no senator, though an actor may be a writer, and a tycoon president. */
export function mayBeBoth(a: Iterable<Field>, b: Iterable<Field>): boolean {
  const mine = new Set(a)
  const theirs = new Set(b)
  if (mine.size === 0 || theirs.size === 0) return true
  return [...mine].some((one) =>
    [...theirs].some((other) => one === other || together.has([one, other].sort().join(" "))),
  )
}

const together = new Set([
  "arts media",
  "business state",
  "arts business",
  "business media",
  "media state",
  "media sport",
  "business science",
  "science state",
])

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

const fields: { readonly [F in Exclude<Field, "state">]: ReadonlySet<string> } = {
  private: list(`
    resident neighbor neighbour schoolteacher farmer nurse waiter waitress homeowner villager tourist shopper pupil
    schoolboy schoolgirl teenager teen toddler parishioner passerby bystander survivor housewife
  `),
  sport: list(`
    coach striker midfielder defender goalkeeper quarterback pitcher jockey footballer cricketer golfer swimmer skier boxer
    sprinter surfer cyclist batsman bowler linebacker outfielder shortstop lineman teammate manager-coach
  `),
  arts: list(`
    actor actress singer rapper guitarist drummer bassist songwriter novelist playwright poet sculptor painter filmmaker
    comedian pianist violinist ballerina dancer choreographer screenwriter composer
  `),
  media: list(`
    reporter journalist correspondent anchor anchorman anchorwoman co-host cohost presenter columnist broadcaster
    newscaster blogger
  `),
  science: list(`
    scientist physicist biologist chemist astronomer geologist epidemiologist ecologist economist historian sociologist
    anthropologist archaeologist climatologist neuroscientist professor researcher
  `),
  business: list("businessman businesswoman entrepreneur investor trader banker tycoon ceo financier developer"),
}

const stateNouns = list(`
  president minister chancellor king queen emir sultan senator sen representative rep congressman congresswoman governor gov
  mayor ambassador secretary premier mp mep msp lawmaker legislator
`)
