import { ArchiveError, readFields, type Typed, type TypedField } from "../archive/index.js"
import type { Actor, Contact, Record, Statement } from "../record.js"

/** What was typed as field=value; `near` is where the entry stands, `entry` what it says now, where it is not new. */
export function readChanges(
  record: Record,
  typed: readonly string[],
  near: number,
  entry?: Statement | Contact | Actor,
): Typed {
  return readFields(record, typed.map(fieldOf), near, entry)
}

function fieldOf(change: string): TypedField {
  const [, name, value = ""] = /^([a-z]+)=(.*)$/su.exec(change.trim()) ?? []
  if (name === undefined) throw new ArchiveError(`${change}: a change is written field=value, such as act=promise`)
  return [name, value]
}
