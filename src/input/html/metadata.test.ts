import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { readNames } from "./byline.js"
import { readMetadata } from "./metadata.js"
import { parsePage } from "./page.js"

const check = (html: string, expected: object, address?: string) =>
  expect(readMetadata(parsePage(html), address)).toEqual(expected)

const linked = (content: unknown) => `<script type="application/ld+json">${JSON.stringify(content)}</script>`

describe("metadata from JSON-LD", () => {
  test("one article", () =>
    check(
      linked({
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        headline: "Mayor&#8217;s plan &amp; promise",
        author: { "@type": "Person", name: "Jane Doe" },
        datePublished: "2024-03-04T10:00:00-0500",
        dateModified: "2024-03-05",
        publisher: { "@type": "Organization", name: "Harbour News" },
        articleSection: ["Local", "Schools"],
        inLanguage: "en-GB",
        mainEntityOfPage: "https://harbour.example/plan",
      }),
      {
        title: "Mayor’s plan & promise",
        byline: ["Jane Doe"],
        published: "2024-03-04T10:00:00-05:00",
        updated: "2024-03-05",
        publisher: "Harbour News",
        section: "Local",
        language: "en-GB",
        url: "https://harbour.example/plan",
      },
    ))

  test("a graph whose nodes point at each other", () =>
    check(
      linked({
        "@graph": [
          { "@type": "WebPage", "@id": "#page", name: "A page" },
          {
            "@type": ["Article", "ReportageNewsArticle"],
            headline: "Vote",
            author: [{ "@id": "#jane" }, { name: ["Tom Reed", "Ann Poe"] }, "By Eve Roe and Max Doe"],
            publisher: { "@id": "#org" },
          },
          { "@type": "Person", "@id": "#jane", name: "Jane Doe" },
          { "@type": "Organization", "@id": "#org", name: "Harbour News" },
        ],
      }),
      { title: "Vote", byline: ["Jane Doe", "Tom Reed", "Ann Poe", "Eve Roe", "Max Doe"], publisher: "Harbour News" },
    ))

  test("an array, and several scripts of which one is broken", () =>
    check(
      `<script type="application/ld+json">{"@type": "NewsArticle", headline</script>${linked([{ "@type": "BreadcrumbList" }, { "@type": "NewsArticle", headline: "Vote" }])}`,
      { title: "Vote" },
    ))

  test("wrapped in a comment, line breaks inside a string, a semicolon behind", () =>
    check(
      `<script type="application/ld+json">\n//<![CDATA[\n{"@type": "NewsArticle", "headline": "The\nvote"};\n//]]>\n</script>`,
      { title: "The vote" },
    ))

  test("any JSON at all does not throw", () => {
    fc.assert(
      fc.property(fc.json(), fc.string(), (json, text) => {
        readMetadata(parsePage(`<script type="application/ld+json">${json}</script>`), text)
        readMetadata(
          parsePage(`<script type="application/ld+json">{"@type":"NewsArticle","author":${json}}</script>`),
          text,
        )
      }),
      { numRuns: 200 },
    )
  })
})

describe("metadata from the page", () => {
  test("OpenGraph and meta tags", () =>
    check(
      `<html lang="en_us"><head><title>Vote - Harbour News</title>
      <link rel="canonical" href="/2024/vote"><meta property="og:url" content="https://harbour.example/2024/vote?x=1">
      <meta property="og:title" content="Council votes"><meta property="og:site_name" content="Harbour News">
      <meta name="author" content="By JANE DOE, Health Correspondent, and Tom Reed"><meta property="article:author" content="https://social.example/jane">
      <meta property="article:published_time" content="2024-03-04T10:00Z"><meta property="article:modified_time" content="March 5, 2024">
      <meta property="article:section" content="Local"></head>`,
      {
        title: "Council votes",
        byline: ["JANE DOE", "Tom Reed"],
        published: "2024-03-04T10:00:00Z",
        updated: "2024-03-05",
        publisher: "Harbour News",
        section: "Local",
        language: "en-US",
        url: "https://harbour.example/2024/vote",
      },
      "https://harbour.example/copy",
    ))

  test("what the page shows", () =>
    check(
      `<title>Vote | Harbour</title><h1>Council <em>votes</em></h1>
      <span itemprop="author" itemscope><span itemprop="name">Jane Doe</span>, who lives in Cardenal</span>
      <time datetime="2024-03-04">Monday</time><time itemprop="dateModified" datetime="2024-03-06">Wednesday</time>`,
      { title: "Council votes", byline: ["Jane Doe"], published: "2024-03-04", updated: "2024-03-06" },
    ))

  test("a canonical link to the front page is not this page's address", () =>
    check(
      `<link rel=canonical href="https://harbour.example/"><meta property="og:url" content="https://harbour.example/vote">`,
      { url: "https://harbour.example/vote" },
    ))

  test("nothing is made up", () => {
    check("", {})
    check(
      `<html lang="not a language!"><meta property="article:published_time" content="soon"><link rel=canonical href="javascript:alert(1)">`,
      {},
    )
  })
})

test("bylines", () => {
  const names = (line: string, ...expected: string[]) => expect(readNames([line])).toEqual(expected)
  names("By Jane Doe", "Jane Doe")
  names("by JANE DOE and TOM REED", "JANE DOE", "TOM REED")
  names("Jane Doe, Tom Reed & Ann Poe", "Jane Doe", "Tom Reed", "Ann Poe")
  names("By Jane Doe Political editor", "By Jane Doe Political editor".slice(3))
  names("Words by Jane Doe", "Jane Doe")
  names("Harbour News staff", "Harbour News staff")
  names("https://social.example/jane")
  names("")
})
