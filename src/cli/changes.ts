import { ArchiveError, readFields, type Typed, type TypedField } from "../archive/index.js"
import type { Record } from "../record.js"

/** What was typed as field=value; `near` is where the entry stands. */
export function readChanges(record: Record, typed: readonly string[], near: number): Typed {
  return readFields(record, typed.map(fieldOf), near)
}

function fieldOf(change: string): TypedField {
  const [, name, value = ""] = /^([a-z]+)=(.*)$/su.exec(change.trim()) ?? []
  if (name === undefined) throw new ArchiveError(`${change}: a change is written field=value, such as act=promise`)
  return [name, value]
}
