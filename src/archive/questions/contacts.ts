import { sql } from "kysely"
import type { Contact } from "../../record.js"
import { inBatches } from "../batches.js"
import type { Archive } from "../open.js"
import { given, type Named } from "./entries.js"
import { isOneOf, meantBy, meantOnly, nobody, orThoseLeftOut, type People } from "./meant.js"
import { type Outline, type OutlineSide, outlinesWhere } from "./outlines.js"
import { type Page, type Paging, type Period, searched, sliced } from "./page.js"
import { daysOf, type Group, groupTellings, knownDays, toldDays } from "./same-contact.js"
import { type SpeaksFor, standsAgainst, type Told } from "./silence.js"
import { silencesAbout } from "./silences.js"
import { lasts, type Speaking, type Spoken, speakersFor } from "./speaking.js"
import { type Loaded, type Telling, tellingsWhere } from "./tellings.js"

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
  const who = await meantBy(archive, question.who)
  const other = question.other === undefined ? undefined : await meantBy(archive, question.other)
  return orThoseLeftOut(archive, who, (one) =>
    other
      ? orThoseLeftOut(archive, other, (another) => contactsOf(archive, question, one, another))
      : contactsOf(archive, question, one),
  )
}

async function contactsOf(
  archive: Archive,
  question: ContactsQuestion,
  who: People,
  other?: People,
): Promise<Page<ContactAnswer>> {
  const first = await coverOf(archive, who)
  const second = other && (await coverOf(archive, other))
  const covers = second ? [first, second] : [first]
  const meant = covers.map(({ people }) => meantOnly(people))
  const found = covers.some(({ people }) => nobody(people))
    ? []
    : (await between(archive, first, second, question)).filter((outline) => isAsked(outline, question))
  const silences = await silencesAbout(archive, found, question)
  const all = new Map([...found, ...silences].map((outline) => [outline.number, outline]))
  const asked = new Set(found.map(({ number }) => number))
  const shown = (await gathered(archive, [...all.values()]))
    .filter(({ group, against }) => against.length > 0 || group.some(({ number }) => asked.has(number)))
    .sort(question.newest ? byTimeBack : byTime)
  const { rows, ...page } = sliced(shown, question)
  return {
    rows: await answersOf(archive, rows, covers),
    ...page,
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
): Promise<Outline[]> {
  const one = sql`select p.contact from contact_actors as p where ${isOneOf("p", allOf(first))}`
  const pair = second
    ? sql`select p.contact from contact_actors as p inner join contact_actors as o on o.contact = p.contact
          and o.actor != p.actor where ${isOneOf("p", allOf(first))} and ${isOneOf("o", allOf(second))}`
    : one
  const outlines = await outlinesWhere(archive, sql`c.number in (${pair})`, { stale })
  if (!second && first.spoken.length === 0) return outlines
  return outlines.filter((outline) => {
    const sides = (cover: Cover | undefined) =>
      cover ? outline.between.filter((side) => takesPart(side, cover, outline)) : []
    if (!second) return sides(first).length > 0
    return sides(first).some((one) => sides(second).some((other) => other.key !== one.key))
  })
}

/** Whether a side is somebody, or spoke for them at the time. */
const takesPart = (side: OutlineSide, cover: Cover, outline: Outline): boolean =>
  isPeople(side, cover.people) || throughOf(side, cover, outline) !== undefined

function isPeople({ key, identity }: OutlineSide, { identities, actors }: People): boolean {
  return identity === undefined ? actors.some((actor) => key === `actor ${actor}`) : identities.includes(identity)
}

function throughOf({ identity }: OutlineSide, { spoken }: Cover, outline: Outline): Spoken | undefined {
  const days = knownDays(outline)
  return spoken.find(
    (one) => identity !== undefined && one.members.has(identity) && (!days || lasts(one, days.from, days.to)),
  )
}

function isAsked(outline: Outline, { since, until, outlet }: ContactsQuestion): boolean {
  const days = daysOf(outline)
  if (outlet !== undefined && outline.outlet.toLowerCase() !== outlet.toLowerCase()) return false
  if (since !== undefined && (days === undefined || days.to < since)) return false
  return until === undefined || (days !== undefined && days.from <= until)
}

/** One contact, and those that stand against it. */
interface Gathered {
  readonly group: Group
  /** when, to sort by; "" where nobody knows */
  readonly at: string
  readonly against: readonly Group[]
}

async function gathered(archive: Archive, outlines: readonly Outline[]): Promise<Gathered[]> {
  const groups = groupTellings(outlines)
  const isSilent = ([{ status }]: Group) => status === "not-happened"
  const [silences, others] = [groups.filter(isSilent), groups.filter((group) => !isSilent(group))]
  if (silences.length === 0) return others.map((group) => ({ group, at: daysText(group[0]), against: [] }))
  const bodies = silences.flatMap(([{ between }]) => between.flatMap(({ identity }) => identity ?? []))
  const speaksFor = speaksForAny(await speakersFor(archive, [...new Set(bodies)]))
  const told = new Map(outlines.map((outline) => [outline, toldOf(outline)]))
  const stand = (silence: Outline): Group[] =>
    others.filter((group) => group.some((one) => standsAgainst(told.get(one)!, told.get(silence)!, speaksFor)))
  const silent = silences.flatMap((group) => byAgainst(group, stand))
  return [
    ...silent,
    ...others.map((group) => ({
      group,
      at: daysText(group[0]),
      against: silent.flatMap(({ group: silence, against }) => (against.includes(group) ? [silence] : [])),
    })),
  ]
}

/** The tellings of a silence, each with those that the same stands against; one without a time beside its own report's. */
function byAgainst(silence: Group, stand: (telling: Outline) => Group[]): Gathered[] {
  const parts: { readonly group: [Outline, ...Outline[]]; readonly against: readonly Group[] }[] = []
  for (const telling of silence) {
    const against = stand(telling)
    const part = toldDays(telling)
      ? parts.find((other) => sameGroups(other.against, against))
      : parts.find(({ group }) => group.some(({ report }) => report === telling.report))
    if (part) part.group.push(telling)
    else parts.push({ group: [telling], against })
  }
  return parts.map((part) => ({ ...part, at: daysText(part.group[0]) }))
}

const sameGroups = (a: readonly Group[], b: readonly Group[]): boolean =>
  a.length === b.length && a.every((group) => b.includes(group))

function speaksForAny(spoken: readonly Spoken[]): SpeaksFor {
  const number = (key: string) => Number(/^identity (\d+)$/.exec(key)?.[1] ?? Number.NaN)
  return (member, body, from, to) =>
    spoken.some((one) => one.members.has(number(member)) && one.bodies.has(number(body)) && lasts(one, from, to))
}

const toldOf = ({ when, status, mode, plainly, between, report }: Outline): Told => ({
  between: between.map(({ key }) => key),
  mode,
  status,
  plainly,
  report: String(report),
  ...when,
})

/** What a page shows, with its words, links and names. */
async function answersOf(
  archive: Archive,
  page: readonly Gathered[],
  covers: readonly Cover[],
): Promise<ContactAnswer[]> {
  const numbers = page.flatMap(({ group, against }) => [
    ...group.map(({ number }) => number),
    ...against.map(([{ number }]) => number),
  ])
  const loaded = new Map<number, Loaded>()
  for (const some of inBatches([...new Set(numbers)])) {
    for (const one of await tellingsWhere(archive, sql`c.number in (${sql.join(some)})`, { stale: true })) {
      loaded.set(one.number, one)
    }
  }
  return page.map((one) => answerOf(one, loaded, covers))
}

function answerOf(
  { group, against }: Gathered,
  loaded: ReadonlyMap<number, Loaded>,
  covers: readonly Cover[],
): ContactAnswer {
  const [{ status, between }] = group
  const { telling, between: named } = loaded.get(group[0].number)!
  const through = covers.flatMap((cover) =>
    between.flatMap((side) => (isPeople(side, cover.people) ? [] : (throughOf(side, cover, group[0]) ?? []))),
  )
  const tellings = group.map(({ number }) => loaded.get(number)!.telling)
  return {
    id: telling.id,
    between: named.map(({ key: _key, ...side }) => side),
    mode: telling.mode,
    status,
    ...given("when", whenOf(group[0])),
    ...given("where", tellings.flatMap(({ where }) => where ?? [])[0] ?? null),
    tellings: tellings.sort((a, b) => ((a.date ?? "") < (b.date ?? "") ? -1 : a.date === b.date ? 0 : 1)),
    against: against.map(([{ number }]) => loaded.get(number)!.telling.id),
    through: through.map(({ members: _members, bodies: _bodies, ...speaking }) => speaking),
  }
}

function whenOf(outline: Outline): NonNullable<ContactAnswer["when"]> | null {
  const { when, date } = outline
  if (toldDays(outline))
    return { ...given("from", when?.from ?? null), ...given("to", when?.to ?? null), basis: "told" }
  return date === undefined ? null : { from: date, to: date, basis: "report" }
}

/** The days that an answer gives, in a form that is sorted as they are: "until 8 December" stands at its end. */
function daysText({ when, date = "" }: Outline): string {
  const { from = when?.to ?? "", to = "" } = when ?? {}
  if (from !== "") return `${from} ${to}`
  return date === "" ? "" : `${date} ${date}`
}

/** Those without a day come last. */
const byTime = (a: Gathered, b: Gathered): number => Number(a.at === "") - Number(b.at === "") || inTime(a, b)

const byTimeBack = (a: Gathered, b: Gathered): number => Number(a.at === "") - Number(b.at === "") || -inTime(a, b)

const inTime = (a: Gathered, b: Gathered): number =>
  a.at < b.at ? -1 : a.at > b.at ? 1 : a.group[0].number - b.group[0].number
