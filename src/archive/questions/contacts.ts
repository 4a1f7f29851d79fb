import { sql } from "kysely"
import type { Contact } from "../../record.js"
import type { Archive } from "../open.js"
import { given, type Named } from "./entries.js"
import { isOneOf, meantBy, nobody, type People } from "./meant.js"
import { type Meant, type Page, type Paging, type Period, searched, sliced } from "./page.js"
import { daysOf, type Group, groupTellings, toldDays } from "./same-contact.js"
import { type SpeaksFor, standsAgainst, type Told } from "./silence.js"
import { lasts, type Speaking, type Spoken, speakersFor, spokenForBy } from "./speaking.js"
import { type Loaded, type Side, type Telling, tellingsWhere } from "./tellings.js"

/** One contact, or one that did not happen, with every report that tells of it. */
export interface ContactAnswer {
  readonly id: string
  readonly between: readonly Named[]
  readonly mode: Contact["mode"]
  readonly status: Contact["status"]
  /** "told": the words say when; "report": only the day of the report is known */
  readonly when?: { readonly from?: string; readonly to?: string; readonly basis: "told" | "report" }
  readonly where?: string
  readonly tellings: readonly Telling[]
  /** ids of the contacts in this answer that stand against it */
  readonly against: readonly string[]
  /** by whom it was with those who were asked about, where they took part through somebody who speaks for them */
  readonly through: readonly Speaking[]
}

export interface ContactsQuestion extends Period, Paging {
  readonly who: string
  readonly other?: string
  readonly stale?: boolean
  /** the newest first instead of the oldest; those without a day come last */
  readonly newest?: boolean
}

/**
 * The contacts of somebody, or between two, with those who speak for them, oldest first; with what did not happen and
 * who says so. A silence that stands against one of them is among them, whoever it names.
 */
export async function contacts(archive: Archive, question: ContactsQuestion): Promise<Page<ContactAnswer>> {
  const first = await coverOf(archive, await meantBy(archive, question.who))
  const second =
    question.other === undefined ? undefined : await coverOf(archive, await meantBy(archive, question.other))
  const covers = second ? [first, second] : [first]
  const meant = covers.map(({ people: { asked, people } }): Meant => ({ asked, people }))
  const found = covers.some(({ people }) => nobody(people))
    ? []
    : (await between(archive, first, second, question)).filter((telling) => isAsked(telling, question))
  const silences = await silencesAbout(archive, found, question)
  const all = new Map([...found, ...silences].map((loaded) => [loaded.telling.id, loaded]))
  const answers = await answersOf(archive, [...all.values()], covers)
  const asked = new Set(found.map(({ telling }) => telling.id))
  const shown = answers
    .filter((answer) => answer.against.length > 0 || answer.tellings.some(({ id }) => asked.has(id)))
    .sort(question.newest ? byTimeBack : byTime)
  return {
    ...sliced(shown, question),
    meant,
    ...(shown.length === 0 ? { searched: await searched(archive, question) } : {}),
  }
}

/** Somebody, and who speaks for them. */
interface Cover {
  readonly people: People
  readonly spoken: readonly Spoken[]
}

async function coverOf(archive: Archive, people: People): Promise<Cover> {
  return { people, spoken: await speakersFor(archive, people.identities) }
}

const allOf = ({ people, spoken }: Cover): Pick<People, "identities" | "actors"> => ({
  identities: [...new Set([...people.identities, ...spoken.flatMap(({ members }) => [...members])])],
  actors: people.actors,
})

async function between(
  archive: Archive,
  first: Cover,
  second: Cover | undefined,
  { stale = false }: ContactsQuestion,
): Promise<Loaded[]> {
  const one = sql`select p.contact from contact_actors as p where ${isOneOf("p", allOf(first))}`
  const pair = second
    ? sql`select p.contact from contact_actors as p inner join contact_actors as o on o.contact = p.contact
          and o.actor != p.actor where ${isOneOf("p", allOf(first))} and ${isOneOf("o", allOf(second))}`
    : one
  const loaded = await tellingsWhere(archive, sql`c.number in (${pair})`, { stale })
  return loaded.filter((telling) => {
    const sides = (cover: Cover | undefined) =>
      cover ? telling.between.filter((side) => takesPart(side, cover, telling)) : []
    if (!second) return sides(first).length > 0
    return sides(first).some((one) => sides(second).some((other) => other.key !== one.key))
  })
}

/** Whether a side is somebody, or spoke for them at the time. */
const takesPart = (side: Side, cover: Cover, telling: Loaded): boolean =>
  isPeople(side, cover.people) || throughOf(side, cover, telling) !== undefined

function isPeople({ key, identity }: Side, { identities, actors }: People): boolean {
  return identity === undefined ? actors.some((actor) => key === `actor ${actor}`) : identities.includes(identity)
}

function throughOf({ identity }: Side, { spoken }: Cover, telling: Loaded): Spoken | undefined {
  const { from = "", to = "" } = daysOf(telling) ?? {}
  return spoken.find(
    (one) => identity !== undefined && one.members.has(identity) && (from === "" || lasts(one, from, to)),
  )
}

function isAsked(telling: Loaded, { since, until, outlet }: ContactsQuestion): boolean {
  const days = daysOf(telling)
  if (outlet !== undefined && telling.telling.outlet !== outlet) return false
  if (since !== undefined && (days === undefined || days.to < since)) return false
  return until === undefined || (days !== undefined && days.from <= until)
}

/** Silences that may be about the contacts found: of those who took part, or of those for whom they speak. */
async function silencesAbout(archive: Archive, found: readonly Loaded[], { stale = false }: ContactsQuestion) {
  const happened = found.filter(({ status }) => status === "happened")
  const present = [...new Set(happened.flatMap(({ between }) => between.flatMap(({ identity }) => identity ?? [])))]
  if (present.length === 0) return []
  const spoken = await spokenForBy(archive, present)
  const identities = [...new Set([...present, ...spoken.flatMap(({ bodies }) => [...bodies])])]
  return tellingsWhere(
    archive,
    sql`c.status = 'not-happened' and c.surely_from is not null
        and c.number in (select p.contact from contact_actors as p where ${isOneOf("p", { identities, actors: [] })})`,
    { stale },
  )
}

async function answersOf(
  archive: Archive,
  tellings: readonly Loaded[],
  covers: readonly Cover[],
): Promise<ContactAnswer[]> {
  const groups = groupTellings(tellings)
  const silences = groups.filter(([{ status }]) => status === "not-happened")
  const bodies = silences.flatMap((group) => group[0].between.flatMap(({ identity }) => identity ?? []))
  const speaksFor = speaksForAny(await speakersFor(archive, [...new Set(bodies)]))
  const against = new Map<Group, string[]>(groups.map((group) => [group, []]))
  for (const silence of silences) {
    for (const group of groups) {
      if (!group.some((one) => silence.some((other) => standsAgainst(toldOf(one), toldOf(other), speaksFor)))) continue
      against.get(silence)!.push(idOf(group))
      against.get(group)!.push(idOf(silence))
    }
  }
  return groups.map((group) => answerOf(group, against.get(group)!, covers))
}

function speaksForAny(spoken: readonly Spoken[]): SpeaksFor {
  const number = (key: string) => Number(/^identity (\d+)$/.exec(key)?.[1] ?? Number.NaN)
  return (member, body, from, to) =>
    spoken.some((one) => one.members.has(number(member)) && one.bodies.has(number(body)) && lasts(one, from, to))
}

function toldOf({ telling, status, between, report }: Loaded): Told {
  const { from, to, surely } = telling.when ?? {}
  return {
    between: between.map(({ key }) => key),
    mode: telling.mode,
    status,
    plainly: telling.plainly,
    report: String(report),
    ...given("from", from ?? null),
    ...given("to", to ?? null),
    ...given("surely", surely ?? null),
  }
}

const idOf = (group: Group): string => group[0].telling.id

function answerOf(group: Group, against: readonly string[], covers: readonly Cover[]): ContactAnswer {
  const [{ status, between, telling }] = group
  const through = covers.flatMap((cover) =>
    between.flatMap((side) => (isPeople(side, cover.people) ? [] : (throughOf(side, cover, group[0]) ?? []))),
  )
  return {
    id: telling.id,
    between: between.map(({ key: _key, ...named }) => named),
    mode: telling.mode,
    status,
    ...given("when", whenOf(group[0])),
    ...given("where", group.flatMap((one) => one.telling.where ?? [])[0] ?? null),
    tellings: group
      .map((one) => one.telling)
      .sort((a, b) => ((a.date ?? "") < (b.date ?? "") ? -1 : a.date === b.date ? 0 : 1)),
    against,
    through: through.map(({ members: _members, bodies: _bodies, ...speaking }) => speaking),
  }
}

function whenOf(loaded: Loaded): NonNullable<ContactAnswer["when"]> | null {
  const { when, date } = loaded.telling
  if (toldDays(loaded)) return { ...given("from", when?.from ?? null), ...given("to", when?.to ?? null), basis: "told" }
  return date === undefined ? null : { from: date, to: date, basis: "report" }
}

function byTime(a: ContactAnswer, b: ContactAnswer): number {
  const at = ({ when }: ContactAnswer) => (when ? `${when.from ?? ""} ${when.to ?? ""}` : "9999")
  return at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : a.id < b.id ? -1 : 1
}

function byTimeBack(a: ContactAnswer, b: ContactAnswer): number {
  return Number(!a.when) - Number(!b.when) || -byTime(a, b)
}
