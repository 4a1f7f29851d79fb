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
  const numbersOf = (letter: Letter) =>
    new Set(withLetter(letter).flatMap(({ numbers }) => (numbers.length ? numbers : [0])))
  const saidUnder = numbersOf("q")
  const contactsUnder = numbersOf("k")
  const byNumber = new Map<number, Mark[]>()
  for (const mark of marked.marks) {
    for (const number of mark.numbers.length ? mark.numbers : [0]) {
      if (!byNumber.has(number)) byNumber.set(number, [])
      byNumber.get(number)!.push(mark)
    }
  }
  const gather = (number: number, letters: string, prefix: string): Omit<Fact, "id"> => {
    const own: { [letter in Letter]?: Mark[] } = {}
    for (const mark of byNumber.get(number) ?? []) {
      // Time and place without a number belong to the statement without a number.
      const taken = prefix === "c" && number === 0 && saidUnder.has(0) && "tw".includes(mark.letter)
      if (taken || !letters.includes(mark.letter)) continue
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
    const both = number && contactsUnder.has(number) && withLetter("k").find((k) => k.numbers.includes(number))
    if (both) fail(marked.written, both.at, `number ${number} is a statement already; a contact has its own number`)
  }
  for (const mark of marked.marks) expectFact(marked, mark, saidUnder, contactsUnder)
  const build = (numbers: ReadonlySet<number>, letters: string, prefix: string) =>
    [...numbers].map((number, index) => ({ id: `${prefix}${index + 1}`, ...gather(number, letters, prefix) }))
  return { statements: build(saidUnder, "qcsavtw", "s"), contacts: build(contactsUnder, "kptw", "c") }
}

function expectFact(
  marked: Marked,
  mark: Mark,
  saidUnder: ReadonlySet<number>,
  contactsUnder: ReadonlySet<number>,
): void {
  if ("mfn".includes(mark.letter)) {
    if (mark.numbers.length) fail(marked.written, mark.at, `{${mark.letter}:…} has no number`)
    return
  }
  for (const number of mark.numbers.length ? mark.numbers : [0]) {
    const said = !"kp".includes(mark.letter) && saidUnder.has(number)
    if (said || ("kptw".includes(mark.letter) && contactsUnder.has(number))) continue
    const missing = "kp".includes(mark.letter) ? "{k…:words}" : "{q…:words}"
    const under = number ? ` under number ${number}` : " without a number"
    fail(marked.written, mark.at, `{${mark.letter}…} is part of nothing: expected a ${missing}${under}`)
  }
}
