import { expect, test } from "vitest"
import { isInputError } from "../errors.js"
import type { Feed } from "./items.js"
import { parseFeed } from "./parse.js"

const parsed = (text: string, url?: string): Feed => {
  const feed = parseFeed(text, "feed.xml", url)
  if (isInputError(feed)) throw new Error(feed.message)
  return feed
}

const rss = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
<channel><title>Dorn Courier</title><link>https://dorncourier.example/</link><language>en-gb</language><ttl>20</ttl>
<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>
<item>
  <title>Mayor &amp;#8217;s &lt;b&gt;plan&lt;/b&gt;</title><link>/politics/1?a=1&amp;b=2</link>
  <guid isPermaLink="false">item-1</guid><pubDate>Wed, 04 Mar 2026 10:00:00 GMT</pubDate>
  <dc:creator><![CDATA[By Ada Lindt and Bo Reyes]]></dc:creator><category>Politics</category>
  <description>The mayor has a plan &#8230;</description>
  <content:encoded><![CDATA[<p>“No,” said <a href="/lopez">Lopez</a>.</p>]]></content:encoded>
</item>
<item><guid>https://dorncourier.example/2</guid><description>Plain text,
in two lines.</description><category>A</category><category>B</category></item>
<item><title>Only a title</title></item>
</channel></rss>`

test("RSS 2.0", () => {
  const feed = parsed(rss)
  expect(feed).toMatchObject({ title: "Dorn Courier", keep: 1800 })
  expect(feed.items).toHaveLength(3)
  expect(feed.items[0]).toEqual({
    id: "item-1",
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    url: "https://dorncourier.example/politics/1?a=1&b=2",
    title: "Mayor ’s plan",
    publisher: "Dorn Courier",
    byline: ["Ada Lindt", "Bo Reyes"],
    section: "Politics",
    language: "en-gb",
    published: "Wed, 04 Mar 2026 10:00:00 GMT",
    content: { form: "html", value: '<p>“No,” said <a href="/lopez">Lopez</a>.</p>' },
    summary: { form: "text", value: "The mayor has a plan …" },
  })
  expect(feed.items[1]).toMatchObject({
    id: "https://dorncourier.example/2",
    url: "https://dorncourier.example/2",
    summary: { form: "text", value: "Plain text,\nin two lines." },
  })
  expect(feed.items[1]).not.toHaveProperty("section")
  expect(feed.items[2]!.id).toBe(feed.items[2]!.hash)
})

test("Atom: relative links through xml:base, text and HTML, authors of the feed", () => {
  const feed = parsed(
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://talvera.example/news/" xml:lang="en">
<title type="html">Talvera &amp;amp; Post</title><id>f</id><updated>2026-03-04T10:00:00Z</updated><author><name>Ada Lindt</name></author>
<entry xml:base="today/"><id>tag:talvera.example,2026:1</id><title>A &lt; B</title><link rel="enclosure" href="a.mp3"/>
<link href="one.html"/><published>2026-03-03</published><updated>2026-03-04T10:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>“No,” she &amp; he <b>said</b>.</p></div></content></entry>
<entry><id>2</id><title type="html">x</title><updated>2026-03-04</updated><author><name>Bo Reyes</name></author>
<summary type="text">“No,” he said &lt;again&gt;.</summary><content type="image/png">iVBOR</content></entry></feed>`,
    "https://feeds.example/talvera.atom",
  )
  expect(feed.items[0]).toMatchObject({
    id: "tag:talvera.example,2026:1",
    url: "https://talvera.example/news/today/one.html",
    title: "A < B",
    publisher: "Talvera & Post",
    byline: ["Ada Lindt"],
    language: "en",
    published: "2026-03-03",
    updated: "2026-03-04T10:00:00Z",
    content: { form: "html", value: expect.stringContaining("<p>“No,” she &amp; he <b>said</b>.</p>") },
  })
  expect(feed.items[1]).toMatchObject({
    byline: ["Bo Reyes"],
    published: "2026-03-04",
    summary: { form: "text", value: "“No,” he said <again>." },
  })
  expect(feed.items[1]).not.toHaveProperty("content")
})

test("RDF (RSS 1.0)", () => {
  const feed = parsed(
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://dorn.example/"><title>Dorn</title>
<link>https://dorn.example/</link><description>d</description></channel>
<item rdf:about="https://dorn.example/1"><title>One</title><link>https://dorn.example/1</link><description>&lt;p&gt;No.&lt;/p&gt;</description>
<dc:date>2026-03-04T10:00:00Z</dc:date><dc:creator>Ada Lindt</dc:creator></item></rdf:RDF>`,
  )
  expect(feed.items[0]).toMatchObject({
    id: "https://dorn.example/1",
    url: "https://dorn.example/1",
    byline: ["Ada Lindt"],
    published: "2026-03-04T10:00:00Z",
    summary: { form: "html", value: "<p>No.</p>" },
  })
})

test("JSON Feed", () => {
  const feed = parsed(
    JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      title: "Dorn",
      home_page_url: "https://dorn.example/",
      items: [
        {
          id: 7,
          url: "/1",
          content_html: "<p>No.</p>",
          date_published: "2026-03-04",
          authors: [{ name: "Ada Lindt" }],
        },
        { id: "8", content_text: "No.\n\n<Yes>.", summary: "No" },
      ],
    }),
  )
  expect(feed.items[0]).toMatchObject({ id: "7", url: "https://dorn.example/1", byline: ["Ada Lindt"] })
  expect(feed.items[1]).toMatchObject({ content: { form: "text", value: "No.\n\n<Yes>." } })
})

test("links: relative ones start from where the feed was found; others than web links are left out", () => {
  const item = (link: string) =>
    `<rss version="2.0"><channel><item><link>${link}</link><title>x</title></item></channel></rss>`
  expect(parsed(item("../1"), "https://dorn.example/feeds/all.xml").items[0]!.url).toBe("https://dorn.example/1")
  expect(parsed(item("/1")).items[0]).not.toHaveProperty("url")
  expect(parsed(item("javascript:alert(1)"), "https://dorn.example/").items[0]).not.toHaveProperty("url")
  expect(parsed(item("file:///etc/passwd"), "https://dorn.example/").items[0]).not.toHaveProperty("url")
})

test("an item that changes keeps its id and gets another hash; one id for all items is made several", () => {
  const first = parsed(rss).items
  const second = parsed(rss.replace("said <a", "says <a")).items
  expect(second.map(({ id }) => id)).toEqual(first.map(({ id }) => id))
  expect(second.map(({ hash }, n) => hash === first[n]!.hash)).toEqual([false, true, true])
  const same = `<item><guid>same</guid><link>https://a.example/1</link></item><item><guid>same</guid><link>https://a.example/2</link></item>`
  const ids = parsed(`<rss version="2.0"><channel>${same}</channel></rss>`).items.map(({ id }) => id)
  expect(ids).toEqual(["same", "same https://a.example/2"])
})

test.each([
  [rss.slice(0, 900), "the feed is broken and cannot be read: it ends without </rss>"],
  [rss.replace("<title>Only a title</title>", "<title>Only a title"), "the feed is broken and cannot be read: "],
  [`${rss.slice(0, 900)}</rss>`, "the feed is broken and cannot be read: "],
  ['<rss version="2.0"></rss>', "the feed is broken and cannot be read: "],
  ["<sitemapindex/>", "no feed that is known; RSS, Atom, RDF and JSON Feed are read"],
  ["plain words", "no feed that is known; RSS, Atom, RDF and JSON Feed are read"],
  ['{"version": "https://jsonfeed.org/version/1", "items": [', "the feed is broken and cannot be read: "],
])("a feed that is broken says why: %#", (text, message) => {
  expect(parseFeed(text, "feed.xml")).toMatchObject({ code: "not-a-feed", path: "feed.xml" })
  expect((parseFeed(text, "feed.xml") as { message: string }).message).toContain(message)
})

test("hostile feeds: entities are not expanded, nesting and repetition cost no more than their length", () => {
  const bomb = `<!DOCTYPE rss [<!ENTITY a "${"a".repeat(1000)}"><!ENTITY b "${"&a;".repeat(1000)}">]><rss version="2.0"><channel><item><title>&b;&b;</title></item></channel></rss>`
  expect(parsed(bomb).items[0]!.title!.length).toBeLessThan(20)
  const began = performance.now()
  for (const odd of ["<item>", "<![CDATA[", "<!--", "<", "&#38;", "<item><title>x</title></item>", "<a b='"]) {
    const text = `<rss version="2.0"><channel>${odd.repeat(50_000)}</channel></rss>`
    expect(parseFeed(text, "feed.xml")).toBeDefined()
  }
  expect(performance.now() - began).toBeLessThan(20_000)
})
