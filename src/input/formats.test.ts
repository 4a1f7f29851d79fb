import { expect, test } from "vitest"
import { formatOf } from "./formats.js"

const of = (content: string, path = "-") => formatOf(path, Buffer.from(content))

test("by its ending", () => {
  expect(of("x", "a.csv")).toBe("csv")
  expect(of("x", "a.TSV")).toBe("csv")
  for (const name of ["a.rss", "a.atom", "a.rdf", "a.xml"]) expect(of("x", name)).toBe("feed")
  expect(of("<?xml version='1.0'?>\n<!DOCTYPE html><html>", "a.xml")).toBe("html")
  expect(of("text,url", "a.txt")).toBe("text")
})

test("by how it begins", () => {
  expect(of('<?xml version="1.0"?>\n<!-- made by hand -->\n<rss version="2.0">')).toBe("feed")
  expect(of('<feed xmlns="http://www.w3.org/2005/Atom">')).toBe("feed")
  expect(of('<rdf:RDF xmlns="http://purl.org/rss/1.0/">')).toBe("feed")
  expect(of('<!DOCTYPE rss SYSTEM "rss-0.91.dtd">\n<rss version="0.91">')).toBe("feed")
  expect(of("<!-- saved --><!doctype html>")).toBe("html")
  expect(of('{"version":"https://jsonfeed.org/version/1.1","items":[]}')).toBe("feed")
  expect(of('{\n "version" : "https:\\/\\/jsonfeed.org\\/version\\/1"', "a.json")).toBe("feed")
  expect(of('{"text": "\\"version\\":\\"https://jsonfeed.org/version/1\\""}\n')).toBe("json-lines")
  expect(of("url,date,text\n")).toBe("csv")
  expect(of("text;url\n")).toBe("csv")
  expect(of("text, she said, is what remains\n")).toBe("text")
  expect(of("text\n")).toBe("text")
})

// Each would take longer than the universe is old for a pattern that may try every way of parting it.
test.each([
  "<!---->",
  "<!-- a --> ",
  "<?a?>",
  "<!--",
  "<!doctype a [",
  "<!doctype ",
  '{"version":',
  "sep=;\n",
  "text,",
  " ",
])("%s over and over is seen through at once", (odd) => {
  const head = Buffer.from(odd.repeat(65_536 / odd.length))
  const before = process.cpuUsage()
  expect(formatOf("-", head)).toBeDefined()
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(1000)
})
