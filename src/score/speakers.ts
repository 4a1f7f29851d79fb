import type { Actor } from "../record.js"
import { coreOf, isFullName, membersOf, sameActor } from "./names.js"
import type { Comparison, Tallies } from "./records.js"
import { add, fixed } from "./tally.js"

export interface SpeakerCounts {
  /** statements found whose speaker was named, and those of them with a wrong name */
  readonly named: number
  readonly wrong: number
  /** right speakers, and those of them that are called by the whole name */
  readonly right: number
  readonly fullName: number
  /** statements found, and how often a speaker was given a confidence of 0.9 or more, rightly so */
  readonly found: number
  readonly sure: number
  readonly sureRight: number
  /** by tenths of confidence */
  readonly calibration: readonly { readonly right: number; readonly given: number }[]
}

/** Every speaker given must be the right one; a joint speaker may be given as its members. */
export function isRightSpeaker(comparison: Comparison, i: number): boolean {
  const wanted = wantedSpeaker(comparison, i)
  const given = givenSpeakers(comparison, i)
  if (!wanted) return given.length === 0
  const words = new Set(given.flatMap((actor) => coreOf(actor.name)))
  return (
    given.length > 0 &&
    given.every((actor) => sameActor(wanted, actor)) &&
    (given.length === 1 || wanted.kind === "group") &&
    membersOf(wanted).every((member) => words.has(member))
  )
}

/** Each addressee found once; those of a statement that was not found are missed. */
export function scoreAddressees(comparison: Comparison, counted: Tallies): void {
  const { gold, actors, statements, readFor, speech } = comparison
  for (const i of speech) {
    const given = statements[readFor.get(i) ?? -1]?.addressees ?? []
    const free = given.flatMap((id) => actors.get(id) ?? [])
    const claimed = free.length
    const wanted = gold.statements[i]!.addressees
    const right = wanted.filter((key) => {
      const at = free.findIndex((actor) => sameActor(gold.actors[key]!, actor))
      return at >= 0 && free.splice(at, 1)
    })
    add(counted.get("addressees")!, right.length, claimed, wanted.length)
  }
}

export function countSpeakers(comparisons: readonly Comparison[]): SpeakerCounts {
  const calibration = Array.from({ length: 10 }, () => ({ right: 0, given: 0 }))
  const counts = { named: 0, wrong: 0, right: 0, fullName: 0, found: 0, sure: 0, sureRight: 0 }
  for (const comparison of comparisons) {
    for (const i of comparison.hits) {
      counts.found++
      const given = givenSpeakers(comparison, i)
      if (!given.length) continue
      const wanted = wantedSpeaker(comparison, i)
      const isRight = isRightSpeaker(comparison, i)
      if (wanted) {
        counts.named++
        if (!isRight) counts.wrong++
      }
      if (wanted && isRight) {
        counts.right++
        if (given.some((actor) => isFullName(wanted, actor))) counts.fullName++
      }
      const confidence = comparison.statements[comparison.readFor.get(i)!]!.confidence?.speaker
      if (confidence === undefined) continue
      const tenth = calibration[Math.min(9, Math.trunc(confidence * 10))]!
      tenth.given++
      if (isRight) tenth.right++
      if (confidence < 0.9) continue
      counts.sure++
      if (isRight) counts.sureRight++
    }
  }
  return { ...counts, calibration }
}

export function speakerText(counts: SpeakerCounts): string[] {
  const share = fixed((100 * counts.sure) / Math.max(1, counts.found), 0)
  return [
    `wrong name                   ${counts.wrong} of ${counts.named} named speakers`,
    `full name given              ${counts.fullName} of ${counts.right} right speakers`,
    `speaker confidence >= 0.9    right ${counts.sureRight} of ${counts.sure}, which is ${share} % of the statements found`,
    ...counts.calibration.flatMap(({ right, given }, tenth) => {
      const from = fixed(tenth / 10, 1)
      const to = fixed((tenth + 1) / 10, 1)
      return given ? `  ${from} to ${to}   right ${right} of ${given}` : []
    }),
  ]
}

function wantedSpeaker({ gold }: Comparison, i: number) {
  return gold.actors[gold.statements[i]!.speaker ?? ""]
}

function givenSpeakers({ statements, actors, readFor }: Comparison, i: number): Actor[] {
  const { speakers } = statements[readFor.get(i)!]!
  return speakers.flatMap((id) => actors.get(id) ?? [])
}
