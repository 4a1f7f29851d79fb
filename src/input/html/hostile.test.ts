import { expect, test } from "vitest"
import { readHtml } from "./article.js"
import { parsePage, textOf } from "./page.js"

const paragraph = "<p>“We will not close one school,” said Maria Lopez, the mayor, on Monday.</p>\n"

const timeOf = (html: string) => {
  const start = process.cpuUsage()
  readHtml(html)
  return process.cpuUsage(start).user / 1000
}

// Each begins anew what the one before never ended, or asks again and again for something that is far away.
const nasty = [
  "<div>",
  "<b>",
  "<p>",
  "<a href=x>",
  "<div>word ",
  "<ul><li>x",
  "<table><tr><td>x",
  "<q>a",
  "</b>",
  "</p>",
  "<b><i></b>",
  "<b><p>",
  "<em><div>",
  "<form>",
  "<select><option>",
  "<svg>",
  "<svg/><math>",
  "<frameset>",
  "<title>word ",
  "<!--",
  "<script>",
  "<article>",
  "<br>",
  "one<br><br>",
  "<h1>Head</h1>",
  "<h2>head</h2>",
  "<aside class=pullquote>“Not one word of it”</aside>",
  "<div itemprop=author>",
  "<a rel=author>Jane</a>",
  "<meta name=a content=b>",
  "<time>",
  "<a b='c' ",
  "<p>“x</p>",
  "<pre>x\n",
  "&",
  "&rsquo;",
  "<",
  "“",
  '"',
  " 'A ",
  "word ",
  "\0",
  "\r",
  "<p><a href=x>word</a> word.</p>",
  paragraph,
  `<div class=promo>${paragraph}</div>`,
  "<script type=ld+json>[",
  "aA",
  "<figure><figcaption>x</figcaption></figure>",
]

test.each(nasty)("%j ten times as often takes some ten times as long", (piece) => {
  timeOf(`<body>${piece.repeat(100)}`)
  const [small, large] = [piece.repeat(1_000), piece.repeat(10_000)].map((html) => timeOf(`<body>${html}`))
  // The bounds of what Readability is asked lie between the two: it may cost the small one something, never the large.
  expect(large!).toBeLessThan(40 * small! + 1_500)
})

test("10,000 nested tags, opened and closed: no word is lost", () => {
  for (const tag of ["div", "b", "span", "blockquote", "section"]) {
    const html = `<${tag}>word `.repeat(10_000) + paragraph + `</${tag}>`.repeat(10_000)
    expect(textOf(parsePage(html)).match(/word/g)).toHaveLength(10_000)
    expect(readHtml(html).text).toContain("“We will not close one school,” said Maria Lopez")
  }
})

test("5 MB of paragraphs: all of them", () => {
  const count = Math.ceil(5_000_000 / paragraph.length)
  expect(readHtml(`<html><body><article>${paragraph.repeat(count)}</article></body></html>`).paragraphs).toHaveLength(
    count,
  )
})

test("an article beside 5 MB of script", () => {
  const html = `<script>${"var a = '<p>“No,” he said.</p>';\n".repeat(150_000)}</script><article>${paragraph.repeat(5)}</article>`
  expect(readHtml(html).paragraphs).toHaveLength(5)
})

test("binary, an attribute that never ends, a page cut off in a tag", () => {
  const noise = Array.from({ length: 100_000 }, (_, i) => String.fromCharCode((i * 7919) % 256)).join("")
  expect(() => readHtml(noise)).not.toThrow()
  expect(readHtml(`${paragraph}<a href="${"x".repeat(100_000)}`).text).toMatch(/^“We will/)
  expect(readHtml(`${paragraph}<p cla`).paragraphs).toHaveLength(1)
})
