import { expect, test } from "vitest"
import { told } from "../../test/told.js"
import { addRecord } from "./add.js"
import { closeSound } from "./closed.fixture.js"
import { undo } from "./corrections/undo.js"
import { listIdentities, mergeIdentities } from "./identities/index.js"
import { type Archive, openArchive } from "./open.js"
import { fingerprintsOf, sameWords } from "./same-words.js"
import { plainWords } from "./shingles.js"

let made = 0
const report = (marked: string, published = "2026-03-04") =>
  told(marked, { url: `https://paper${++made}.example/dam`, published })

async function archiveOf(...marked: readonly (string | ReturnType<typeof report>)[]): Promise<Archive> {
  const archive = await openArchive(":memory:")
  for (const one of marked) await addRecord(archive, typeof one === "string" ? report(one) : one)
  return archive
}

/** Contents of the groups with more than one wording. */
async function groups(archive: Archive): Promise<string[][]> {
  const rows = await archive.db.selectFrom("statements").select(["content", "utterance"]).orderBy("number").execute()
  const labels = [...new Set(rows.flatMap(({ utterance }) => (utterance === null ? [] : [utterance])))]
  return labels.map((label) => rows.filter(({ utterance }) => utterance === label).map(({ content }) => content))
}

const whole =
  '{q1:"We will not put a man under those cranes until we know why this one fell,"} {c1:said} {s1:Ottilie Brandvold}.'
const british =
  "{s1:Ottilie Brandvold} {c1:said}: {q1:‘We will not put a man under those cranes until we know why this one fell’}."
const part =
  '{s1=Ottilie Brandvold:Brandvold} {c1:said} {q1:nobody would work "under those cranes until we know why this one fell"}.'
const altered =
  '{q1:"We won’t put any man under those cranes until we know why this one fell,"} {c1:said} {s1:Ottilie Brandvold}.'
const someoneElse =
  '{q1:"We will not put a man under those cranes until we know why this one fell,"} {c1:said} {s1:Teun Adler}.'

test("the same words by the same person in several reports are one utterance, a part of them too", async () => {
  const archive = await archiveOf(whole, british, part, altered, someoneElse)
  expect(await groups(archive)).toEqual([
    [
      '"We will not put a man under those cranes until we know why this one fell,"',
      "‘We will not put a man under those cranes until we know why this one fell’",
      'nobody would work "under those cranes until we know why this one fell"',
      '"We won’t put any man under those cranes until we know why this one fell,"',
    ],
  ])
  await closeSound(archive)
})

test("what anybody may say any day is no utterance, nor the same short words weeks apart, nor indirect speech", async () => {
  const short = '{q1:"We will do all that we can,"} {c1:said} {s1:Mara Lind}.'
  const archive = await archiveOf(
    report(short, "2026-03-04"),
    report(short, "2026-05-04"),
    '{q1:"No comment,"} {c1:said} {s1:Mara Lind}.',
    '{q1:"No comment,"} {c1:said} {s1:Mara Lind}.',
    "{s1:Mara Lind} {c1:said} {q1:the dam would hold through the winter and the summer that follows it}.",
    "{s1:Mara Lind} {c1:said} {q1:the dam would hold through the winter and the summer that follows it}.",
  )
  expect(await groups(archive)).toEqual([])
  await addRecord(archive, report(short, "2026-05-06"))
  expect(await groups(archive)).toEqual([['"We will do all that we can,"', '"We will do all that we can,"']])
  await closeSound(archive)
})

test("a statement of the same person that shares only a phrase is another one", async () => {
  const archive = await archiveOf(
    '{q1:"We have to look at the dam, and I will ask the council for the money in May,"} {c1:said} {s1:Mara Lind}.',
    '{q1:"We have to look at the dam, though nobody in this town believes that it can ever break,"} {c1:said} {s1:Mara Lind}.',
  )
  expect(await groups(archive)).toEqual([])
  await closeSound(archive)
})

test("without a speaker only what is unmistakable joins, word for word", () => {
  const telling = (words: string) => ({ quoted: plainWords(words), day: "2026-03-04", speakers: [] })
  const long = "we will not put a man under those cranes until we know why this one fell"
  expect(sameWords(telling(long), telling(long))).toBe(1)
  expect(sameWords(telling(long), telling(long.replace("know", "learn")))).toBe(0)
  expect(sameWords(telling("we will not put a man under"), telling("we will not put a man under"))).toBe(0)
})

test("seven words that two quotations share give both the same fingerprint", () => {
  const shared = "a crane fell on the main quay"
  const one = fingerprintsOf(plainWords(`last night when nobody looked ${shared} and broke`))
  const other = fingerprintsOf(plainWords(`they told me that ${shared} for no reason at all that I can see`))
  expect(one.some((hash) => other.includes(hash))).toBe(true)
})

test("when two are merged by hand, what both are told to have said is one utterance, until that is undone", async () => {
  const archive = await archiveOf(whole, someoneElse)
  expect(await groups(archive)).toEqual([])
  const signed = { by: "Ada Lund", reason: "he writes under her name" }
  const [one, other] = await listIdentities(archive)
  const merge = await mergeIdentities(archive, other!.number, one!.number, signed)
  expect(await groups(archive)).toHaveLength(1)
  expect((await groups(archive))[0]).toHaveLength(2)
  await undo(archive, merge, signed)
  expect((await groups(archive)).filter((group) => group.length > 1)).toEqual([])
  await closeSound(archive)
})
