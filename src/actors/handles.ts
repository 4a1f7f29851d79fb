import type { Reading } from "./readings.js"

/** “@realMariaLopez”, “MariaLopez”, “@DornNews”: a name without its spaces means whom the name means. */
export function joinHandles(
  text: string,
  readings: readonly Reading[],
  order: readonly number[],
  labels: string[],
): void {
  const named = new Map<string, string>()
  for (const index of order) {
    const reading = readings[index]!
    const words = reading.form === "person" ? reading.person.words : reading.form === "body" ? reading.body.words : []
    if (words.length > 1 && !named.has(words.join(""))) named.set(words.join(""), labels[index]!)
  }
  for (const index of order) {
    const { mention, text: words } = readings[index]!
    const handle = /^@?(\w{5,30})$/.exec(words)?.[1]
    if (
      handle === undefined ||
      !(text.slice(mention.start - 1, mention.start + 1).includes("@") || /\p{Ll}\p{Lu}/u.test(handle))
    )
      continue
    const plain = handle.toLowerCase()
    const label = named.get(plain) ?? named.get(plain.replace(/^(?:real|the|iam)/, ""))
    if (label !== undefined) labels[index] = label
  }
}
