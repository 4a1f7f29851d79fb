import type { Span } from "../text/span.js"

/** The parts that can be marked, in the order in which marks over the same words open. */
export const parts = {
  q: "content: what was said",
  k: "what tells of a contact",
  t: "time of a saying or a contact",
  w: "place of a saying or a contact",
  v: "channel or venue",
  s: "source",
  a: "addressee",
  p: "participant of a contact",
  c: "cue",
  m: "mention of an actor",
  f: "figure",
  n: "odd text",
} as const

export type Letter = keyof typeof parts

export const isLetter = (letter: string): letter is Letter => Object.hasOwn(parts, letter)

/** `{s2=Maria Lopez:she}`: letter s, numbers [2], value "Maria Lopez", words "she". */
export interface Mark extends Span {
  readonly letter: Letter
  /** The facts that this is a part of; empty where the number is left out. */
  readonly numbers: readonly number[]
  readonly value: string
  /** Where the mark stands in the marked text, for messages; -1 for a mark that was not read. */
  readonly at: number
}

/** `actor: Maria Lopez | person | Lopez; the mayor | mayor of Dorn` */
export interface ActorLine {
  readonly name: string
  readonly kind: string
  readonly aliases: readonly string[]
  readonly roles: readonly string[]
  readonly at: number
}

export interface Header {
  readonly fields: { readonly [key: string]: string }
  readonly actors: readonly ActorLine[]
}

export interface Marked {
  /** The marked text as it was written. */
  readonly written: string
  readonly header: Header
  /** The text without its marks. */
  readonly text: string
  readonly marks: readonly Mark[]
}

/** Stops at a mistake in a marked text: "3:14: …", line and column from 1. */
export function fail(written: string, at: number, message: string): never {
  const before = written.slice(0, Math.max(at, 0))
  const line = before.split("\n").length
  throw new Error(`${line}:${before.length - before.lastIndexOf("\n")}: ${message}`)
}

const special = /[:;+|\\]/g

/** Makes a name safe for the head of a mark: "Mission: Moon" is written Mission\: Moon. */
export const escapeName = (name: string): string =>
  name.replace(special, "\\$&").replace(/\s+/g, " ").replace(/\{/g, "(").replace(/\}/g, ")")

export const unescapeName = (name: string): string => name.replace(/\\(.)/g, "$1").trim()

/** Splits at a sign that no backslash makes ordinary. */
export function splitAt(value: string, sign: ";" | "+" | "|"): string[] {
  const pieces = [""]
  for (const [piece] of value.matchAll(/\\.|[^\\]/gsu)) {
    if (piece === sign) pieces.push("")
    else pieces[pieces.length - 1] += piece
  }
  return pieces.map((piece) => piece.trim())
}
