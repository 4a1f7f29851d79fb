import { fail, type Letter, type Mark, type Marked } from "./notation.js"
import { readTold, type Told } from "./values.js"

/** The marks of one statement or one contact, and what their heads say. */
export interface Fact {
  readonly id: string
  readonly number: number
  readonly marks: { readonly [letter in Letter]?: readonly Mark[] }
  readonly told: Told
}

/** Gathers the marks by their number. One statement and one contact may go without. */
export function gatherFacts(marked: Marked): { statements: Fact[]; contacts: Fact[] } {
  const withLetter = (letter: Letter) => marked.marks.filter((mark) => mark.letter === letter)
  const numbersOf = (letter: Letter) => [
    ...new Set(withLetter(letter).flatMap(({ numbers }) => (numbers.length ? numbers : [0]))),
  ]
  const saidUnder = numbersOf("q")
  const contactsUnder = numbersOf("k")
  const gather = (number: number, letters: string, prefix: string): Omit<Fact, "id"> => {
    const own: { [letter in Letter]?: Mark[] } = {}
    for (const mark of marked.marks) {
      const belongs = number ? mark.numbers.includes(number) : mark.numbers.length === 0
      const taken = prefix === "c" && number === 0 && saidUnder.includes(0) && "tw".includes(mark.letter)
      if (!belongs || taken || !letters.includes(mark.letter)) continue
      own[mark.letter] ??= []
      own[mark.letter]!.push(mark)
    }
    const told: Told = { also: [], names: [] }
    for (const mark of [...(own.q ?? []), ...(own.c ?? []), ...(own.k ?? [])]) {
      const more = readTold(marked, mark)
      Object.assign(told, { ...more, also: [...told.also, ...more.also], names: [...told.names, ...more.names] })
    }
    return { number, marks: own, told }
  }
  for (const number of saidUnder) {
    const both = number && contactsUnder.includes(number) && withLetter("k").find((k) => k.numbers.includes(number))
    if (both) fail(marked.written, both.at, `number ${number} is a statement already; a contact has its own number`)
  }
  for (const mark of marked.marks) expectFact(marked, mark, saidUnder, contactsUnder)
  const build = (numbers: number[], letters: string, prefix: string) =>
    numbers.map((number, index) => ({ id: `${prefix}${index + 1}`, ...gather(number, letters, prefix) }))
  return { statements: build(saidUnder, "qcsavtw", "s"), contacts: build(contactsUnder, "kptw", "c") }
}

function expectFact(marked: Marked, mark: Mark, saidUnder: readonly number[], contactsUnder: readonly number[]): void {
  if ("mfn".includes(mark.letter)) {
    if (mark.numbers.length) fail(marked.written, mark.at, `{${mark.letter}:…} has no number`)
    return
  }
  for (const number of mark.numbers.length ? mark.numbers : [0]) {
    const expected = "tw".includes(mark.letter)
      ? [...saidUnder, ...contactsUnder]
      : "kp".includes(mark.letter)
        ? contactsUnder
        : saidUnder
    if (expected.includes(number)) continue
    const missing = "kp".includes(mark.letter) ? "{k…:words}" : "{q…:words}"
    const under = number ? ` under number ${number}` : " without a number"
    fail(marked.written, mark.at, `{${mark.letter}…} is part of nothing: expected a ${missing}${under}`)
  }
}
