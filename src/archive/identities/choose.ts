import { mayBeBoth } from "./fields.js"
import type { Known } from "./known.js"
import type { Linkable } from "./linkable.js"
import { otherCountry } from "./offices.js"

/** Those who go by the very name, and whom nothing in the report speaks against. */
export function namesakes({ reading, roles }: Linkable, known: readonly Known[]): Known[] {
  return known.filter(
    (one) => one.sort === reading.sort && !one.own && one.names.has(reading.name) && isCompatible(roles, one),
  )
}

/** A striker is no senator, the president of one country not that of another. */
export function isCompatible(roles: Linkable["roles"], { fields, offices }: Known): boolean {
  const ours = roles.flatMap(({ field }) => field ?? [])
  if (!mayBeBoth(ours, fields)) return false
  return !roles.some(
    ({ office }) => office && offices.length > 0 && offices.every((other) => otherCountry(office, other)),
  )
}
