import fc from "fast-check"
import { parseHTML } from "linkedom"
import { describe, expect, test } from "vitest"
import { type Edit, endInSource, startInSource } from "../../text/edits.js"
import { readHtml } from "./article.js"
import { findBlocks } from "./blocks.js"
import { parsePage } from "./page.js"
import { writeText } from "./positions.js"

const write = (html: string) => writeText(html, findBlocks(parsePage(html)))

/** Every letter of the text is accounted for: verbatim between the edits, and read from where the edits say. */
function checkWayBack(html: string, { text, edits }: { text: string; edits: readonly Edit[] }): void {
  let end = 0
  let to = 0
  for (const edit of [...edits, { start: text.length, end: text.length, from: to + 1e9, to: 0 }]) {
    const length = edit.start - end
    expect(length).toBeGreaterThanOrEqual(0)
    expect(text.slice(end, edit.start)).toBe(html.slice(to, to + length))
    if (edit.from < 1e9) {
      expect(edit.from).toBe(to + length)
      expect(edit.to).toBeGreaterThanOrEqual(edit.from)
      expect(edit.to).toBeLessThanOrEqual(html.length)
    }
    end = edit.end
    to = edit.to
  }
  expect(end).toBe(text.length)
  for (const edit of edits) {
    const written = text.slice(edit.start, edit.end)
    const source = html.slice(edit.from, edit.to)
    // The marks of <q> stand for its tags, the closing one for nothing where the tag is missing.
    if (!/\s|^$/.test(written) && !/^<\/?q|^$/i.test(source)) expect(shown(source)).toBe(written)
  }
}

/** What another reader makes of a piece of source: marks out by pattern, entities by linkedom. */
function shown(source: string): string {
  const bare = source
    .replace(/<(script|style)>.*?<\/\1>|<!--.*?-->|<br>/gs, (mark) => (mark === "<br>" ? "\n" : ""))
    .replace(/<(?:"[^"]*"|'[^']*'|[^'">])*>/g, "")
  const { document } = parseHTML("<p></p>")
  document.querySelector("p")!.innerHTML = bare
  return document.querySelector("p")!.textContent!.replace(/[\u00ad\u200b\u2060\ufeff]/g, "")
}

const collapse = (text: string) => text.replace(/[ \t\n\f\r]+/g, " ")

interface Fragment {
  readonly html: string
  readonly text: string
}

const letters = fc
  .stringMatching(/^[a-zA-Z0-9,.:'“”‘’é\u{1F642}-]{1,8}$/u)
  .map((text): Fragment => ({ html: text, text }))
const entities = fc.constantFrom<[string, string]>(
  ["&amp;", "&"],
  ["&lt;", "<"],
  ["&nbsp;", "\u00a0"],
  ["&#8217;", "’"],
  ["&#x201C;", "“"],
  ["&rdquo;", "”"],
  ["&hellip;", "…"],
  ["&#39;", "'"],
  ["&#146;", "’"],
  ["&eacute", "é"],
  ["&amp", "&"],
  ["&AMP;rsquo;", "&rsquo;"],
  ["&shy;", ""],
  ["\u00ad", ""],
  ["&ZeroWidthSpace;", ""],
  ["\u200b", ""],
  ["&#128578;", "\u{1F642}"],
  ["&bne;", "=\u20e5"],
  ["& ", "& "],
  ["&nosuch;", "&nosuch;"],
  ["&#10;", "\n"],
  ["\u00a0", "\u00a0"],
)
const entity = entities.map(([html, text]): Fragment => ({ html, text }))
const spaces = fc.stringMatching(/^[ \t\r\n\f]{1,4}$/).map((text): Fragment => ({ html: text, text }))
const nothing = fc
  .constantFrom(
    "<!-- a “comment” -->",
    "<script>var a = '<p>no</p>'</script>",
    "<wbr>",
    "<img alt='no' src=x>",
    "<b></b>",
    "</i>",
    "<style>p { color: red }</style>",
    "<?php no ?>",
  )
  .map((html): Fragment => ({ html, text: "" }))
const { inline } = fc.letrec<{ inline: Fragment; tag: Fragment }>((tie) => ({
  tag: fc
    .tuple(
      fc.constantFrom("b", "i", "em", "span class='x > y'", "a href='/x?a=1&amp;b=2'", "strong", "mark"),
      fc.array(tie("inline"), { maxLength: 4 }),
    )
    .map(([tag, inner]) => ({
      html: `<${tag}>${inner.map(({ html }) => html).join("")}</${tag.split(" ")[0]}>`,
      text: inner.map(({ text }) => text).join(""),
    })),
  inline: fc.oneof({ depthSize: "small" }, letters, entity, spaces, spaces, nothing, tie("tag")),
}))
const paragraph = fc.array(inline, { minLength: 1, maxLength: 14 })
const frame = fc.constantFrom<[string, string]>(
  ["<p>", "</p>"],
  ["<p>", ""],
  ["<div>", "</div>"],
  ["<li>", ""],
  ["\n<blockquote>\n", "</blockquote>"],
  ["<br><br>", "<br>\n<br>"],
  ["<h2>", "</h2>"],
  ["<table><tr><td>", "</table>"],
)
const pages = fc.array(fc.tuple(frame, paragraph), { minLength: 1, maxLength: 6 }).map((parts) => ({
  html: parts.map(([[open, close], inner]) => open + inner.map(({ html }) => html).join("") + close).join(""),
  texts: parts
    .map(([, inner]) => collapse(inner.map(({ text }) => text).join("")).trim())
    .filter((text) => text !== ""),
}))

describe("the way back from the text to the page", () => {
  test("random pages: the text is what they show, and every letter is found again", () => {
    fc.assert(
      fc.property(pages, ({ html, texts }) => {
        const written = write(html)
        expect(written.text).toBe(texts.join("\n\n"))
        expect(written.paragraphs.map(({ start, end }) => written.text.slice(start, end))).toEqual(texts)
        checkWayBack(html, written)
      }),
      { numRuns: 600 },
    )
  })

  test("random pages: each word leads to source that shows that word", () => {
    fc.assert(
      fc.property(pages, ({ html }) => {
        const { text, edits } = write(html)
        for (const { 0: word, index } of text.matchAll(/[^\s]+/g)) {
          const source = html.slice(startInSource(edits, index), endInSource(edits, index + word.length))
          expect(collapse(shown(source)).trim()).toBe(word)
        }
      }),
      { numRuns: 300 },
    )
  })

  test("any string at all: nothing throws, the paragraphs lie in order, the way back holds", () => {
    const scrap = fc.constantFrom(
      "<",
      ">",
      "&",
      "<p>",
      "</p>",
      "<q>",
      "</q>",
      "<pre>",
      "</pre>",
      "\n\n",
      "<br>",
      "</br>",
      "<table>",
      "<td>",
      "</div>",
      "<!--",
      "-->",
      "<svg>",
      "<title>",
      "</title>",
      "<![CDATA[x]]>",
      "&rsquo;",
      "&#",
      "'",
      '"',
      "words and words. ",
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof(scrap, fc.string({ unit: "binary", maxLength: 5 })), { maxLength: 30 }),
        (parts) => {
          const html = parts.join("")
          const read = readHtml(html)
          checkWayBack(html, read)
          let last = 0
          for (const { start, end } of read.paragraphs) {
            expect(start).toBeGreaterThanOrEqual(last)
            expect(end).toBeGreaterThan(start)
            last = end
          }
          expect(last).toBe(read.text.length)
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe("text as a browser shows it", () => {
  const check = (html: string, ...paragraphs: string[]) => {
    const written = write(html)
    checkWayBack(html, written)
    expect(written.paragraphs.map(({ start, end }) => written.text.slice(start, end))).toEqual(paragraphs)
  }

  test("a comment in the middle of a word does not part it", () =>
    check("<p>go<!-- x -->vern<b>ment</b></p>", "government"))
  test("soft hyphens and zero-width spaces go", () => check("<p>gov&shy;ern\u200bment</p>", "government"))
  test("white space is one space", () => check("<p>\n  one\n\ttwo <b> three</b></p>", "one two three"))
  test("no-break spaces stay, but for the ends", () => check("<p>&nbsp;&nbsp;10&nbsp;km &nbsp;</p>", "10\u00a0km"))
  test("one break is a line, two are a paragraph", () => check("<p>a<br>b<br>&nbsp;<br>c</p>", "a\nb", "c"))
  test("one block of lines is as many paragraphs", () =>
    check("<div>One.<br>\n“Two.”<br>Three.</div>", "One.", "“Two.”", "Three."))
  test("preformatted text keeps its lines", () =>
    check("<pre>  A line\n  and more\n\n  “Next,”</pre>x", "A line\nand more", "“Next,”", "x"))
  test("<q> shows its marks", () => check("<p><q>No, she said <q>yes</q></q></p>", "“No, she said ‘yes’”"))
  test("<q> with marks of its own gets no others", () => check("<p><q>“No”</q></p>", "“No”"))
  test("<b> closed too late", () => check("<b><p>one</b> two</p><p>three</p>", "one two", "three"))
  test("a cell does not close the page's <div>", () =>
    check("<div>a<table><td>b</div>c</table>d</div>", "a", "bc", "d"))
  test("an entity without its semicolon", () =>
    check("<p>caf&eacute society &rsquo quoted&#8217 s</p>", "café society &rsquo quoted’ s"))
  test("<head> that nobody closed", () => check("<head><title>no</title><p>yes", "yes"))
  test("<svg> that nobody closed", () => check("<svg><path>no<p>yes</p>", "yes"))
  test("hidden elements are not read", () =>
    check("<p hidden>a<p style='color:red; display : none'>b<p>c<span class=sr-only>d</span></p>", "c"))
  test("CDATA is a comment in HTML", () => check("<p>a<![CDATA[ b ]]>c</p>", "ac"))
})
