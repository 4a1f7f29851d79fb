import { afterEach, beforeEach, expect, test } from "vitest"
import { told } from "../../../test/told.js"
import { addRecord } from "../add.js"
import { closeSound } from "../closed.fixture.js"
import { withdrawEntry } from "../corrections/do.js"
import { findTarget, hide, lift } from "../corrections/hide.js"
import { type Archive, openArchive } from "../open.js"
import { said } from "./said.js"
import { show } from "./show.js"

const quoted = (words: string) => `{q1:“${words},”} {c1:said} {s1:Ottilie Brandvold}.`
const report = (outlet: string, published: string, marked: string) =>
  told(marked, { url: `https://${outlet}.example/crane`, publisher: outlet, published })

const first = report(
  "Quay",
  "2026-03-04",
  quoted("We will not put a man under those cranes until we know why this one fell"),
)
const altered = report(
  "Courier",
  "2026-03-06",
  quoted("We won’t put any man under those cranes until we know why this one fell"),
)
const same = report(
  "Gazette",
  "2026-03-05",
  quoted("We will not put a man under [those] cranes until we know why this one fell"),
)
const alone = report("Post", "2026-03-05", quoted("I never saw a crane that fell by itself in all my years"))

let archive: Archive
let ids: { readonly [outlet: string]: string }
beforeEach(async () => {
  archive = await openArchive(":memory:")
  for (const one of [first, altered, same, alone]) await addRecord(archive, one)
  ids = Object.fromEntries((await said(archive, { who: "Brandvold" })).rows.map((row) => [row.outlet, row.id] as const))
})
afterEach(() => closeSound(archive))

const wordings = async (outlet: string) =>
  (await show(archive, ids[outlet]!)).wordings?.map(({ statement, difference }) => [statement.outlet, difference])
const alsoIn = async () => {
  const { rows } = await said(archive, { who: "Brandvold", stale: true })
  return Object.fromEntries(rows.map((row) => [`${row.outlet} ${row.date}`, row.alsoIn]))
}

test("an entry is shown with how other reports word the same utterance, the earliest first", async () => {
  expect(await wordings("Courier")).toEqual([
    [
      "Quay",
      [
        { in: "both", words: "We" },
        { in: "asked", words: "won’t" },
        { in: "reported", words: "will not" },
        { in: "both", words: "put" },
        { in: "asked", words: "any" },
        { in: "reported", words: "a" },
        { in: "both", words: "man under those cranes until we know why this one fell" },
      ],
    ],
    ["Gazette", expect.arrayContaining([{ in: "reported", words: "will not" }])],
  ])
  // Brackets are no difference.
  expect((await wordings("Quay"))![0]).toEqual(["Gazette", undefined])
  expect(await wordings("Post")).toBeUndefined()
})

test("a list says of each entry in how many other reports the utterance is", async () => {
  expect(await alsoIn()).toEqual({
    "Quay 2026-03-04": 2,
    "Gazette 2026-03-05": 2,
    "Courier 2026-03-06": 2,
    "Post 2026-03-05": undefined,
  })
})

const signed = { by: "Ada Lund", reason: "asked by letter" }

test("what was withdrawn, taken down or has a newer version does not count", async () => {
  await withdrawEntry(archive, ids.Gazette!, signed)
  expect(await wordings("Quay")).toEqual([["Courier", expect.anything()]])
  const newer = `${quoted("We won’t put any man under those cranes until we know why this one fell")} It rained.`
  await addRecord(archive, report("Courier", "2026-03-07", newer))
  expect(await alsoIn()).toEqual({
    "Quay 2026-03-04": 1,
    "Courier 2026-03-06": 2,
    "Courier 2026-03-07": 1,
    "Post 2026-03-05": undefined,
  })
  expect((await show(archive, ids.Quay!)).wordings?.map(({ statement }) => statement.date)).toEqual(["2026-03-07"])
  const target = await findTarget(archive, ids.Quay!.split("#")[0]!)
  await hide(archive, target, signed)
  expect((await alsoIn())["Courier 2026-03-07"]).toBeUndefined()
  await lift(archive, target, signed)
  expect((await alsoIn())["Courier 2026-03-07"]).toBe(1)
})

test("who says it twice in one report says it in one report", async () => {
  const words = "We will not put a man under those cranes until we know why this one fell"
  const twice = quoted(words).replaceAll("1:", "2:")
  await addRecord(
    archive,
    report("Herald", "2026-03-05", `${quoted(words)} {q3:“No,”} {c3:said} {s3:Teun Adler}. ${twice}`),
  )
  expect((await alsoIn())["Quay 2026-03-04"]).toBe(3)
  const herald = (await said(archive, { who: "Brandvold", outlet: "Herald" })).rows
  expect(herald.map((row) => row.alsoIn)).toEqual([3, 3])
})
