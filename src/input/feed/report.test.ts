import { expect, test } from "vitest"
import { isInputError } from "../errors.js"
import type { FeedText, Item } from "./items.js"
import { isWhole, itemReport } from "./report.js"

const item = (parts: Partial<Item>): Item => ({ id: "1", hash: "h", ...parts })
const html = (value: string): FeedText => ({ form: "html", value })

const textOf = (parts: Partial<Item>): string => {
  const outcome = itemReport(item(parts), { path: "feed.xml" })
  return isInputError(outcome) ? outcome.message : outcome.text
}

test("the text of an item is what a reader of the feed sees, less what the feed says of itself", () => {
  expect(
    textOf({
      title: "Plan",
      content: html(
        `<figure><img src=x><figcaption>Lopez on Monday. Photo: Lindt</figcaption></figure><h2>Plan</h2><p>“No,” said Lopez.</p>
<blockquote><p>We wait.</p></blockquote><p><a href="/more">Read more</a></p><div class="share">Share this</div>
<script>alert(1)</script><p>The post <a href="x">Plan</a> appeared first on <a href="y">Dorn Courier</a>.</p>`,
      ),
    }),
  ).toBe("“No,” said Lopez.\n\nWe wait.")
  expect(textOf({ content: html("One line<br>another<br><br>and a paragraph") })).toBe(
    "One line\nanother\n\nand a paragraph",
  )
  expect(textOf({ content: { form: "text", value: "a < b\n\nand <c>" } })).toBe("a < b\n\nand <c>")
})

test("the summary where there is no content, and an error where there is nothing", () => {
  expect(textOf({ content: html("<img src=x>"), summary: html("<p>Lopez left.</p>") })).toBe("Lopez left.")
  expect(textOf({ title: "Plan" })).toBe("the item “Plan” holds no text")
  expect(textOf({ content: html("<p> </p>") })).toBe("the item 1 holds no text")
})

const words = (count: number) => "word ".repeat(count)

test.each<[boolean, string, Partial<Item>]>([
  [true, "long content", { content: html(`<p>${words(70)}.</p>`) }],
  [false, "content of a sentence", { content: html("<p>The mayor said no.</p>") }],
  [false, "content that breaks off", { content: html(`<p>${words(70)}[…]</p>`) }],
  [false, "content that breaks off with three dots", { content: html(`<p>${words(70)}...</p>`) }],
  [
    false,
    "content with a link to the rest",
    { content: html(`<p>${words(70)}. <a href=x>Continue reading →</a></p>`) },
  ],
  [
    false,
    "content that breaks off before the feed's own line",
    { content: html(`<p>${words(70)}[&#8230;]</p><p>The post X appeared first on Y.</p>`) },
  ],
  [
    true,
    "content that ends before the feed's own line",
    { content: html(`<p>${words(70)}.</p><p>The post X appeared first on Y.</p>`) },
  ],
  [false, "a summary", { summary: html(`<p>${words(70)}.</p>`) }],
  [true, "a summary as long as a report", { summary: html(`<p>${words(250)}.</p>`) }],
  [true, "a quotation that breaks off", { content: html(`<p>${words(70)}. “I do not know…” she said.</p>`) }],
  [false, "nothing", {}],
])("%s: %s is the whole text", (whole, _, parts) => {
  expect(isWhole(item(parts))).toBe(whole)
})
