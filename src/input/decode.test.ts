import iconv from "iconv-lite"
import { expect, test } from "vitest"
import { decode } from "./decode.js"
import { isInputError } from "./errors.js"

const bytesOf = (text: string, encoding: string): Uint8Array => iconv.encode(text, encoding)

function textOf(bytes: Uint8Array, isHtml = false): string {
  const decoded = decode(bytes, "report.txt", { isMarkup: isHtml })
  if (isInputError(decoded)) throw new Error(decoded.message)
  return decoded.text
}

const said = "“I haven’t met her,” the mayor said – “not since May.” A café owner nodded. "

test.each([
  ["utf8", said],
  ["win1252", said],
  ["win1252", "Der Bürgermeister sagte, die Räte hätten über die Straße nicht gesprochen. "],
  ["win1250", "Burmistrz powiedział, że nie rozmawiał z posłanką. Później oświadczył, że sprawa jest zamknięta. "],
  ["win1251", "Мэр заявил, что не говорил с министром об этом деле. "],
  ["koi8-r", "Мэр заявил, что не говорил с министром об этом деле. "],
  ["shift_jis", "市長は大臣と話していないと述べた。その後、事務所は確認した。"],
  ["gb18030", "市长表示他没有与部长谈话。后来办公室证实了这一点。"],
])("%s comes back letter for letter", (encoding, sentence) => {
  const text = sentence.repeat(20)
  expect(textOf(bytesOf(text, encoding))).toBe(text)
})

test("a byte order mark stays, as one character", () => {
  for (const encoding of ["utf8", "utf16le", "utf16be", "utf32le"]) {
    expect(textOf(bytesOf(`\ufeff${said}`, encoding))).toBe(`\ufeff${said}`)
  }
})

test("UTF-16 is known without its mark", () => {
  expect(textOf(bytesOf(said.repeat(5), "utf16le"))).toBe(said.repeat(5))
  expect(textOf(bytesOf(said.repeat(5), "utf16be"))).toBe(said.repeat(5))
})

test("a damaged byte or a cut last letter does not turn UTF-8 into something else", () => {
  const bytes = Buffer.from(said.repeat(3), "utf8")
  const damaged = Buffer.concat([bytes, Buffer.from([0xff]), bytes.subarray(0, 1), bytes])
  expect(textOf(damaged)).toContain("haven’t")
  expect(textOf(bytes.subarray(0, bytes.indexOf("é") + 1))).toContain("haven’t")
})

test("a page's own word for its encoding counts, where it can be true", () => {
  const page = (charset: string) => `<html><head><meta charset="${charset}"></head><body>${said}żółw</body></html>`
  expect(textOf(bytesOf(page("windows-1250"), "win1250"), true)).toContain("żółw")
  expect(textOf(bytesOf(page("utf-16"), "utf8"), true)).toContain("“I haven’t")
  expect(textOf(bytesOf(page("iso-8859-1").replace("żółw", ""), "win1252"), true)).toContain("“I haven’t")
  expect(textOf(bytesOf(page("no-such-thing").replace("żółw", ""), "win1252"), true)).toContain("“I haven’t")
})

test.each([
  ["a program", Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 3, 0, 62, 0, 1, 0]), "binary"],
  ["noise", Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256)), "binary"],
  ["a PDF", Buffer.from("%PDF-1.7\n%…"), "binary"],
  ["a picture", Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), "binary"],
  ["gzip", Buffer.from([0x1f, 0x8b, 8, 0, 0]), "compressed"],
  ["a zip or office document", Buffer.from("PK\x03\x04…"), "compressed"],
])("%s is refused with a word on what to do", (_, bytes, code) => {
  const refused = decode(bytes, "thing.bin")
  expect(refused).toMatchObject({ path: "thing.bin", code })
})
