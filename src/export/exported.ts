import type { Record } from "../record.js"

/** By the id of an entry: the words of the person who disputes it. An archive knows of them, a record does not. */
export type Disputes = ReadonlyMap<string, string>

/** What an export is made of. */
export interface Exported {
  readonly record: Record
  readonly disputes?: Disputes
  readonly tellersTakenDown?: TellersTakenDown
}

export const undisputed: Disputes = new Map()

/** Ids of the statements that come through the mouth of somebody who was taken down: no name is left to say so. */
export type TellersTakenDown = ReadonlySet<string>

export const nobodyGone: TellersTakenDown = new Set()
