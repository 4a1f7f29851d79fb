import { afterAll, beforeAll, expect, test } from "vitest"
import { example } from "../../../test/example.js"
import { told } from "../../../test/told.js"
import { addRecord } from "../add.js"
import { type Archive, openArchive } from "../open.js"
import { check } from "./check.js"

let archive: Archive
beforeAll(async () => {
  archive = await openArchive(":memory:")
  for (const name of ["interview", "readout", "briefing"]) await addRecord(archive, example(name))
})
afterAll(() => archive.close())

test.each([
  "You cannot negotiate with a wall. You can only walk along it and look for the door,",
  "“you cannot negotiate with a wall – you can only walk along it”",
  "YOU CANNOT\n negotiate with [a] wall",
  "You cannot negotiate with a wall … look for the door",
  "you cannot ... [...] along it",
])("found exactly, whatever its marks: %s", async (words) => {
  const { verdict, found } = await check(archive, { words })
  expect(verdict).toBe("exact")
  expect(found[0]).toMatchObject({
    report: { outlet: "The Oriel Gazette", date: "2024-09-19" },
    statement: { remove: 1, speakers: [{ name: "Inés Aldarondo" }], kind: "direct" },
  })
  expect(found[0]!.difference).toBeUndefined()
})

test("altered: the words that differ are shown, as asked and as reported", async () => {
  const { verdict, found } = await check(archive, {
    words: "You must not negotiate with a wall. You can only run along it and look for the door",
  })
  expect(verdict).toBe("altered")
  expect(found[0]!.difference).toEqual([
    { in: "both", words: "You" },
    { in: "asked", words: "must not" },
    { in: "reported", words: "cannot" },
    { in: "both", words: "negotiate with a wall. You can only" },
    { in: "asked", words: "run" },
    { in: "reported", words: "walk" },
    { in: "both", words: "along it and look for the door" },
  ])
})

test("altered at an end: what stands there instead is shown, and nothing of the next sentence", async () => {
  const differences = async (words: string) => (await check(archive, { words })).found[0]!.difference
  expect(await differences("They cannot negotiate with a fence")).toEqual([
    { in: "asked", words: "They" },
    { in: "reported", words: "You" },
    { in: "both", words: "cannot negotiate with a" },
    { in: "asked", words: "fence" },
    { in: "reported", words: "wall" },
  ])
  expect(await differences("You cannot negotiate with a wall alone")).toEqual([
    { in: "both", words: "You cannot negotiate with a wall" },
    { in: "asked", words: "alone" },
  ])
})

test("what differs is shown in whole words", async () => {
  const own = await openArchive(":memory:")
  await addRecord(
    own,
    told(
      "{q:“Migration can’t be stopped on the river, whatever the cyber criminals say,”} {c:said} {s:Ottilie Brandvold}.",
    ),
  )
  await addRecord(own, told("{q:“Reed’s boats lie where they lay and we can’t,”} {c:said} {s:Teun Adler}."))
  const differences = async (words: string) => (await check(own, { words })).found[0]!.difference
  expect(await differences("Migration can be stopped on the river")).toEqual([
    { in: "both", words: "Migration" },
    { in: "asked", words: "can" },
    { in: "reported", words: "can’t" },
    { in: "both", words: "be stopped on the river" },
  ])
  expect(await differences("stopped on the river, whatever the cybercriminals")).toEqual([
    { in: "both", words: "stopped on the river, whatever the" },
    { in: "asked", words: "cybercriminals" },
    { in: "reported", words: "cyber criminals" },
  ])
  // A negation is more than an end of the word before it.
  expect(await differences("lie where they lay and we can")).toEqual([
    { in: "both", words: "lie where they lay and we" },
    { in: "asked", words: "can" },
    { in: "reported", words: "can’t" },
  ])
  await own.close()
})

test("words that stand in a report but in no statement are found there", async () => {
  const { verdict, found } = await check(archive, { words: "Its lights were on again this week." })
  expect(verdict).toBe("exact")
  expect(found).toHaveLength(1)
  expect(found[0]!.statement).toBeUndefined()
  const { verdict: near, found: close } = await check(archive, { words: "Its lamps were on again this week." })
  expect(near).toBe("altered")
  expect(close[0]!.difference).toContainEqual({ in: "reported", words: "lights" })
})

test("parts in another order are not the quotation", async () => {
  expect((await check(archive, { words: "look for the door … cannot negotiate with a wall" })).verdict).not.toBe(
    "exact",
  )
})

test("words told by another are found with whoever said them, not with whoever tells", async () => {
  for (const words of ["Ask the clouds. They have the better line.", "Ask the birds. They have the better line."]) {
    const { found } = await check(archive, { words })
    expect(found.map(({ statement }) => [statement?.speakers[0]?.name, statement?.remove])).toEqual([
      ["Inés Aldarondo", 2],
    ])
  }
})

test("not found says in how many reports", async () => {
  expect(await check(archive, { words: "The moon is made of soft cheese and honey" })).toMatchObject({
    verdict: "not-found",
    found: [],
    searched: { reports: 3, from: expect.any(String), to: expect.any(String) },
  })
  await expect(check(archive, { words: "“…”" })).rejects.toThrow(/no words to check/)
})

test("words that stand in many places: all are counted, and come in parts", async () => {
  const own = await openArchive(":memory:")
  for (let day = 1; day <= 12; day++) {
    const about = { publisher: "Quay", published: `2026-03-${String(day).padStart(2, "0")}` }
    await addRecord(own, told(`{q:“We will mend crane ${day} by the spring,”} {c:said} {s:Teun Adler}.`, about))
    await addRecord(own, told(`Crane ${day} waits; nobody says “by the spring” in ${day} words.`, about))
  }
  const words = "by the spring"
  const first = await check(own, { words })
  expect(first).toMatchObject({ verdict: "exact", places: 24, next: "20" })
  expect(first.found).toHaveLength(20)
  const behind = await check(own, { words, cursor: first.next! })
  expect(behind).toMatchObject({ places: 24, found: { length: 4 } })
  expect(behind).not.toHaveProperty("next")
  const all = [...first.found, ...behind.found]
  expect(all.map(({ report, statement }) => [report.date!.slice(-2), statement !== undefined])).toEqual(
    Array.from({ length: 24 }, (_, n) => [String(Math.floor(n / 2) + 1).padStart(2, "0"), n % 2 === 0]),
  )
  expect((await check(own, { words, limit: 1000 })).found).toEqual(all)
  await own.close()
})

test("words of an older version are found where older versions are asked for, and told as such", async () => {
  const own = await openArchive(":memory:")
  const url = "https://quay.example/fine"
  const told1 = told("{q:“Trolls will be fined in every parish,”} {c:said} {s:Ola Brun}. The fair is over.", {
    ...{ url, publisher: "Quay", published: "2026-03-04" },
  })
  await addRecord(own, told1)
  await addRecord(
    own,
    told("Correction: {q:“Nobody at all will be fined this year,”} {c:said} {s:Ola Brun}.", {
      ...{ url, publisher: "Quay", published: "2026-03-05" },
    }),
  )
  const of = async (words: string, stale: boolean) => {
    const { verdict, found } = await check(own, { words, stale })
    return [verdict, ...found.map(({ report, statement }) => [report.standing, statement?.standing])]
  }
  expect(await of("Trolls will be fined in every parish", false)).toEqual(["not-found"])
  expect(await of("Trolls will be fined in every parish", true)).toEqual(["exact", ["stale", "stale"]])
  expect(await of("Trolls may be fined in every parish", true)).toEqual(["altered", ["stale", "stale"]])
  expect(await of("The fair is over", false)).toEqual(["not-found"])
  expect(await of("The fair is over", true)).toEqual(["exact", ["stale", undefined]])
  await own.close()
})

test("the earliest report comes first", async () => {
  const two = await openArchive(":memory:")
  await addRecord(two, example("interview", { published: "2024-09-21", publisher: "Dorn Courier" }))
  await addRecord(two, example("interview"))
  const { found } = await check(two, { words: "cannot negotiate with a wall" })
  expect(found.map(({ report }) => report.outlet)).toEqual(["The Oriel Gazette", "Dorn Courier"])
  await two.close()
})
