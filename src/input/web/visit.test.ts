import { expect, test } from "vitest"
import { type Pages, site, withHeaders } from "../../../test/site.js"
import { isInputError } from "../errors.js"
import { type FeedState, newFeed } from "./schedule.js"
import { visitFeed } from "./visit.js"

const words = "Lopez said on Monday that she had not met Reed. ".repeat(10)

interface Entry {
  readonly id: string
  readonly text?: string
  readonly link?: string
}

const feedOf = (entries: readonly Entry[], ttl = "") =>
  `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Dorn</title>${ttl}${entries
    .map(
      ({ id, text, link }) =>
        `<item><guid isPermaLink="false">${id}</guid>${link ? `<link>${link}</link>` : ""}${text ? `<content:encoded>${text} ${words}</content:encoded>` : "<description>Lopez …</description>"}</item>`,
    )
    .join("")}</channel></rss>`

const page = (text: string) => `<!doctype html><html><body><article><p>${text} ${words}</p></article></body></html>`

/** A feed that can be changed between visits, each of which begins with what the one before kept as JSON. */
async function follow(pages: { [path: string]: Pages[string] }) {
  const { server, fetcher } = await site(pages)
  let state: FeedState = newFeed(`${server.url}/feed`)
  let now = Date.parse("2026-03-04T10:00:00Z")
  return {
    pages,
    server,
    state: () => state,
    /** What is new: the first word of each report, or the code of each error. */
    async visit(): Promise<string[]> {
      const visit = await visitFeed(JSON.parse(JSON.stringify(state)), fetcher, new Date(now))
      state = visit.state
      now = Date.parse(state.next ?? "2026-03-05T10:00:00Z")
      return visit.reports.map((outcome) => (isInputError(outcome) ? outcome.code : outcome.text.split(" ")[0]!))
    },
  }
}

test("only what is new or has changed is read", async () => {
  const feed = await follow({
    "/feed": feedOf([
      { id: "1", text: "One" },
      { id: "2", text: "Two" },
    ]),
  })
  expect(await feed.visit()).toEqual(["One", "Two"])
  expect(await feed.visit()).toEqual([])
  feed.pages["/feed"] = feedOf([
    { id: "3", text: "Three" },
    { id: "1", text: "One" },
    { id: "2", text: "Changed" },
  ])
  expect(await feed.visit()).toEqual(["Three", "Changed"])
  feed.pages["/feed"] = feedOf([{ id: "3", text: "Three" }])
  expect(await feed.visit()).toEqual([])
  feed.pages["/feed"] = feedOf([{ id: "1", text: "One" }])
  expect(await feed.visit()).toEqual([])
})

test("items with odd names are items like others", async () => {
  const ids = ["__proto__", "constructor", "7", "x".repeat(5000)]
  const feed = await follow({ "/feed": feedOf(ids.map((id) => ({ id, text: "One" }))) })
  expect(await feed.visit()).toHaveLength(4)
  expect(await feed.visit()).toEqual([])
  expect(JSON.stringify(feed.state()).length).toBeLessThan(2000)
})

test("a feed that has not changed is not sent again", async () => {
  let sent = 0
  const feed = await follow({
    "/feed": (request, response) => {
      const known = request.headers["if-none-match"] === '"1"'
      if (!known) sent += 1
      response.writeHead(known ? 304 : 200, { etag: '"1"', "cache-control": "max-age=7200" })
      response.end(known ? undefined : feedOf([{ id: "1", text: "One" }]))
    },
  })
  expect(await feed.visit()).toEqual(["One"])
  expect(await feed.visit()).toEqual([])
  expect(await feed.visit()).toEqual([])
  expect(sent).toBe(1)
  expect(feed.state()).toMatchObject({ etag: '"1"', keep: 7200, visits: 3 })
})

test("how long a feed is to be left alone: what the feed says, what its server says, the longer of the two", async () => {
  const entries = [{ id: "1", text: "One" }]
  const ttl = await follow({ "/feed": feedOf(entries, "<ttl>90</ttl>") })
  await ttl.visit()
  expect(ttl.state().keep).toBe(5400)
  const expires = { date: "Wed, 04 Mar 2026 10:00:00 GMT", expires: "Wed, 04 Mar 2026 12:00:00 GMT" }
  const both = await follow({ "/feed": withHeaders(expires, feedOf(entries, "<ttl>90</ttl>")) })
  await both.visit()
  expect(both.state().keep).toBe(7200)
})

test("a page that cannot be had just now is asked for again, five times; one that is missing is not", async () => {
  let status = 503
  const feed = await follow({
    "/feed": withHeaders(
      { etag: '"1"' },
      feedOf([
        { id: "1", link: "/1" },
        { id: "2", link: "/2" },
        { id: "3", link: "/3" },
      ]),
    ),
    "/1": page("One"),
    "/2": (_, response) => response.writeHead(status).end(page("Two")),
  })
  expect(await feed.visit()).toEqual(["One", "http-status", "http-status"])
  expect(await feed.visit()).toEqual(["http-status"])
  status = 200
  expect(await feed.visit()).toEqual(["Two"])
  expect(await feed.visit()).toEqual([])
  expect(feed.server.asked.filter((path) => path === "/3")).toHaveLength(1)

  const never = await follow({
    "/feed": feedOf([{ id: "2", link: "/2" }]),
    "/2": (_, response) => response.writeHead(503).end(),
  })
  for (let n = 0; n < 5; n += 1) expect(await never.visit()).toEqual(["http-status"])
  expect(await never.visit()).toEqual([])
})

test("a feed in trouble: the error is told, nothing is forgotten, and the next visit is later", async () => {
  const good = feedOf([{ id: "1", text: "One" }])
  const feed = await follow({ "/feed": good })
  expect(await feed.visit()).toEqual(["One"])
  feed.pages["/feed"] = (_, response) => response.writeHead(503, { "retry-after": "7200" }).end()
  expect(await feed.visit()).toEqual(["http-status"])
  expect(Date.parse(feed.state().next!) - Date.parse("2026-03-04T10:30:00Z")).toBeGreaterThan(7_200_000)
  feed.pages["/feed"] = good.slice(0, 300)
  expect(await feed.visit()).toEqual(["not-a-feed"])
  expect(feed.state().failures).toBe(2)
  feed.pages["/feed"] = good
  expect(await feed.visit()).toEqual([])
  expect(feed.state().failures).toBe(0)
})

test("a feed that is refused or gone", async () => {
  const refused = await follow({ "/feed": "", "/robots.txt": "User-agent: *\nDisallow: /feed" })
  expect(await refused.visit()).toEqual(["robots"])
  expect(refused.state()).toMatchObject({ failures: 0, next: expect.stringMatching(/^2026-03-05/) })
  const gone = await follow({ "/feed": (_, response) => response.writeHead(410).end() })
  expect(await gone.visit()).toEqual(["http-status"])
  expect(gone.state()).not.toHaveProperty("next")
})

test("a page instead of a feed: the feed that it names is told", async () => {
  const link = '<link rel="alternate" type="application/rss+xml" title="News" href="/rss?a=1&amp;b=2">'
  const { server, fetcher } = await site({
    "/": `<!doctype html><head>${link}</head><p>News</p>`,
    "/b": "<!doctype html>",
  })
  const { reports } = await visitFeed(newFeed(`${server.url}/`), fetcher)
  expect(reports).toMatchObject([
    {
      code: "not-a-feed",
      message: `is no feed (RSS, Atom, RDF, JSON Feed); the feed that it names is ${server.url}/rss?a=1&b=2`,
    },
  ])
  expect((await visitFeed(newFeed(`${server.url}/b`), fetcher)).reports).toMatchObject([
    { message: "is no feed (RSS, Atom, RDF, JSON Feed)" },
  ])
})
