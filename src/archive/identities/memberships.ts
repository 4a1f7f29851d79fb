import type { ExpressionBuilder, Transaction } from "kysely"
import type { Record } from "../../record.js"
import { countryNamed } from "../../text/lexicon/countries.js"
import { unshownReports } from "../standing.js"
import type { Tables } from "../tables.js"
import type { Known } from "./known.js"
import { type Linking, openIdentity } from "./linking.js"
import { readActor } from "./reading.js"
import { type SeatGround, seatOfRole, seatUnderName, toldIn } from "./seats.js"
import { bodiesIn, countryOf, ownerIn, ownSide } from "./speaking-for.js"
import { nameWords } from "./words.js"

type Pair = Pick<Tables["grounds"], "member" | "body">
type Ground = Pair & { readonly words: string }

/**
 * Proposes who speaks for which body, from what the report says: an office that names the body, one that belongs to a
 * seat of government by its name, and the titles that a body gives to what it publishes about itself.
 */
export async function proposeMemberships(linking: Linking, record: Record): Promise<void> {
  const { transaction, report, day } = linking
  const before = await transaction
    .deleteFrom("grounds")
    .where("report", "=", report)
    .returning(["member", "body"])
    .execute()
  const named = [...(await fromTitle(linking, record)), ...(await fromRoles(linking))]
  const belonging = await fromSeats(linking, record)
  const grounds = [
    ...named,
    // What names the body is the better ground.
    ...belonging.filter(({ member, body }) => !named.some((one) => one.member === member && one.body === body)),
  ]
  if (grounds.length > 0) {
    await transaction
      .insertInto("grounds")
      .values(grounds.map((ground) => ({ ...ground, report, day })))
      .execute()
  }
  for (const pair of distinct([...before, ...grounds])) await tellMembership(transaction, pair)
}

/** Takes names out of what a report says of who speaks for which body, and all that it says of some of them. */
export async function blotGrounds(
  transaction: Transaction<Tables>,
  report: number,
  nobody: ReadonlySet<number>,
  blot: (words: string) => string,
): Promise<void> {
  const before = await transaction.deleteFrom("grounds").where("report", "=", report).returningAll().execute()
  const left = before.filter(({ member, body }) => !nobody.has(member) && !nobody.has(body))
  if (left.length > 0) {
    await transaction
      .insertInto("grounds")
      .values(left.map((ground) => ({ ...ground, words: blot(ground.words) })))
      .execute()
  }
  for (const pair of distinct(before)) await tellMembership(transaction, pair)
}

async function fromTitle(linking: Linking, { report }: Record): Promise<Ground[]> {
  const parts = ownSide(report)
  if (parts.length === 0) return []
  const members = [...linking.linked].flatMap(([{ reading, roles }, known]) => {
    if (known.sort !== "person" || (!reading.whole && !roles.some(({ office }) => office))) return []
    const part = parts.find((words) => surnamesIn(words).includes(reading.words.at(-1)!))
    return part ? [{ member: known.identity, words: `“${part}”, ${report.publisher}` }] : []
  })
  if (members.length === 0) return []
  const body = await bodyCalled(linking, report.publisher!)
  return body ? members.map((member) => ({ ...member, body: body.identity })) : []
}

/** “Vice President Harris’s Call” has the word Harris. */
const surnamesIn = (words: string): string[] => words.split(" ").flatMap(nameWords)

/** The body of that name; it may be one that no report has had an actor for yet. */
async function bodyCalled(linking: Linking, name: string): Promise<Known | undefined> {
  const reading = readActor({ name, kind: "organisation", roles: [] })
  if (!reading?.whole) return undefined
  const here = linking.known.find((one) => one.sort === "body" && one.names.has(reading.name))
  if (here) return here
  const [row] = await bodiesNamed(linking.transaction, [reading.name])
  if (row)
    return {
      identity: row.identity,
      root: row.identity,
      sort: "body",
      names: new Set(),
      own: false,
      offices: [],
      fields: new Set(),
    }
  return openIdentity(linking, { actor: 0, name, kind: "organisation", reading, roles: [], acronyms: [] }, false)
}

/** “White House press secretary”, “spokesman for the Torvik Port Authority”, “the Kane administration's border czar”. */
async function fromRoles(linking: Linking): Promise<Ground[]> {
  const held = [...linking.linked].flatMap(([{ roles }, { identity, sort }]) => {
    if (sort !== "person") return []
    return roles.map(({ role, office }) => {
      const country = office && countryOf(role, office)
      return {
        identity,
        role,
        names: [...bodiesIn(role).filter((name) => !countryNamed(name)), ...(country ? [country] : [])],
        owner: ownerIn(role),
      }
    })
  })
  const named = await bodiesNamed(linking.transaction, [...new Set(held.flatMap(({ names }) => names))])
  const grounds: Ground[] = []
  for (const { identity, role, names, owner } of held) {
    const bodies = names.flatMap((name) => named.filter((row) => row.name === name && row.identity !== identity))
    // “White House National Security Council” is not the White House: the longest name is meant.
    const body = owner ? (await bodyCalled(linking, owner))?.identity : bodies[0]?.identity
    if (body !== undefined) grounds.push({ member: identity, body, words: `“${role}”` })
  }
  return grounds
}

/** “National Security Advisor” of the White House, “the Kane administration” as another name of it. */
async function fromSeats(linking: Linking, { report }: Record): Promise<Ground[]> {
  const { day } = linking
  const told = toldIn(report)
  const grounds: Ground[] = []
  for (const [{ reading, roles }, { identity, sort, offices }] of [...linking.linked]) {
    if (sort === "body") await add(identity, reading.written, seatUnderName(reading.name, day))
    else {
      const borne = [...offices, ...roles.flatMap(({ office }) => office ?? [])]
      for (const { role, office } of roles) {
        await add(identity, role, seatOfRole(role, office?.scope, { words: reading.words, borne, told, day }))
        const owner = ownerIn(role)
        const seat = owner && seatUnderName(nameWords(owner).join(" "), day)
        if (seat) await add((await bodyCalled(linking, owner))?.identity, owner, seat)
      }
    }
  }
  return grounds

  async function add(member: number | undefined, called: string, ground: SeatGround | undefined): Promise<void> {
    const body = ground && (await bodyCalled(linking, ground.seat.written))
    if (body && member !== undefined && member !== body.identity)
      grounds.push({ member, body: body.identity, words: `“${called}”${ground.reason ?? ""}` })
  }
}

async function bodiesNamed(
  transaction: Transaction<Tables>,
  names: readonly string[],
): Promise<{ readonly identity: number; readonly name: string }[]> {
  if (names.length === 0) return []
  return transaction
    .selectFrom("known_names")
    .innerJoin("identities", "identities.number", "known_names.identity")
    .select(["identity", "known_names.name"])
    .distinct()
    .where("known_names.name", "in", names)
    .where("report", "is", null)
    .where("kind", "!=", "person")
    .orderBy("identity")
    .execute()
}

/** A report tells that somebody speaks for a body, not since when: it is taken to be so this many days before and after. */
const AROUND = 366

const moved = (day: string | null, days: number): string | null =>
  day && new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

/** Writes a proposed membership from its grounds in reports that may be shown; one that a person has settled stays as it is. */
export async function tellMembership(transaction: Transaction<Tables>, { member, body }: Pair): Promise<void> {
  const is = (eb: ExpressionBuilder<Tables, "grounds" | "memberships">) =>
    eb.and([eb("member", "=", member), eb("body", "=", body)])
  const { reports, from_day, to_day } = await transaction
    .selectFrom("grounds")
    .select((eb) => [
      eb.fn.countAll<number>().as("reports"),
      eb.fn.min("day").as("from_day"),
      eb.fn.max("day").as("to_day"),
    ])
    .where(is)
    .where("report", "not in", unshownReports(transaction))
    .executeTakeFirstOrThrow()
  if (reports === 0) {
    await transaction.deleteFrom("memberships").where(is).where("basis", "=", "proposed").execute()
    return
  }
  const told = await transaction
    .selectFrom("grounds")
    .select("words")
    .where(is)
    .where("report", "not in", unshownReports(transaction))
    .groupBy("words")
    .orderBy((eb) => eb.fn.min("day"))
    .orderBy("words")
    .limit(3)
    .execute()
  const proposed = {
    from_day: moved(from_day, -AROUND),
    to_day: moved(to_day, AROUND),
    evidence: told.map(({ words }) => words).join("; "),
  }
  await transaction
    .insertInto("memberships")
    .values({ member, body, basis: "proposed", ...proposed })
    .onConflict((conflict) =>
      conflict.columns(["member", "body"]).doUpdateSet(proposed).where("memberships.basis", "=", "proposed"),
    )
    .execute()
}

/** When one identity becomes another, so do its memberships. */
export async function moveMemberships(transaction: Transaction<Tables>, from: number, to: number): Promise<void> {
  for (const side of ["member", "body"] as const) {
    await transaction
      .updateTable("grounds")
      .set({ [side]: to })
      .where(side, "=", from)
      .execute()
    const rows = await transaction.selectFrom("memberships").selectAll().where(side, "=", from).execute()
    for (const { number, ...row } of rows) {
      await transaction.deleteFrom("memberships").where("number", "=", number).execute()
      await transaction
        .insertInto("memberships")
        .values({ ...row, [side]: to })
        .onConflict((conflict) => conflict.columns(["member", "body"]).doNothing())
        .execute()
    }
    const pairs = await transaction
      .selectFrom("grounds")
      .select(["member", "body"])
      .distinct()
      .where(side, "=", to)
      .execute()
    for (const pair of pairs) await tellMembership(transaction, pair)
  }
}

const distinct = (pairs: readonly Pair[]): Pair[] => [
  ...new Map(pairs.map(({ member, body }) => [`${member} ${body}`, { member, body }])).values(),
]
