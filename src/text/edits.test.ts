import fc from "fast-check"
import { expect, test } from "vitest"
import { buildText, compose, type Edit, endInSource, startInSource } from "./edits.js"

test("what was read can be found again in the source", () => {
  const source = "<p>Reed &amp; <b>Kane</b> met.</p>"
  const builder = buildText(source)
  builder.drop(3)
  builder.keep(8)
  builder.replace(13, "&")
  builder.keep(14)
  builder.drop(17)
  builder.keep(21)
  builder.drop(25)
  builder.keep(30)
  builder.drop(34)
  const { text, edits } = builder.finish()
  expect(text).toBe("Reed & Kane met.")
  const inSource = (words: string): string => {
    const start = text.indexOf(words)
    return source.slice(startInSource(edits, start), endInSource(edits, start + words.length))
  }
  expect(inSource("Reed")).toBe("Reed")
  expect(inSource("Kane")).toBe("Kane")
  expect(inSource("&")).toBe("&amp;")
  expect(inSource("& Kane met")).toBe("&amp; <b>Kane</b> met")
})

test("dropping tag after tag is one edit", () => {
  const builder = buildText("a<b><i>c")
  builder.keep(1)
  builder.drop(4)
  builder.drop(7)
  expect(builder.finish()).toEqual({ text: "ac", edits: [{ start: 1, end: 1, from: 1, to: 7 }] })
})

test("going back is a mistake of the caller", () => {
  const builder = buildText("abc")
  builder.keep(2)
  expect(() => builder.keep(1)).toThrow("position 1 is not between 2 and the source's end 3")
  expect(() => builder.drop(4)).toThrow(RangeError)
})

const letters = fc.string({ unit: fc.constantFrom("a", "b", "c", "d"), maxLength: 4 })
const step = fc.record({ kind: fc.constantFrom("keep", "replace", "drop"), length: fc.nat(4), words: letters })
const steps = fc.array(step, { maxLength: 12 })
type Step = { kind: string; length: number; words: string }

function build(source: string, steps: readonly Step[]): { text: string; edits: Edit[] } {
  const builder = buildText(source)
  let read = 0
  for (const { kind, length, words } of steps) {
    read = Math.min(source.length, read + length)
    if (kind === "keep") builder.keep(read)
    else if (kind === "drop") builder.drop(read)
    else builder.replace(read, words)
  }
  return builder.finish()
}

/** Between edits the two agree; so does every slice that no edit touches, whichever way its ends are looked up. */
function checkAgreement(source: string, text: string, edits: readonly Edit[]): void {
  const [wholeText, wholeSource] = [text.length, source.length]
  let [end, to] = [0, 0]
  for (const edit of [...edits, { start: wholeText, end: wholeText, from: wholeSource, to: wholeSource }]) {
    expect(edit.start).toBeGreaterThanOrEqual(end)
    expect(edit.from).toBeGreaterThanOrEqual(to)
    expect(source.slice(to, edit.from)).toBe(text.slice(end, edit.start))
    for (let from = end; from < edit.start; from++) {
      for (let until = from + 1; until <= edit.start; until++) {
        const found = source.slice(startInSource(edits, from), endInSource(edits, until))
        if (found !== text.slice(from, until)) expect(found).toBe(text.slice(from, until))
      }
    }
    end = edit.end
    to = edit.to
  }
}

test("a slice that no edit touches comes back letter for letter", () => {
  const source = "0123456789ABCDEFGHIJKLMN"
  fc.assert(
    fc.property(steps, (steps) => {
      const { text, edits } = build(source, steps)
      checkAgreement(source, text, edits)
    }),
    { numRuns: 300 },
  )
})

test("a slice that an edit touches comes back with all that the edit replaced, in order and in range", () => {
  const source = "0123456789ABCDEFGHIJKLMN"
  fc.assert(
    fc.property(steps, fc.nat(40), fc.nat(40), (steps, some, other) => {
      const { text, edits } = build(source, steps)
      const [start, end] = [Math.min(some, other, text.length), Math.min(Math.max(some, other), text.length)]
      if (start === end) return
      const [from, to] = [startInSource(edits, start), endInSource(edits, end)]
      expect(from).toBeGreaterThanOrEqual(0)
      expect(to).toBeLessThanOrEqual(source.length)
      expect(from).toBeLessThanOrEqual(to)
      for (const edit of edits.filter((edit) => edit.start < end && start < edit.end)) {
        expect(from).toBeLessThanOrEqual(edit.from)
        expect(to).toBeGreaterThanOrEqual(edit.to)
      }
    }),
    { numRuns: 300 },
  )
})

test("two ways back become one", () => {
  const source = "0123456789ABCDEFGHIJKLMN"
  fc.assert(
    fc.property(steps, steps, (steps, moreSteps) => {
      const middle = build(source, steps)
      const last = build(middle.text, moreSteps)
      const composed = compose(middle.edits, last.edits)
      checkAgreement(source, last.text, composed)
      // Nothing untouched in both is lost: letters of the source that came through twice are not inside an edit.
      const kept = composed.reduce((count, edit) => count - (edit.to - edit.from), source.length)
      const lost = (edits: readonly Edit[]): number => edits.reduce((count, edit) => count + edit.to - edit.from, 0)
      const added = middle.edits.reduce((count, edit) => count + edit.end - edit.start, 0)
      expect(kept).toBeGreaterThanOrEqual(source.length - lost(middle.edits) - lost(last.edits) - added)
    }),
    { numRuns: 300 },
  )
})

test("composing with no edits changes nothing", () => {
  fc.assert(
    fc.property(steps, (steps) => {
      const { edits } = build("0123456789ABCDEFGHIJKLMN", steps)
      expect(compose(edits, [])).toEqual(edits)
      expect(compose([], edits)).toEqual(edits)
    }),
  )
})
