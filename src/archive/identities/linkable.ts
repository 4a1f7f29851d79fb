import type { Transaction } from "kysely"
import type { Actor, Record } from "../../record.js"
import { sliceOf } from "../../text/span.js"
import { BLOT } from "../blotting/mask.js"
import type { Tables } from "../tables.js"
import { acronymsOf } from "./acronyms.js"
import { type Field, fieldOf } from "./fields.js"
import { type Office, officeOf, withoutCountry } from "./offices.js"
import { type Reading, readActor } from "./reading.js"
import { nameWords } from "./words.js"

/** An actor of a report that can be somebody beyond it. */
export interface Linkable {
  readonly actor: number
  readonly name: string
  readonly kind: Actor["kind"]
  readonly reading: Reading
  readonly roles: readonly Role[]
  /** Short names that the report gives a body, as compared. */
  readonly acronyms: readonly string[]
  /** Who it was taken for before its report was written anew, if it was read as it is now. */
  readonly linked?: number
}

export interface Role {
  readonly role: string
  readonly office?: Office
  readonly field?: Field
}

/** The actors of a report whom their names single out, in the report's order; not “the office of ████ ████”. */
export async function linkablesOf(
  transaction: Transaction<Tables>,
  record: Record,
  report: number,
): Promise<Linkable[]> {
  const rows = await transaction
    .selectFrom("actors")
    .select(["number", "id", "linked"])
    .where("report", "=", report)
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return record.actors.flatMap((actor) => {
    const reading = readActor(actor)
    const row = byId.get(actor.id)
    if (!reading || !row || actor.name.includes(BLOT)) return []
    const country = countryBehind(record, actor)
    const roles = [...new Set([...actor.roles, ...reading.roles])].map((role) => readRole(role, country))
    return [
      {
        actor: row.number,
        name: actor.name,
        kind: actor.kind,
        reading,
        roles,
        acronyms: reading.sort === "body" ? acronymsOf(record, actor) : [],
        ...(row.linked === null ? {} : { linked: row.linked }),
      },
    ]
  })
}

function readRole(role: string, country: string | undefined): Role {
  const office = officeOf(role)
  const field = fieldOf(role)
  const scope = office && (office.scope ?? country)
  return {
    role,
    ...(office ? { office: { ...office, ...(scope ? { scope } : {}) } } : {}),
    ...(field ? { field } : {}),
  }
}

/** “President Ana Ruiz of Vallonda”: the country stands behind the name. */
function countryBehind({ report }: Record, { mentions }: Actor): string | undefined {
  for (const mention of mentions) {
    const behind = /^\s+of\s+(?:the\s+)?((?:\p{Lu}[\p{L}.]+\s?(?:and\s)?){1,4})/u.exec(
      sliceOf(report.text, { start: mention.end, end: Math.min(report.text.length, mention.end + 60) }),
    )
    const words = nameWords(behind?.[1] ?? "")
    for (let length = words.length; length > 0; length--) {
      const { rest, scope } = withoutCountry(words.slice(0, length))
      if (scope && rest.length === 0) return scope
    }
  }
  return undefined
}
