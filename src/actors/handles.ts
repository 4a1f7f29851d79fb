import { sliceOf } from "../text/span.js"
import type { Reading } from "./readings.js"

/** “Ana Ruiz {(@anaruiz)}” */
const behindName = /^ \((@\w{1,30})\)/

/** “@anaruiz” means whoever it stands behind in brackets, and whose name has its letters: “@realAnaRuiz”. */
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
    if (reading.text.startsWith("@")) handles.push(index)
    else if (reading.form === "person" || reading.form === "body") {
      const { end } = reading.mention
      const handle = behindName.exec(text.slice(end, end + 35))?.[1]
      const { words } = reading.form === "person" ? reading.person : reading.body
      for (const key of [words.join(""), ...(handle ? [lettersOf(handle)] : [])])
        if (!bearers.has(key)) bearers.set(key, labels[index]!)
    }
  }
  for (const index of handles) {
    const bearer = bearers.get(lettersOf(sliceOf(text, readings[index]!.mention)))
    if (bearer) labels[index] = bearer
  }
}

const lettersOf = (handle: string): string =>
  handle
    .toLowerCase()
    .replace(/[@_\s]/g, "")
    .replace(/^(?:the)?real(?=.{4})|(?<=.{4})official$/g, "")
