import type { Actor, Contact, Statement } from "../record.js"
import type { Span } from "../text/span.js"

/** What the network saw in one report. Scores lie between 0 and 1; numbers point into the lists beside them. */
export interface Tagged {
  readonly words: readonly Span[]
  readonly mentions: readonly TaggedMention[]
  readonly statements: readonly TaggedStatement[]
  readonly contacts: readonly TaggedContact[]
}

/** A place that names or describes an actor, or a pronoun. */
export interface TaggedMention extends Span {
  readonly pronoun: boolean
  readonly kind: Actor["kind"]
  readonly score: number
  /** Which other mentions it may stand for, likeliest first; together with `fresh` at most 1. */
  readonly antecedents: readonly Link[]
  /** That it stands for nothing named before. */
  readonly fresh: number
}

export interface Link {
  readonly mention: number
  readonly score: number
}

/** One act of saying: its anchor is the head of its cue or, without one, the first word of its content. */
export interface TaggedStatement {
  readonly anchor: Span
  /** That something is said here, or thought, wanted or felt. */
  readonly said: number
  /** The same in the wider sense of PolNeAR (Newell et al. 2018): attitudes and intentions too, if nobody tells of them. */
  readonly attributed: number
  readonly parts: Parts
  /** Mean score of the words of its parts. */
  readonly clear: number
  /** That words were spoken or written, not only thought. */
  readonly speech: number
  readonly question: number
  readonly negated: number
  readonly response: Readonly<globalThis.Record<NonNullable<Statement["response"]>, number>>
  /** Who may have spoken: shares over the mentions around, pronouns left out. */
  readonly speakers: readonly Link[]
  readonly addressees: readonly Link[]
  /** Questions it may reply to, by the places of their anchors, likeliest first. */
  readonly replies: readonly { readonly anchor: number; readonly score: number }[]
}

export interface Parts {
  readonly content: readonly Span[]
  readonly cue: readonly Span[]
  readonly source: readonly Span[]
  readonly via: readonly Span[]
  readonly when: readonly Span[]
  readonly where: readonly Span[]
}

export interface TaggedContact {
  readonly anchor: Span
  readonly score: number
  readonly evidence: readonly Span[]
  readonly when: readonly Span[]
  readonly where: readonly Span[]
  readonly mode: Contact["mode"]
  readonly status: Contact["status"]
  readonly participants: readonly Link[]
}
