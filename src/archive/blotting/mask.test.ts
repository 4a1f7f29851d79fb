import { expect, test } from "vitest"
import type { Actor } from "../../record.js"
import { blotNames, blotSpans, namePlaces, nameWords, phrasePlaces } from "./mask.js"

const person = (name: string, ...aliases: string[]) => ({ name, aliases, kind: "person" }) as const

test.each([
  ["Mara Lind", "Lind and Mara Lind, Lind’s", "████ and ████ ████, ████’s"],
  [
    "Mara Lind",
    "the Linds, an anti-Lind Lind-backed @MaraLind, Lindgren, blind",
    "the █████, an anti-████ ████-backed @████████, Lindgren, blind",
  ],
  ["Bo Xu", "Bo Xu: nets full. Xu said", "██ ██: nets full. ██ said"],
  ["Dr. Mara de Lind", "Dr. Tom de Reed met Dr. Lind", "Dr. Tom de Reed met Dr. ████"],
  ["Tom Ash Jr.", "Tom Ash, who met Ash and Mara de Ash", "███ ███, who met ███ and Mara de ███"],
  ["Martin King", "King Charles met Mr. King", "████ Charles met Mr. ████"],
  ["King Charles", "The King met Charles Reed", "The King met ███████ Reed"],
  ["Mara Lind of Dorn", "In Dorn, Lind said", "In Dorn, ████ said"],
])("the name %s is blotted out of “%s”", (name, words, left) => {
  expect(blotNames([person(name)])(words)).toBe(left)
})

test("titles and descriptions among the other names name nobody", () => {
  const aliases = ["Mayor Lind", "The mayor", "His wife", "Former Senator", "Mayor of Dorn", "Lindy"]
  expect([...nameWords(person("Mara Lind", ...aliases))]).toEqual(["mara", "lind", "lindy"])
})

test("a body goes by its whole name alone", () => {
  const council: Pick<Actor, "name" | "aliases" | "kind"> = {
    name: "the Dornvik Council",
    aliases: ["The council", "Council", "DVC"],
    kind: "organisation",
  }
  const words = "Dornvik Council met in Dornvik; the Council and DVC said so"
  expect(blotSpans(words, namePlaces(words, council, []))).toBe(
    "███████ ███████ met in Dornvik; the Council and ███ said so",
  )
})

test("another person of the name is spared", () => {
  const words = "Ann Lind met Lind"
  expect(namePlaces(words, person("Mara Lind"), [{ start: 0, end: 8 }])).toEqual([{ start: 13, end: 17 }])
})

test("a month is no name", () => {
  expect(blotNames([person("Theresa May")])("On 3 May Theresa left; Mrs. May stayed")).toBe(
    "On 3 May ███████ left; Mrs. May stayed",
  )
})

test("a whole name is found whatever stands between its words, and begins with a capital letter", () => {
  const words = "a spokesman for Vera\n Tonk’s firm; vera tonk; Vera, Tonk"
  expect(phrasePlaces(words, "Vera Tonk").map(({ start, end }) => words.slice(start, end))).toEqual([
    "Vera\n Tonk",
    "Vera, Tonk",
  ])
})
