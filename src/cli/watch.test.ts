import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeEach, expect, test, vi } from "vitest"
import { type Pages, site } from "../../test/site.js"
import { feeds, openArchive } from "../archive/index.js"
import { unfollowCommand } from "./follow.js"
import { watchCommand } from "./watch.js"

const folder = mkdtempSync(join(tmpdir(), "onrecord-watch-"))
afterAll(() => rmSync(folder, { recursive: true }))

const said: string[] = []
beforeEach(() => {
  said.length = 0
  vi.spyOn(console, "error").mockImplementation((line: string) => {
    said.push(line)
  })
})

const feedOf = (...words: readonly string[]) =>
  `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Dorn</title>${words
    .map((word) => {
      const text = `${word}: Lopez said on Monday that she had not met Reed. `.repeat(10)
      return `<item><guid isPermaLink="false">${word}</guid><content:encoded>${text}</content:encoded></item>`
    })
    .join("")}</channel></rss>`

async function reportsIn(path: string): Promise<string[]> {
  const archive = await openArchive(path, { mustExist: true })
  const rows = await archive.db.selectFrom("reports").select("text").orderBy("number").execute()
  await archive.close()
  return rows.map(({ text }) => text!.split(":")[0]!)
}

test("what is new in a feed is added once; the feed and its times last over restarts", async () => {
  const pages: { [path: string]: Pages[string] } = { "/feed": feedOf("One", "Two") }
  const { server, fetcher } = await site(pages)
  const archive = join(folder, "news.db")
  let now = new Date("2026-03-04T10:00:00Z")
  const once = (...urls: string[]) =>
    watchCommand(urls, { archive, once: true, threads: 1 }, { fetcher, now: () => now })
  expect(await once(`${server.url}/feed`)).toBe(0)
  expect(await reportsIn(archive)).toEqual(["One", "Two"])

  pages["/feed"] = feedOf("Three", "One", "Two")
  expect(await once()).toBe(0) // too soon: the feed is not asked
  expect(await reportsIn(archive)).toEqual(["One", "Two"])
  now = new Date("2026-03-04T12:00:00Z")
  expect(await once()).toBe(0)
  expect(await reportsIn(archive)).toEqual(["One", "Two", "Three"])
  expect(said.at(-1)).toContain(`${server.url}/feed: 1 report added to ${archive}`)
})

test("without --once it goes on visiting until it is stopped", async () => {
  const pages: { [path: string]: Pages[string] } = { "/feed": feedOf("One") }
  const { server, fetcher } = await site(pages)
  const archive = join(folder, "on.db")
  let now = Date.parse("2026-03-04T10:00:00Z")
  let sleeps = 0
  const wait = async (milliseconds: number) => {
    if (++sleeps > 90) throw new Error("stopped")
    pages["/feed"] = feedOf("One", "Two")
    now += milliseconds
  }
  const status = await watchCommand(
    [`${server.url}/feed`],
    { archive, threads: 1 },
    { fetcher, now: () => new Date(now), wait },
  )
  expect(status).toBe(0)
  expect(await reportsIn(archive)).toEqual(["One", "Two"])
})

test("a feed that fails is named, costs the exit code, and is visited later", async () => {
  const { server, fetcher } = await site({})
  const archive = join(folder, "gone.db")
  expect(await watchCommand([`${server.url}/feed`], { archive, once: true }, { fetcher })).toBe(1)
  expect(said[0]).toContain(`${server.url}/feed`)
  said.length = 0
  expect(await watchCommand([], { archive, once: true }, { fetcher })).toBe(0)
  expect(said).toEqual([])
})

test("a feed in a private network is refused and not followed; one whose item lies there is", async () => {
  const { server, fetcher } = await site({
    "/feed": `<rss version="2.0"><channel><title>Dorn</title><item><guid>1</guid><title>No</title>
      <link>http://127.0.0.1:9/page</link><description>Lopez …</description></item></channel></rss>`,
  })
  const archive = join(folder, "private.db")
  const refused = ["http://127.0.0.1:9/feed", "http://localhost:9/feed"]
  expect(await watchCommand(refused, { archive }, { fetcher })).toBe(1)
  expect(said).toEqual(
    refused.flatMap((url) => [
      expect.stringContaining(`${url}: not read, because`),
      `onrecord: ${url}: is not followed`,
      expect.stringContaining("1 not read"),
    ]),
  )
  expect(await watchCommand([`${server.url}/feed`], { archive, once: true, threads: 1 }, { fetcher })).toBe(1)
  const opened = await openArchive(archive)
  expect((await feeds(opened)).map(({ url }) => url)).toEqual([`${server.url}/feed`])
  await opened.close()
})

test("nothing to follow, or no address, is wrong usage", async () => {
  const archive = join(folder, "none.db")
  expect(await watchCommand([], { archive, once: true })).toBe(2)
  expect(await watchCommand(["feed.xml"], { archive, once: true })).toBe(2)
  expect(said[1]).toMatch(/^onrecord: feed\.xml: is not the address of a feed/)
})

test("a feed is given up by its address, and what it brought stays", async () => {
  const { server, fetcher } = await site({ "/feed": feedOf("One") })
  const archive = join(folder, "given-up.db")
  const url = `${server.url}/feed`
  await watchCommand([url], { archive, once: true, threads: 1 }, { fetcher })
  vi.spyOn(process.stdout, "write").mockImplementation(() => true)
  vi.spyOn(process.stderr, "write").mockImplementation((line) => said.push(String(line)) > 0)
  expect(await unfollowCommand(archive, `${server.url}/other`)).toBe(1)
  expect(said.at(-1)).toContain(`${server.url}/other: is no feed that is followed; these are: ${url}`)
  expect(await unfollowCommand(archive, url)).toBe(0)
  expect(await reportsIn(archive)).toEqual(["One"])
  expect(await watchCommand([], { archive, once: true }, { fetcher })).toBe(2)
  expect(said.at(-1)).toContain("no feed is followed")
})
