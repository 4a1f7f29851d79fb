import { parseAtomFeed, parseJsonFeed } from "feedsmith"
import { afterEach, beforeEach, expect, test } from "vitest"
import {
  type Archive,
  addRecord,
  disputeEntry,
  findTarget,
  follow,
  hide,
  lift,
  newsOf,
  openArchive,
  searches,
  unfollow,
  withdrawEntry,
} from "../archive/index.js"
import { recordFromMarked } from "../marked/read.js"
import { atomFeed, jsonFeed } from "./feeds.js"

let archive: Archive
beforeEach(async () => {
  archive = await openArchive(":memory:")
  await add("1", "2026-03-04", "{q:“Not one school <b>will</b> close & that’s that,”} {c:said} {s:Mara Lind}.")
  await add("2", "2026-03-05", "{s:Mara Lind} {c=deny:denied} {q:a plan to close \u0001 schools}.")
  await add("3", "2026-03-06", "{q:“No comment on schools,”} {c:said} {s:Tom Reed}.")
})
afterEach(() => archive.close())

const places = {
  feed: "https://archive.example/feeds/lind.atom",
  page: "https://archive.example/following",
  pageOf: (id: string) => `https://archive.example/reports/${id}`,
}

async function add(letter: string, published: string, marked: string): Promise<void> {
  const read = recordFromMarked(marked)
  const url = `https://dorn.example/${letter}`
  const report = { ...read.report, id: letter.repeat(64), published, publisher: "Dorn Courier", url }
  await addRecord(archive, { ...read, report })
}

test("an item says who is reported to have said what, where and when; the newest comes first", async () => {
  await follow(archive, "lind", { who: "Mara Lind" })
  const news = await newsOf(archive, "lind")
  const feed = parseAtomFeed(atomFeed(news, places))
  expect(feed.entries?.map(({ title }) => title?.value)).toEqual([
    "Dorn Courier, 5 March 2026: Mara Lind denied, first-hand: [a plan to close \ufffd schools]",
    "Dorn Courier, 4 March 2026: Mara Lind, first-hand: “Not one school <b>will</b> close & that’s that,”",
  ])
  expect(feed.entries?.[1]).toMatchObject({ id: "urn:onrecord:11111111:s1" })
  expect(feed.entries?.[1]?.links?.[0]?.href).toMatch(/^https:\/\/dorn\.example\/1#:~:text=/)
  expect(feed.entries?.[1]?.links?.[1]).toMatchObject({
    rel: "related",
    href: "https://archive.example/reports/11111111#s1",
  })
  expect(feed.links?.[0]).toMatchObject({ rel: "self", href: "https://archive.example/feeds/lind.atom" })
})

test("read from a server, a JSON item is the entry's page there, and tells where it was reported", async () => {
  await follow(archive, "lind", { who: "Mara Lind" })
  const feed = parseJsonFeed(jsonFeed(await newsOf(archive, "lind"), places))
  expect(feed.items?.[1]).toMatchObject({ url: "https://archive.example/reports/11111111#s1" })
  expect(feed.items?.[1]?.external_url).toMatch(/^https:\/\/dorn\.example\/1#:~:text=/)
})

test("where the outlet is not known, the item says so", async () => {
  const read = recordFromMarked("{q:“Nowhere,”} {c:said} {s:Ana Ruiz}.")
  await addRecord(archive, { ...read, report: { ...read.report, id: "4".repeat(64) } })
  await follow(archive, "ruiz", { who: "Ana Ruiz" })
  const feed = parseAtomFeed(atomFeed(await newsOf(archive, "ruiz")))
  expect(feed.entries?.[0]?.title?.value).toBe("an outlet that is not named: Ana Ruiz, first-hand: “Nowhere,”")
})

test("what the person quoted says against an item stands in its text, beneath the words", async () => {
  await disputeEntry(archive, "22222222#s1", "I denied nothing.", { by: "Ada Lund", reason: "letter" })
  await follow(archive, "lind", { who: "Mara Lind" })
  const news = await newsOf(archive, "lind")
  const words = /^a plan to close . schools\ndisputed on \d{4}-\d\d-\d\d: “I denied nothing\.”\nreported by/
  expect(parseJsonFeed(jsonFeed(news)).items?.[0]?.content_text).toMatch(words)
  expect(parseAtomFeed(atomFeed(news)).entries?.map(({ content }) => words.test(content?.value ?? ""))).toEqual([
    true,
    false,
  ])
})

test("the same as JSON Feed", async () => {
  await follow(archive, "schools", { words: "school*" })
  const feed = parseJsonFeed(jsonFeed(await newsOf(archive, "schools")))
  expect(feed.items?.map(({ id }) => id)).toEqual([
    "urn:onrecord:33333333:s1",
    "urn:onrecord:22222222:s1",
    "urn:onrecord:11111111:s1",
  ])
  expect(feed.items?.[0]?.content_text).toContain("reported by Dorn Courier")
})

test("what is withdrawn is in no feed, and an empty feed is one", async () => {
  await follow(archive, "reed", { who: "Tom Reed" })
  await withdrawEntry(archive, "33333333#s1", { by: "Ada Lund", reason: "not said" })
  const news = await newsOf(archive, "reed")
  expect(parseAtomFeed(atomFeed(news))).toMatchObject({ title: { value: "reed" } })
  expect(JSON.parse(jsonFeed(news))).toMatchObject({ items: [] })
})

test("searches are kept by name, listed and given up", async () => {
  await follow(archive, "lind", { who: "Mara Lind" })
  await follow(archive, "lind", { who: "Mara Lind", about: "schools" })
  expect((await searches(archive)).map(({ question }) => question)).toEqual([{ who: "Mara Lind", about: "schools" }])
  expect((await newsOf(archive, "lind")).entries).toHaveLength(1)
  await unfollow(archive, "lind")
  await expect(newsOf(archive, "lind")).rejects.toThrow(/nothing is followed/)
  await expect(unfollow(archive, "lind")).rejects.toThrow(/nothing is followed/)
})

test("who is taken down has no name in what is followed; the question is kept, and answers again when that is lifted", async () => {
  await add("4", "2026-03-07", "{q:“No,”} {c:said} {s:Ann Reed}.")
  await follow(archive, "a", { who: "Mara Lind", about: "mayor lind", outlet: "Dorn Courier" })
  await follow(archive, "b", { words: "Lind short*" })
  await follow(archive, "c", { who: "tom reed" })
  await follow(archive, "d", { who: "Ann Reed" })
  await follow(archive, "e", { about: "schools" })
  const before = await searches(archive)
  const signed = { by: "Ada Lund", reason: "asked by letter" }
  const targets = [await findTarget(archive, "Mara Lind"), await findTarget(archive, "Tom Reed")]
  for (const target of targets) await hide(archive, target, signed)
  expect((await searches(archive)).map(({ question }) => question)).toEqual([
    { who: "████ ████", about: "Mayor ████", outlet: "Dorn Courier" },
    { words: "████ short*" },
    { who: "███ ████" },
    { who: "Ann Reed" },
    { about: "schools" },
  ])
  expect(await newsOf(archive, "a")).toMatchObject({ question: { who: "████ ████" }, entries: [] })
  for (const target of targets) await lift(archive, target, signed)
  expect(await searches(archive)).toEqual(before)
  expect((await newsOf(archive, "c")).entries).toHaveLength(1)
})

test("a question that asks nothing is refused, and so is a name that no address can hold", async () => {
  await expect(follow(archive, "all", {})).rejects.toThrow(/what to follow/)
  await expect(follow(archive, "a/b", { who: "Mara Lind" })).rejects.toThrow(/letters, digits/)
  await expect(follow(archive, "to", { about: "Reed", to: "Lind" })).rejects.toThrow(/together with who/)
})
