import { expect, test } from "vitest"
import { anchorOf, entryPath, outsideLink } from "./links.js"

test("an entry has a link that can be sent", () => {
  expect(entryPath("3f9a1c20b7d4e5f6", "s3")).toBe("/reports/3f9a1c20b7d4#s3")
})

test("an id from elsewhere cannot break out of its place", () => {
  expect(anchorOf('s 3"><script>')).toMatch(/^x[0-9a-f]+$/)
})

test("only web addresses are followed", () => {
  expect(outsideLink("https://example.org/a b")).toBe("https://example.org/a%20b")
  for (const url of [
    "javascript:alert(1)",
    " JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "nowhere",
    "",
  ]) {
    expect(outsideLink(url)).toBeUndefined()
  }
})
