import type { Reading } from "../reading/readings.js"

/** “Ana Ruiz {(@anaruiz)}” */
const behindName = /^ \((@\w{1,30})\)/

/**
 * “@anaruiz”, “AnaRuiz” mean whoever the handle stands behind in brackets, and whose name has its letters:
 * “@realAnaRuiz”, “@DornNews”.
 */
export function joinHandles(
  text: string,
  readings: readonly Reading[],
  order: readonly number[],
  labels: string[],
): void {
  const bearers = new Map<string, string>()
  const handles: number[] = []
  for (const index of order) {
    const reading = readings[index]!
    if (isHandle(text, reading)) handles.push(index)
    if (reading.text.startsWith("@") || (reading.form !== "person" && reading.form !== "body")) continue
    const { end } = reading.mention
    const handle = behindName.exec(text.slice(end, end + 35))?.[1]
    const { words } = reading.form === "person" ? reading.person : reading.body
    for (const key of [...(words.length > 1 ? [words.join("")] : []), ...(handle ? [lettersOf(handle)] : [])])
      if (!bearers.has(key)) bearers.set(key, labels[index]!)
  }
  for (const index of handles) {
    const bearer = bearers.get(lettersOf(readings[index]!.text))
    if (bearer) labels[index] = bearer
  }
}

/** The sign may stand before the mention; without it capitals within the word show that it is two. */
const isHandle = (text: string, { mention, text: words }: Reading): boolean =>
  /^@?\w{2,30}$/.test(words) &&
  (text.slice(Math.max(0, mention.start - 1), mention.start + 1).includes("@") || /\p{Ll}\p{Lu}/u.test(words))

const lettersOf = (handle: string): string =>
  handle
    .toLowerCase()
    .replace(/[@_\s]/g, "")
    .replace(/^(?:the)?real(?=.{4})|(?<=.{4})official$/g, "")
