import type { Cast, CastMention, Meaning } from "../actors/find.js"
import { type Pronoun, readPronoun } from "../actors/reading/pronouns.js"
import type { Spoken } from "../actors/speakers.js"
import type { Draft } from "../statements/draft.js"
import type { Context } from "../statements/find.js"
import type { TaggedContact } from "../tagger/tagged.js"
import { overlaps, type Span, sliceOf } from "../text/span.js"
import { type House, meantByHouse } from "./house.js"
import { isNoSide } from "./sides.js"

/** What is told of a contact, but for who took part. */
export interface Clause {
  readonly contact: TaggedContact
  readonly evidence: Span
  /** Of a silence: what it is told to have begun with. */
  readonly since: Span | undefined
  readonly within: Draft | undefined
}

/** Who there is in a report, and who says what in it. */
export interface People {
  readonly cast: Cast
  readonly house: House
  readonly spoken: ReadonlyMap<string, Spoken>
}

/**
 * Those whom the evidence names; who is missing to make two is looked for around it. Places in the list of actors.
 *
 * @param least the score from which on somebody may be one of them
 */
export function participants(
  { report, decisions }: Context,
  { contact, evidence, since, within }: Clause,
  { cast, house, spoken }: People,
  least = decisions.participant,
): number[] {
  const inside = new Map<number, number>()
  const around = new Map<number, number>()
  const doubtful = new Map<number, number>()
  const starts = new Set(contact.participants.map(({ mention }) => cast.tagged[mention]!.start))
  const sides = contact.participants.flatMap(({ mention, score }) => {
    const own = cast.tagged[mention]!
    if (isNoSide(report.text, own, starts)) return []
    return [{ own, score, pronoun: own.pronoun ? readPronoun(sliceOf(report.text, own)) : undefined }]
  })
  const named = new Set(
    sides
      .filter(({ own, score }) => !own.pronoun && score >= decisions.participant && overlaps(own, evidence))
      .flatMap(({ own }) => own.means.slice(0, 1).map(({ actor }) => actor)),
  )
  const teller = within && spoken.get(within.id)!.candidates[0]
  for (const { own, score, pronoun } of sides) {
    const inHouse = pronoun && within && meantByHouse(house, within, pronoun, report.text, own.start)
    const speaking = pronoun?.person === 1 && !isSide(own, pronoun, cast) ? teller : undefined
    // “Reed met him”: he is somebody else.
    const isOther = pronoun?.person === 3 && pronoun.use === "object" && overlaps(own, evidence)
    const best: Meaning | undefined =
      inHouse ?? speaking ?? own.means.find(({ actor }) => !(isOther && named.has(actor)))
    if (!best || score < least || nobody.test(cast.actors[best.actor]!.name)) continue
    // “has not called her since Reed came to see her”: Reed is no side of the silence.
    if (since && overlaps(own, since)) continue
    const place = score < decisions.participant ? doubtful : overlaps(own, evidence) ? inside : around
    // “Ruiz and Kane” are two sides.
    for (const actor of cast.members.get(best.actor) ?? [best.actor])
      place.set(actor, Math.max(place.get(actor) ?? 0, score))
  }
  const byScore = (place: ReadonlyMap<number, number>) => [...place].sort((a, b) => b[1] - a[1])
  const rest = [...byScore(around), ...byScore(doubtful)].filter(([actor]) => !inside.has(actor))
  const missing = [...new Set(rest.map(([actor]) => actor))].slice(0, Math.max(0, 2 - inside.size))
  return [...inside.keys(), ...missing].sort((a, b) => a - b)
}

/** “We are in touch with the governor,” said a spokeswoman: the body that she speaks for, where it is clear which. */
const isSide = ({ means }: CastMention, { count }: Pronoun, { actors }: Cast): boolean =>
  count === "many" &&
  means[0] !== undefined &&
  means[0].share >= clearly &&
  actors[means[0].actor]!.kind === "organisation"

const clearly = 0.8

/** “Nobody has called her”: who did not take part is nobody to be named. */
const nobody = /^(?:nobody|no one|no-one|none|anyone|anybody|someone|somebody|everyone|everybody)$/i
