import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { readHtml } from "./article.js"

// Pages that tempt the extraction to lose a quotation: short, at the head of its paragraph, in elements and
// under names that usually hold advertisements, and beside such advertisements.

const body = [
  "CARDENAL, March 4 — The council voted on Monday to keep all nine of its primary schools open, after a debate that ran past midnight.",
  "Maria Lopez, the mayor, told members that the money would come from the harbour fund, which has grown since the new quay was opened.",
  "The vote followed months of meetings in halls, in kitchens, and on the steps of the town hall, where parents had camped since January.",
  "Tom Reed, who chairs the board, said that he would study the decision, and that the board had a plan of its own for the oldest buildings.",
  "The oldest of the schools, on Mill Street, has stood since 1871, and was to be the first to go under the plan that the board put forward.",
  "Follow the money, she said, and you will find the harbour.",
]

const quotations = [
  "“No,” she said.",
  "“Not one school will close,” Lopez said.",
  "“We will appeal,” he told the board on Tuesday. “And we will win.”",
  "‘It is a good day for Cardenal,’ Reed replied.",
  '"Never," said Reed.',
  "“It is what the people of this town have asked us for, again and again.”",
  "Asked about the money, he laughed. “Ask the harbour,” he said.",
  "“And if they come for the library, they will find us there.",
  "Reed called the vote “a mistake that our children will pay for.”",
  "«Nous ferons appel», a déclaré Reed.",
]

const linked = (text: string) => text.replace(/\p{L}{5,}/gu, (word) => `<a href="/topics/${word}">${word}</a>`)

const frames: readonly ((text: string) => string)[] = [
  (text) => `<p>${text}</p>`,
  (text) => `<div>${text}</div>`,
  (text) => `<p class="quote">${text}</p>`,
  (text) => `<div class="pullquote"><p>${text}</p></div>`,
  (text) => `<aside class="pull-quote">${text}</aside>`,
  (text) => `<div class="promo"><p>${text}</p></div>`,
  (text) => `<div class="share-quote">${text}</div>`,
  (text) => `<div class="share"><blockquote><p>${text}</p></blockquote></div>`,
  (text) => `<blockquote>${text}</blockquote>`,
  (text) => `<blockquote class="social-embed"><p>${text}</p></blockquote>`,
  (text) => `<figure><blockquote>${text}</blockquote><figcaption>Maria Lopez</figcaption></figure>`,
  (text) => `<section class="related-content"><p>${text}</p></section>`,
  (text) => `<p class="sidebar-remark">${text}</p>`,
  (text) => `<div class="extra"><div>${text}</div></div>`,
  (text) => `<ul><li>${text}</li></ul>`,
  (text) => `<div class="content-header">${text}</div>`,
  (text) => `<table><tr><td>${text}</td></tr></table>`,
  (text) => `<p>${linked(text)}</p>`,
  (text) => `<div class="widget">${linked(text)}</div>`,
  (text) => `<h3>${text}</h3>`,
  (text) => `<p><em><strong>${text}</strong></em></p>`,
  (text) => `<p><span class="comment">${text}</span></p>`,
  (text) => `<div><div><span><div class="tags">${text}</div></span></div></div>`,
  (text) => `<form><p>${text}</p></form>`,
]

const junk = [
  '<div class="promo"><p>Sign up for our morning newsletter, and never miss a story.</p></div>',
  '<div class="share-bar"><a href="#">Share on Facebook</a> <a href="#">Tweet</a></div>',
  '<aside class="related"><h3>Related stories</h3><ul><li><a href="/1">“We were robbed,” says coach of Cardenal FC</a></li><li><a href="/2">Harbour fund grows again</a></li></ul></aside>',
  '<p><strong>Read more:</strong> <a href="/3">“I will not go,” says harbour master</a></p>',
  '<div id="jp-relatedposts" class="jp-relatedposts"><p><a href="/5">“Never again,” says Reed</a></p></div>',
  '<div class="ad-slot">Advertisement</div>',
  "<figure><img src=a.jpg><figcaption>Parents shout “Keep our schools!” at the town hall. Photo: A. Poe</figcaption></figure>",
  "<script>document.write('<p>“Not a word,” said the script.</p>')</script>",
  '<p style="display: none">“Nobody sees me,” said the ghost.</p>',
  "<noscript><p>Please switch on JavaScript to see our films.</p></noscript>",
  '<div class="newsletter"><form><label>Your address</label><input name=mail><button>“Yes,” sign me up</button></form></div>',
  '<div class="teaser"><h4><a href="/4">Quay opens</a></h4><p>The new quay was opened on Sunday.</p></div>',
]
const traces =
  /Sign up|Facebook|Tweet|Related|robbed|Never again|Harbour fund grows|Read more|I will not go|Advertisement|Keep our schools|Not a word|Nobody sees|JavaScript|Your address|sign me up|Quay opens|The new quay was opened on Sunday/

const outside = {
  before:
    '<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav><div id="cookie-banner">We use cookies. They make the site better.</div>',
  after:
    '<div class="comments"><div class="comment"><p>“I never believed a word of it,” said nobody, and I say so too, at length, with commas, and with anger.</p></div></div><footer><p>© Harbour News. All rights reserved.</p></footer>',
}

const pages: readonly ((inner: string) => string)[] = [
  (inner) =>
    `<main><article><h1>Council keeps schools open</h1><div class="article-body">${inner}</div></article></main>`,
  (inner) => `<div id="page"><div class="story">${inner}</div></div>`,
  (inner) => `<div class="has-sidebar widget"><div><div>${inner}</div></div></div>`,
  (inner) => `<form id="aspnetForm"><table><tr><td class="content">${inner}</td></tr></table></form>`,
  (inner) => inner,
]

const parts = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom(...body).map((text) => ({ kind: "body" as const, text, html: `<p>${text}</p>` })),
    },
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.constantFrom(...quotations), fc.constantFrom(...frames))
        .map(([text, frame]) => ({ kind: "quotation" as const, text, html: frame(text) })),
    },
    { weight: 2, arbitrary: fc.constantFrom(...junk).map((html) => ({ kind: "junk" as const, text: "", html })) },
  ),
  { minLength: 1, maxLength: 14 },
)

describe("an article keeps its quotations", () => {
  test("whatever they are wrapped in, and the advertisements beside them go", () => {
    fc.assert(
      fc.property(parts, fc.constantFrom(...pages), (parts, page) => {
        // A pull quote may be left out when its words stand in the article elsewhere, so each comes once.
        const inner = parts.filter(
          ({ text }, i) => text === "" || parts.findIndex((other) => other.text === text) === i,
        )
        const html =
          outside.before +
          page(
            `<p>${body[0]!.replace("Monday", "Sunday")}</p>${inner.map(({ html }) => html).join("\n")}<p>${body[1]!.replace("Maria", "Ana")}</p>`,
          ) +
          outside.after
        const { text } = readHtml(
          `<html><head><title>Council keeps schools open</title></head><body>${html}</body></html>`,
        )
        let at = 0
        for (const { text: words } of inner) {
          if (words === "") continue
          const found = text.indexOf(words, at)
          expect(found, `lost: ${words}\n${html}`).toBeGreaterThanOrEqual(0)
          at = found + words.length
        }
        expect(text).not.toMatch(traces)
        expect(text).not.toMatch(/Home|cookies|never believed|All rights/)
      }),
      { numRuns: 300 },
    )
  })

  test("a page where Readability finds nothing gives its text blocks", () => {
    expect(readHtml("<p>Yes.</p><p>“No,” she said.</p>").text).toBe("Yes.\n\n“No,” she said.")
    expect(readHtml("“No,” she said.").text).toBe("“No,” she said.")
    expect(readHtml("<frameset><frame src=a><noframes>“No,” she said.</noframes></frameset>").text).toBe(
      "“No,” she said.",
    )
    expect(readHtml("").text).toBe("")
  })

  test("a pull quote that repeats the article goes, one that does not stays", () => {
    const page = (pulled: string) =>
      `<article><p>${body[0]}</p><p>“Not one school will close,” said Lopez.</p><aside class="pullquote">${pulled}</aside><p>${body[1]}</p></article>`
    expect(readHtml(page("“Not one school will close”")).paragraphs).toHaveLength(3)
    expect(readHtml(page("“Not one library will close”")).paragraphs).toHaveLength(4)
  })
})
