import type { Selectable } from "kysely"
import { coveringOf } from "../identities/index.js"
import type { Archive } from "../open.js"
import type { MembershipTable } from "../tables.js"
import { withMerged } from "./meant.js"

/** That somebody speaks for a body, as an answer tells it. */
export interface Speaking {
  readonly member: string
  readonly body: string
  /** "proposed" until a person has confirmed it */
  readonly basis: "proposed" | "confirmed" | "list"
  readonly evidence: string
  readonly from?: string
  readonly to?: string
}

export interface Spoken extends Speaking {
  /** identities, with those that were merged into them */
  readonly members: ReadonlySet<number>
  readonly bodies: ReadonlySet<number>
}

/** Who speaks for these bodies. */
export async function speakersFor(archive: Pick<Archive, "db">, bodies: readonly number[]): Promise<Spoken[]> {
  const covered = (await Promise.all(bodies.map((body) => coveringOf(archive, body)))).flat()
  const others = covered.filter(({ basis }) => basis !== "itself")
  const names = await namesOf(
    archive,
    others.flatMap(({ identity, of }) => [identity, of]),
  )
  return Promise.all(
    others.map(({ identity: member, of: body, basis, evidence, from, to }) =>
      spokenOf(archive, {
        member,
        body,
        basis: basis === "itself" ? "proposed" : basis,
        evidence,
        from_day: from,
        to_day: to,
        memberName: names.get(member) ?? "",
        bodyName: names.get(body) ?? "",
      }),
    ),
  )
}

async function namesOf({ db }: Pick<Archive, "db">, numbers: readonly number[]): Promise<ReadonlyMap<number, string>> {
  if (numbers.length === 0) return new Map()
  const rows = await db.selectFrom("identities").select(["number", "name"]).where("number", "in", numbers).execute()
  return new Map(rows.map(({ number, name }) => [number, name]))
}

type Row = Omit<Selectable<MembershipTable>, "number"> & { readonly memberName: string; readonly bodyName: string }

async function spokenOf(archive: Pick<Archive, "db">, row: Row): Promise<Spoken> {
  const { member, body, memberName, bodyName, basis, evidence, from_day, to_day } = row
  return {
    member: memberName,
    body: bodyName,
    basis: basis === "confirmed" || basis === "list" ? basis : "proposed",
    evidence,
    ...(from_day === null ? {} : { from: from_day }),
    ...(to_day === null ? {} : { to: to_day }),
    members: new Set(await withMerged(archive, [member])),
    bodies: new Set(await withMerged(archive, [body])),
  }
}

/** Whether it was so on all of these days. */
export const lasts = ({ from = "", to = "9999" }: Speaking, first: string, last: string): boolean =>
  from <= first && last <= to
