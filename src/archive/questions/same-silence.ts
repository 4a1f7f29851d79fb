import type { Outline } from "./outlines.js"

/**
 * Whether two silences of the same sides claim the same. Whoever met also talked, but whoever did not talk may have met:
 * silences of two modes are two. "Since May" and "since 14 May" may be one, "since May" and "since June" are not. Where
 * nothing is sure of one, the words give the same days; one without any may be meant that its own report tells of.
 */
export function oneSilence(a: Outline, b: Outline): boolean {
  if (a.mode !== b.mode) return false
  const [one, other] = [a.when ?? {}, b.when ?? {}]
  const timeless = [one, other].filter(isTimeless)
  if (timeless.length > 0) return timeless.length === 2 || a.report === b.report
  if (!one.surely || !other.surely)
    return !one.surely && !other.surely && one.from === other.from && one.to === other.to
  // A silence begins between its first day in the widest reading and the first that every reading covers.
  return (one.from ?? "") <= other.surely.from && (other.from ?? "") <= one.surely.from
}

const isTimeless = ({ from, to }: NonNullable<Outline["when"]>): boolean => from === undefined && to === undefined
