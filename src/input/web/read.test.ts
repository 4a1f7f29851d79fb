import { gzipSync } from "node:zlib"
import iconv from "iconv-lite"
import { expect, test } from "vitest"
import { type Pages, site, withHeaders } from "../../../test/site.js"
import { describeInputError, isInputError } from "../errors.js"
import { readReports } from "../read.js"

async function read(pages: Pages, path = "/a") {
  const { server, fetcher } = await site(pages)
  const outcomes = []
  for await (const outcome of readReports([`${server.url}${path}`], {}, fetcher)) outcomes.push(outcome)
  return { outcomes, url: server.url, asked: server.asked }
}

/** Reports as their text, errors as their code. */
const brief = async (pages: Pages, path?: string) =>
  (await read(pages, path)).outcomes.map((outcome) => (isInputError(outcome) ? outcome.code : outcome.text))

const sentence = "Lopez said on Monday that she had not met Reed. "
const article = (text: string, head = "") =>
  `<!doctype html><html lang="en"><head><title>No</title>${head}</head><body><article><h1>No</h1><p>${text}</p></article></body></html>`

test("a page: its report, with where and when it was read and a digest of what was sent", async () => {
  const page = article(
    sentence.repeat(10),
    '<link rel="canonical" href="/news/no"><meta name="author" content="Ada Lindt">',
  )
  const { outcomes, url } = await read({ "/a": withHeaders({ "content-type": "text/html; charset=utf-8" }, page) })
  expect(outcomes).toEqual([
    expect.objectContaining({
      text: sentence.repeat(10).trim(),
      title: "No",
      byline: ["Ada Lindt"],
      url: `${url}/news/no`,
      provenance: {
        path: `${url}/a`,
        retrieved: expect.stringMatching(/^2023-11-14T22:13:\d\d\.\d{3}Z$/),
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    }),
  ])
})

test("a page that says it is another paper's is not believed", async () => {
  for (const tag of [
    '<link rel="canonical" href="https://dorncourier.example/politics/1">',
    '<meta property="og:url" content="https://dorncourier.example/politics/1">',
  ]) {
    const { outcomes, url } = await read({ "/a": article(sentence.repeat(10), tag) })
    expect(outcomes[0]).toMatchObject({ url: `${url}/a` })
  }
})

test("the encoding: from the server, from the page only, and the server's wrong word about UTF-8", async () => {
  const text = `“Schön,” sagte Núñez. ${sentence.repeat(10)}`
  const meta = iconv.encode(article(text, '<meta charset="windows-1252">'), "win1252")
  const bare = iconv.encode(article(text), "win1252")
  const greek = iconv.encode(article(`Ελλάδα: ${sentence.repeat(10)}`), "iso-8859-7")
  const type = (charset: string) => ({ "content-type": `text/html${charset}` })
  expect((await brief({ "/a": withHeaders(type(""), meta) }))[0]).toMatch("“Schön,” sagte Núñez.")
  expect((await brief({ "/a": withHeaders(type("; charset=ISO-8859-1"), bare) }))[0]).toMatch("“Schön,” sagte Núñez.")
  expect((await brief({ "/a": withHeaders(type("; charset=iso-8859-7"), greek) }))[0]).toMatch("Ελλάδα")
  expect((await brief({ "/a": withHeaders(type("; charset=ISO-8859-1"), article(text)) }))[0]).toMatch("“Schön,”")
})

const paid = '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>'

test("what a newsroom throws at it: each is named with what to do", async () => {
  const cases: [Pages[string], string, string][] = [
    [article(""), "empty", "the page holds no article"],
    ["", "empty", "holds no text"],
    [article("You need to enable JavaScript to run this app."), "empty", "save the page from a browser"],
    [article(sentence.repeat(3), paid), "paywall", "save the page when logged in"],
    [withHeaders({ "content-type": "application/pdf" }, "%PDF-1.7 \u0001\u0002"), "binary", "pdftotext"],
    [withHeaders({ "content-type": "text/html" }, "%PDF-1.7 \u0001\u0002"), "binary", "pdftotext"],
    [withHeaders({ "content-type": "video/mp4" }, "x"), "binary", "is sent as video/mp4"],
    [withHeaders({ "content-type": "application/octet-stream" }, Buffer.from("PK\u0003\u0004x")), "compressed", "zip"],
    [withHeaders({ "content-type": "application/rss+xml" }, "<rss version='2.0'><channel>"), "not-a-feed", "</rss>"],
    [withHeaders({ "content-type": "text/xml" }, "<urlset></urlset>"), "not-a-feed", "RSS, Atom, RDF"],
    [withHeaders({ "content-type": "application/json" }, "{"), "broken-json", "not valid JSON"],
    [withHeaders({ "content-type": "application/gzip" }, Buffer.from([0x1f, 0x8b, 1])), "broken-gzip", "download"],
    [withHeaders({ "content-type": "application/gzip" }, gzipSync(Buffer.alloc(20_000_000))), "too-large", "10 MB"],
  ]
  for (const [page, code, words] of cases) {
    const { outcomes, url } = await read({ "/a": page })
    expect(outcomes).toHaveLength(1)
    const [error] = outcomes
    if (!isInputError(error!)) throw new Error(`no error: ${code}`)
    expect(error.code).toBe(code)
    expect(describeInputError(error)).toContain(`${url}/a: `)
    expect(error.message).toContain(words)
  }
})

test("a paid page whose whole text is there is read, and so is a short one that is free", async () => {
  expect(await brief({ "/a": article(sentence.repeat(30), paid) })).toEqual([sentence.repeat(30).trim()])
  expect(await brief({ "/a": article(sentence) })).toEqual([sentence.trim()])
})

const feed = (items: string) =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Dorn Courier</title>${items}</channel></rss>`
const whole = `<item><guid>1</guid><title>One</title><link>/one</link><content:encoded><![CDATA[<p>${sentence.repeat(10)}</p>]]></content:encoded></item>`
const teaser = `<item><guid>2</guid><title>Two</title><link>/two</link><pubDate>Wed, 04 Mar 2026 10:00:00 GMT</pubDate><author>Bo Reyes</author><description>Lopez …</description></item>`

test("a feed: its own text where it is whole, the page's where it is not, and what is wrong with a page", async () => {
  const broken = `<item><guid>3</guid><title>Three</title><link>/three</link><description>Reed …</description></item>`
  const { outcomes, url, asked } = await read({
    "/a": withHeaders({ "content-type": "application/rss+xml" }, feed(whole + teaser + broken)),
    "/two": article(sentence.repeat(12)),
  })
  expect(outcomes).toMatchObject([
    { text: sentence.repeat(10).trim(), title: "One", url: `${url}/one`, provenance: { path: `${url}/a`, item: "1" } },
    {
      text: sentence.repeat(12).trim(),
      title: "No",
      url: `${url}/two`,
      publisher: "Dorn Courier",
      byline: ["Bo Reyes"],
      published: "2026-03-04T10:00:00Z",
      provenance: { path: `${url}/two`, item: "2", digest: expect.any(String), retrieved: expect.any(String) },
    },
    { path: `${url}/a`, code: "http-status", status: 404 },
  ])
  expect(asked).not.toContain("/one")
  expect((outcomes[2] as { message: string }).message).toBe(
    `the item “Three” (${url}/three): the server answers 404: there is no such page; check the address`,
  )
})

test("a feed that is called something else, packed, or in JSON is still one", async () => {
  const text = [sentence.repeat(10).trim()]
  for (const type of ["text/html", "text/plain", "application/octet-stream", ""]) {
    expect(await brief({ "/a": withHeaders({ "content-type": type }, feed(whole)) })).toEqual(text)
  }
  expect(await brief({ "/a": withHeaders({ "content-encoding": "gzip" }, gzipSync(feed(whole))) })).toEqual(text)
  expect(await brief({ "/news.xml.gz": gzipSync(feed(whole)) }, "/news.xml.gz")).toEqual(text)
  const json = {
    version: "https://jsonfeed.org/version/1.1",
    title: "T",
    items: [{ id: 1, content_text: sentence.repeat(10) }],
  }
  expect(await brief({ "/a": JSON.stringify(json) })).toEqual(text)
  expect(await brief({ "/a": feed("") })).toEqual(["empty"])
})

test("plain text, JSON lines, JSON and tables", async () => {
  const type = (type: string, body: string) => ({ "/a": withHeaders({ "content-type": type }, body) })
  expect(await brief(type("text/plain", "Reed said no."))).toEqual(["Reed said no."])
  expect(await brief(type("application/x-ndjson", '{"text":"One."}\n{"text":"Two."}\n'))).toEqual(["One.", "Two."])
  expect(await brief(type("application/json", '[{"text":"One."}, 5]'))).toEqual(["One.", "not-a-report"])
  expect(await brief(type("text/csv", "headline,text,x\nA,One.,1\nB\n"))).toEqual(["One.", "broken-csv"])
  const { outcomes, url } = await read({ "/a.csv": "url,text\nhttps://a.example/1,One.\n" }, "/a.csv")
  expect(outcomes).toMatchObject([
    { url: "https://a.example/1", provenance: { path: `${url}/a.csv`, line: 2, retrieved: expect.any(String) } },
  ])
})

test("without a fetcher of its own a test could not reach its server: no option and no variable opens the door", async () => {
  const { server } = await site({ "/a": article(sentence) })
  for await (const outcome of readReports([`${server.url}/a`, "http://localhost/"], { contact: "desk" })) {
    expect(outcome).toMatchObject({ code: expect.stringMatching(/^(?:private-address|not-a-url)$/) })
  }
  expect(server.visits()).toBe(0)
})
