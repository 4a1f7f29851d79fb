import type { IncomingMessage, ServerResponse } from "node:http"
import { expect, test } from "vitest"
import { site } from "../../../test/site.js"
import { version } from "../../version.js"
import { describeInputError, isInputError } from "../errors.js"

test("a site is told who asks, and how to reach them", async () => {
  const names: (string | undefined)[] = []
  const page = (request: IncomingMessage, response: ServerResponse) => {
    names.push(request.headers["user-agent"])
    response.end()
  }
  await (await site({ "/": page })).read("/")
  await (await site({ "/": page }, { contact: "desk@dorncourier.example\r\nx: (y)" })).read("/")
  expect(names).toEqual([`onrecord/${version}`, `onrecord/${version} (+desk@dorncourier.examplex: y)`])
})

const rules = `
User-agent: *
Disallow: /

User-agent: OnRecord
Disallow: /private/
Allow: /private/open
Crawl-delay: 7
`

test("robots.txt is asked once, and what it does not allow is not asked for", async () => {
  const { read, server, fetcher } = await site({
    "/robots.txt": rules,
    "/a": "A",
    "/private/open": "O",
    "/private/b": "B",
  })
  expect(await read("/a")).toBe("A")
  expect(await read("/private/open")).toBe("O")
  expect(await read("/private/b")).toBe("robots")
  expect(server.asked.filter((path) => path === "/robots.txt")).toHaveLength(1)
  expect(server.asked).not.toContain("/private/b")
  const refused = await fetcher(`${server.url}/private/b`)
  expect(isInputError(refused) && describeInputError(refused)).toBe(
    `${server.url}/private/b: not read, because robots.txt of 127.0.0.1:${server.port} does not allow it`,
  )
})

test("a redirect does not lead around robots.txt", async () => {
  const { read, server } = await site({
    "/robots.txt": rules,
    "/a": (_, response) => response.writeHead(302, { location: "/private/b" }).end(),
    "/private/b": "B",
  })
  expect(await read("/a")).toBe("robots")
  expect(server.asked).not.toContain("/private/b")
})

test("no robots.txt lets everything be read; one that cannot be had lets nothing be, for five minutes", async () => {
  for (const status of [404, 403, 410]) {
    const { read } = await site({ "/robots.txt": (_, response) => response.writeHead(status).end(), "/a": "A" })
    expect(await read("/a")).toBe("A")
  }
  for (const status of [500, 503, 429]) {
    let answers = status
    const { read, clock, server } = await site({
      "/robots.txt": (_, response) => response.writeHead(answers).end(),
      "/a": "A",
    })
    expect(await read("/a")).toBe("not-now")
    answers = 404
    expect(await read("/a")).toBe("not-now")
    expect(server.asked).toEqual(["/robots.txt"])
    clock.now += 301_000
    expect(await read("/a")).toBe("A")
  }
  const { read } = await site({ "/robots.txt": (request) => request.socket.destroy(), "/a": "A" })
  expect(await read("/a")).toBe("unreachable")
})

test("between two visits to a site there is a second, or as long as it asks for", async () => {
  const slow = await site({ "/robots.txt": rules, "/a": "A" })
  for (let n = 0; n < 3; n += 1) await slow.read("/a")
  expect(slow.clock.waited).toBe(14_000)
  const usual = await site({ "/a": "A" })
  for (let n = 0; n < 3; n += 1) await usual.read("/a")
  expect(usual.clock.waited).toBe(2_000)
  const together = await site({ "/a": "A" })
  await Promise.all([together.read("/a"), together.read("/a"), together.read("/a")])
  expect(together.clock.waited).toBeGreaterThanOrEqual(2_000)
})

test("a site that wants an hour between visits is not waited for", async () => {
  const { read, fetcher, server, clock } = await site({
    "/robots.txt": "User-agent: *\nCrawl-delay: 3600",
    "/a": "A",
  })
  expect(await read("/a")).toBe("A")
  expect(await fetcher(`${server.url}/a`)).toMatchObject({ code: "not-now", retryAfter: 3600 })
  clock.now += 3_600_000
  expect(await read("/a")).toBe("A")
  expect(clock.waited).toBe(0)
})

const reserved = "<!doctype html><head><meta name='TDM-Reservation' content='1'></head>"

test("text and data mining reserved: in the header, in the page, for the whole site", async () => {
  const header =
    (value: string, page = "A") =>
    (_: IncomingMessage, response: ServerResponse) =>
      response.writeHead(200, { "tdm-reservation": value, "tdm-policy": "https://a.example/terms" }).end(page)
  const { read, fetcher, server } = await site({
    "/header": header("1"),
    "/open": header("0"),
    "/odd": header("yes"),
    "/page": reserved,
    "/page-before-header": header("0", reserved),
  })
  expect(await read("/header")).toBe("reserved")
  expect(await read("/open")).toBe("A")
  expect(await read("/odd")).toBe("A")
  expect(await read("/page")).toBe("reserved")
  expect(await read("/page-before-header")).toBe("reserved")
  const refused = await fetcher(`${server.url}/header`)
  expect(isInputError(refused) && refused.message).toBe(
    "not read, because its publisher reserves text and data mining (its terms: https://a.example/terms)",
  )
})

test("reservations of a site: the first rule that fits counts, and a header goes before it", async () => {
  const { read, server } = await site({
    "/.well-known/tdmrep.json": JSON.stringify([
      { location: "/news/free/", "tdm-reservation": 0 },
      { location: "/news/*.html$", "tdm-reservation": 1 },
      { location: "/all/", "tdm-reservation": "1" },
      { location: 5, "tdm-reservation": 1 },
      { location: "/odd/", "tdm-reservation": 2 },
      "rule",
    ]),
    "/news/free/a.html": "A",
    "/news/b.html": "B",
    "/news/b.html?print": "C",
    "/all/d": "D",
    "/all/e": (_, response) => response.writeHead(200, { "tdm-reservation": "0" }).end("E"),
    "/odd/f": "F",
  })
  expect(await read("/news/free/a.html")).toBe("A")
  expect(await read("/news/b.html")).toBe("reserved")
  expect(await read("/news/b.html?print")).toBe("C")
  expect(await read("/all/d")).toBe("reserved")
  expect(await read("/all/e")).toBe("E")
  expect(await read("/odd/f")).toBe("F")
  expect(server.asked.filter((path) => path.includes("tdmrep"))).toHaveLength(1)
  expect(server.asked.indexOf("/.well-known/tdmrep.json")).toBeLessThan(server.asked.indexOf("/news/free/a.html"))
})

test("a tdmrep.json that is a page, or broken, reserves nothing", async () => {
  for (const file of ["<!doctype html>Not found", "[{", "{}", "null"]) {
    expect(await (await site({ "/.well-known/tdmrep.json": file, "/a": "A" })).read("/a")).toBe("A")
  }
})

test("a page that is as it was is not sent again", async () => {
  const { fetcher, server } = await site({
    "/a": (request, response) => {
      const known = request.headers["if-none-match"] === '"1"' || request.headers["if-modified-since"] !== undefined
      response.writeHead(known ? 304 : 200, { etag: '"1"', "last-modified": "Wed, 04 Mar 2026 10:00:00 GMT" })
      response.end(known ? undefined : "A")
    },
  })
  const first = await fetcher(`${server.url}/a`)
  if (isInputError(first)) throw new Error(first.message)
  expect(first).toMatchObject({ unchanged: false, etag: '"1"', lastModified: "Wed, 04 Mar 2026 10:00:00 GMT" })
  expect(first.retrieved).toMatch(/^2023-11-14T22:13:2\d\.\d{3}Z$/)
  expect(await fetcher(`${server.url}/a`, first)).toMatchObject({ unchanged: true, etag: '"1"' })
  expect(await fetcher(`${server.url}/a`, { etag: '"0"' })).toMatchObject({ unchanged: false })
})
