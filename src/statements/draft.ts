import type { Statement, Turn } from "../record.js"
import type { TaggedStatement } from "../tagger/tagged.js"
import type { Span } from "../text/span.js"

/** A statement whose words are settled and whose people are not yet. */
export interface Draft {
  readonly id: string
  /** Where it hangs: the head of the cue, or the first word of the content. */
  readonly anchor: Span
  readonly kind: Statement["kind"]
  readonly content: readonly Span[]
  readonly cue: readonly Span[]
  readonly source: readonly Span[]
  /** Who was spoken to, where the words before the cue name them: “{The inquest} heard”. */
  readonly hearer?: Span
  /** Nobody is named who says it: “reportedly”, “it was announced”. */
  readonly unnamed?: true
  /** A name that a pronoun as source does not mean: “{Reed}, he said, answered”. */
  readonly somebodyElse?: Span
  readonly via?: Span
  readonly when?: Span
  readonly where?: Span
  readonly act: Statement["act"]
  readonly polarity: Statement["polarity"]
  /** Passed on by an unnamed mouth. */
  readonly hearsay: boolean
  readonly within?: string
  /** An attitude without words, “supports the plan”: seen as attributed in the wider sense only. */
  readonly attitude?: true
  readonly confidence: number
  /** What the network saw; undefined where a rule found the statement. */
  readonly tagged?: TaggedStatement
  /** The turn of a transcript that this statement is. */
  readonly turn?: Turn
  readonly why: readonly string[]
}
