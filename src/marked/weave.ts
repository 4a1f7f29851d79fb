import { byPlace } from "../text/span.js"
import { type Mark, parts } from "./notation.js"

const rank = Object.keys(parts)

/**
 * Writes marks into a text so that they nest. Where two cross, the one that opens later is cut at the end of
 * the other; the pieces touch and carry the same number, so that they are read as one again.
 */
export function weave(text: string, marks: readonly Mark[]): string {
  // Read from the end: the mark to open next stands last.
  const waiting = marks.toSorted(openingOrder).reverse()
  const open: Mark[] = []
  let out = ""
  let at = 0
  const write = (to: number) => {
    out += text.slice(at, to).replace(/\{/g, "(").replace(/\}/g, ")")
    at = to
  }
  const closeUpTo = (place: number) => {
    for (let top = open.at(-1); top && top.end <= place; top = open.at(-1)) {
      write(top.end)
      out += "}"
      open.pop()
    }
  }
  for (let mark = waiting.pop(); mark; mark = waiting.pop()) {
    closeUpTo(mark.start)
    const top = open.at(-1)
    let piece = mark
    if (top && mark.end > top.end) {
      piece = { ...mark, end: top.end }
      insert(waiting, { ...mark, start: top.end, value: "qkcs".includes(mark.letter) ? "" : mark.value })
    }
    write(piece.start)
    out += `{${piece.letter}${piece.numbers.join()}${piece.value && `=${piece.value}`}:`
    open.push(piece)
  }
  closeUpTo(text.length)
  write(text.length)
  return out
}

function openingOrder(a: Mark, b: Mark): number {
  const place = a.start - b.start || b.end - a.end
  return place || rank.indexOf(a.letter) - rank.indexOf(b.letter) || compareNumbers(a, b) || byPlace(a, b)
}

function compareNumbers(a: Mark, b: Mark): number {
  return (a.numbers[0] ?? 0) - (b.numbers[0] ?? 0) || (a.value < b.value ? -1 : a.value > b.value ? 1 : 0)
}

function insert(waiting: Mark[], mark: Mark): void {
  let index = waiting.length
  while (index > 0 && openingOrder(waiting[index - 1]!, mark) < 0) index--
  waiting.splice(index, 0, mark)
}
