import type { Archive } from "../open.js"
import { takenDownNumbers } from "../standing.js"
import { rootsOf } from "./known.js"
import { isSole, officeOf } from "./offices.js"
import { nameWords } from "./words.js"

/** Somebody whose contacts and words count as those of a body. */
export interface Covered {
  readonly identity: number
  /** What the words say it is a member of: the body itself, or something that is within it. */
  readonly of: number
  readonly basis: "itself" | "proposed" | "confirmed" | "list"
  /** Why, in words; empty for the body itself. */
  readonly evidence: string
  /** As far as it is known; what is proposed is taken to be so about the time of the reports that say so. */
  readonly from: string | null
  readonly to: string | null
}

/** Blue Palace → Ana Ruiz → Ruiz administration → its border czar. */
const STEPS = 3

/**
 * The body itself and whoever speaks for it: its members, and an administration or government that is called after one of
 * them who heads it, with its members in turn. Whom a person denied is not among them, nor who was taken down.
 */
export async function coveringOf({ db }: Pick<Archive, "db">, body: number): Promise<Covered[]> {
  const root = await rootsOf(db)
  const hidden = await takenDownNumbers(db)
  const { kind } =
    (await db.selectFrom("identities").select("kind").where("number", "=", root(body)).executeTakeFirst()) ?? {}
  const itself: Covered = { identity: root(body), of: root(body), basis: "itself", evidence: "", from: null, to: null }
  const covered = new Map([[itself.identity, itself]])
  // Nearest first: who is a member of the body itself is not told of as a member of something within it.
  let nearest = kind === "person" ? [] : [itself]
  for (let step = 0; step < STEPS && nearest.length > 0; step++) {
    const next: Covered[] = []
    for (const one of nearest) {
      const members = (await membersOf(one.identity)).map((member) => within(member, one))
      for (const member of [...members, ...(await calledAfter(one))]) {
        if (covered.has(member.identity) || hidden.has(member.identity)) continue
        covered.set(member.identity, member)
        next.push(member)
      }
    }
    nearest = next
  }
  return [...covered.values()]

  async function membersOf(identity: number): Promise<Covered[]> {
    const rows = await db
      .selectFrom("memberships")
      .innerJoin("identities as bodies", "bodies.number", "memberships.body")
      .select(["member", "body", "basis", "evidence", "from_day as from", "to_day as to"])
      .where((eb) => eb.or([eb("body", "=", identity), eb("bodies.merged_into", "is not", null)]))
      .execute()
    return rows.flatMap(({ member, body, basis, ...row }) =>
      root(body) === identity && basis !== "denied" ? [{ identity: root(member), of: identity, basis, ...row }] : [],
    )
  }

  /** “Kane administration”, “Kane-Holt government”: where Kane is a president among those covered. */
  async function calledAfter(one: Covered): Promise<Covered[]> {
    const person = await db.selectFrom("identities").selectAll().where("number", "=", one.identity).executeTakeFirst()
    if (person?.kind !== "person") return []
    const head = Object.keys(JSON.parse(person.roles)).find((role) => {
      const office = officeOf(role)
      return (
        office && !office.former && isSole(office) && /^(?:president|minister prime|chancellor)$/.test(office.title)
      )
    })
    const surname = nameWords(person.folded)
      .filter((word) => !/^(?:jr|sr|i+|iv)$/.test(word))
      .at(-1)
    if (!head || !surname) return []
    const rows = await db
      .selectFrom("known_names")
      .innerJoin("identities", "identities.number", "known_names.identity")
      .select(["identity", "identities.name", "known_names.name as known"])
      .distinct()
      .where("known_names.name", "like", `${surname} %`)
      .where("report", "is", null)
      .where("identities.kind", "!=", "person")
      .execute()
    return rows.flatMap(({ identity, name, known }) =>
      !hidden.has(identity) && / (?:administration|government|cabinet)$/.test(known) && known.split(" ").length <= 3
        ? [
            {
              ...one,
              identity: root(identity),
              basis: "proposed" as const,
              evidence: `“${name}”, called after ${person.name}, ${head}`,
            },
          ]
        : [],
    )
  }
}

/** Through a proposal everything is only proposed. */
const within = (member: Covered, through: Covered): Covered =>
  through.basis === "proposed" ? { ...member, basis: "proposed" } : member
