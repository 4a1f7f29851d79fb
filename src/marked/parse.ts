import { byPlace } from "../text/span.js"
import { parseHeader } from "./header.js"
import { fail, isLetter, type Mark, type Marked, parts } from "./notation.js"

/**
 * Takes the marks out of a marked text. What they mean is read by `recordFromMarked`.
 * A mistake in a mark throws an error that begins with its line and column.
 */
export function parseMarked(written: string): Marked {
  const { header, end } = parseHeader(written)
  const open: Omit<Mark, "end">[] = []
  const marks: Mark[] = []
  let text = ""
  for (let at = end; at < written.length; ) {
    if (written[at] === "{") {
      const head = readHead(written, at)
      open.push({ ...head.mark, start: text.length })
      at = head.end
    } else if (written[at] === "}") {
      const mark = open.pop() ?? fail(written, at, "this } closes no mark; a bracket of the text is written as ) or ]")
      if (mark.start === text.length) fail(written, mark.at, "this mark has no words: expected {q:words}")
      marks.push({ ...mark, end: text.length })
      at++
    } else {
      const next = nextBrace(written, at)
      text += written.slice(at, next)
      at = next
    }
  }
  const left = open.at(-1)
  if (left) fail(written, left.at, "this mark is never closed: expected } after its words")
  return { written, header, text, marks: joinTouching(marks) }
}

function nextBrace(written: string, at: number): number {
  const next = written.slice(at).search(/[{}]/)
  return next < 0 ? written.length : at + next
}

const headShape = /\{([a-z]+)(\d+(?:,\d+)*)?(?:=((?:\\.|[^:\\{}\n])*))?:/y

function readHead(written: string, at: number): { mark: Omit<Mark, "start" | "end">; end: number } {
  headShape.lastIndex = at
  const match = headShape.exec(written)
  const letter = match?.[1] ?? /^[A-Za-z]*/.exec(written.slice(at + 1, at + 20))![0]
  if (!isLetter(letter)) {
    const known = Object.keys(parts).join(" ")
    fail(written, at, `“{${letter}” begins no mark; expected one of ${known}, or ( for a bracket of the text`)
  }
  if (!match) fail(written, at, "expected a “:” after the head, as in {q1:words} or {s=Maria Lopez:she}")
  const numbers = (match[2]?.split(",") ?? []).map(Number).sort((a, b) => a - b)
  return { mark: { letter, numbers, value: match[3]?.trim() ?? "", at }, end: at + match[0].length }
}

/** Parts of one fact that touch are one: `{q1:half }{q1:and half}`, written so where marks would cross. */
function joinTouching(marks: readonly Mark[]): Mark[] {
  const joined: Mark[] = []
  const ending = new Map<string, number[]>()
  const endingAt = (mark: Mark, place: number) => {
    const key = `${mark.letter} ${mark.numbers} ${place}`
    if (!ending.has(key)) ending.set(key, [])
    return ending.get(key)!
  }
  for (const mark of marks.toSorted((a, b) => byPlace(a, b) || a.at - b.at)) {
    const touching = endingAt(mark, mark.start)
    const same = touching.findLastIndex((index) => joined[index]!.value === mark.value)
    const at = mark.value === "" && same < 0 ? touching.length - 1 : same
    const [index = joined.length] = touching.splice(at, at < 0 ? 0 : 1)
    joined[index] = { ...mark, ...joined[index], end: mark.end }
    endingAt(mark, mark.end).push(index)
  }
  return joined
}
