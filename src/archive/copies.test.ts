import { expect, test } from "vitest"
import { told } from "../../test/told.js"
import type { Record } from "../record.js"
import { addRecord } from "./add.js"
import { closeSound } from "./closed.fixture.js"
import { copiesOf } from "./copies.js"
import { type Archive, openArchive } from "./open.js"
import { likenessOf, shinglesOf } from "./shingles.js"

const wire = `PORT ELSWICK (Continental Wire) - The harbour master of Port Elswick closed both basins on Thursday after a crane fell across the main quay, and said that no ship would be unloaded before the weekend.

Nobody was hurt, the port authority said. Eleven vessels were waiting in the roads by evening, among them two that carry grain for the mills upriver.

"We will not put a man under those cranes until we know why this one fell," said Ottilie Brandvold, who has run the port since 2019. She added that the maker had been asked to send its engineers.

The crane, one of six, was put up in 2011 and had been inspected in March. Its boom broke at a joint that had been welded twice, a person who had seen the report said.

Millers said that their stocks would last for nine days. The price of flour in Elswick rose by a tenth within the hour.`

// Another lead and another credit line, British spelling and quotation marks; the rest is the wire's.
const rewritten = `Elswick's bread may soon cost more: the port is shut.

${wire.split("\n\n").slice(1).join("\n\n").replaceAll('"', "”")}

Reporting by Continental Wire, with staff of the Elswick Evening Star`

const cut = wire.split("\n\n").slice(0, 3).join("\n\n")

// The same event and the same quotation, told by somebody who was there.
const own = `I was drinking tea in the pilots' hut when the fourth crane went. It made no sound at first; then the quay jumped.

By noon the gates were locked and Ottilie Brandvold stood on a bollard with a loudhailer. "We will not put a man under those cranes until we know why this one fell," she told the dockers, and they cheered her, which they had not done since she came.

The old hands had complained about the boom for years. It was patched and patched again, says Teun Adler, who drove it until last winter, and each time it groaned a little longer in the wind.

Out in the roads the ships lit their lamps. I counted eleven of them. The bakers on Chandler Street had sold everything by four, and a woman came out with the last loaf under her coat like a stolen cat.`

let made = 0
const at = (text: string, known: Partial<Record["report"]> = {}) =>
  told(text, { url: `https://paper${++made}.example/port`, ...known })

async function addAll(archive: Archive, ...records: readonly Record[]): Promise<number[]> {
  const numbers: number[] = []
  for (const record of records) numbers.push((await addRecord(archive, record)).report)
  return numbers
}

const linksIn = async (archive: Archive) =>
  (await archive.db.selectFrom("reports").select(["number", "copy_of", "likeness"]).orderBy("number").execute()).map(
    ({ copy_of, likeness }) => ({ copy_of, likeness }),
  )

test("the same text elsewhere is a copy of the earliest, whichever came first", async () => {
  const archive = await openArchive(":memory:")
  const [late, early] = await addAll(
    archive,
    at("The river froze.", { published: "2026-01-05" }),
    at("The river froze.", { published: "2026-01-04" }),
    at("The river thawed.", { published: "2026-03-01" }),
  )
  expect(await linksIn(archive)).toEqual([
    { copy_of: early, likeness: 1 },
    { copy_of: null, likeness: null },
    { copy_of: null, likeness: null },
  ])
  expect(await copiesOf(archive, late!)).toEqual([late, early])
  await closeSound(archive)
})

test("a wire story with another lead and credit line, or cut short, is a copy; another story of the event is none", async () => {
  const archive = await openArchive(":memory:")
  const [first, second, third, other] = await addAll(
    archive,
    at(wire, { published: "2026-02-05T10:00:00Z" }),
    at(rewritten, { published: "2026-02-05T12:00:00Z" }),
    at(cut, { published: "2026-02-05T13:00:00Z" }),
    at(own, { published: "2026-02-05T14:00:00Z" }),
  )
  expect(await copiesOf(archive, third!)).toEqual([first, second, third])
  expect(await copiesOf(archive, other!)).toEqual([other])
  const [, near, shorter] = await linksIn(archive)
  for (const { copy_of, likeness } of [near!, shorter!]) {
    expect(copy_of).toBe(first)
    expect(likeness).toBeGreaterThan(0.4)
    expect(likeness).toBeLessThan(1)
  }
  await closeSound(archive)
})

test("groups do not depend on the order of adding", async () => {
  const records = [
    at(wire, { published: "2026-02-05T10:00:00Z" }),
    at(rewritten, { published: "2026-02-05T12:00:00Z" }),
    at(cut, { published: "2026-02-05T13:00:00Z" }),
    at(own, { published: "2026-02-05T14:00:00Z" }),
  ]
  const originals = async (order: readonly Record[]) => {
    const archive = await openArchive(":memory:")
    await addAll(archive, ...order)
    const rows = await archive.db
      .selectFrom("reports as r")
      .leftJoin("reports as first", "first.number", "r.copy_of")
      .select(["r.id", "first.id as original", "r.likeness"])
      .orderBy("r.id")
      .execute()
    await closeSound(archive)
    return rows
  }
  expect(await originals(records.toReversed())).toEqual(await originals(records))
})

test("stories that share nothing but a quotation are far from being copies", () => {
  expect(likenessOf(shinglesOf(wire), shinglesOf(own)).containment).toBeLessThan(0.25)
  expect(likenessOf(shinglesOf(wire), shinglesOf(rewritten)).containment).toBeGreaterThan(0.75)
})
