import { isUtf8 } from "node:buffer"
import * as chardet from "chardet"
import iconv from "iconv-lite"
import { type InputError, inputError } from "./errors.js"

export interface Decoded {
  readonly text: string
  /** as iconv-lite names it: `utf8`, `win1252` */
  readonly encoding: string
}

export interface DecodeOptions {
  /** HTML and XML say within themselves what they are written in. */
  readonly isMarkup?: boolean
  /** what a web server said that it is written in */
  readonly charset?: string | undefined
}

/**
 * The characters of a file. A byte order mark stays in front, as one character: offsets into the file count it.
 * Bytes that are no text at all (pictures, PDF, archives) give an error that says what to do.
 */
export function decode(
  bytes: Uint8Array,
  path: string,
  { isMarkup = false, charset = "" }: DecodeOptions = {},
): Decoded | InputError {
  const marked = byteOrderMark(bytes)
  if (marked) return decodeAs(bytes, marked)
  const kind = knownBinary(bytes)
  if (kind) return inputError(path, kind.code, kind.message)
  const wide = wideWithoutMark(bytes)
  if (wide) return decodeAs(bytes, wide)
  if (looksBinary(bytes)) {
    return inputError(path, "binary", "holds no text; save it as plain text, HTML or JSON lines")
  }
  if (isUtf8(bytes)) return decodeAs(bytes, "utf8")
  const declared = knownEncoding(charset) ?? (isMarkup ? declaredEncoding(bytes) : undefined)
  if (declared) return decodeAs(bytes, declared)
  return decodeAs(bytes, mostlyUtf8(bytes) ? "utf8" : guessEncoding(bytes))
}

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

// Never TextDecoder: on Node 20 its windows-1252 gives control characters for “ ” ’.
function decodeAs(bytes: Uint8Array, encoding: string): Decoded {
  return { text: iconv.decode(bytes, encoding, { stripBOM: false }), encoding }
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf8"
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? "utf32le" : "utf16le"
  if (a === 0xfe && b === 0xff) return "utf16be"
  return undefined
}

/** English in UTF-16 has a NUL in nearly every second place, and only there. */
function wideWithoutMark(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 1024)
  const nuls = [0, 0]
  for (let at = 0; at < sample.length; at += 1) if (sample[at] === 0) nuls[at % 2]! += 1
  const half = sample.length / 2
  if (half < 2) return undefined
  if (nuls[1]! > half * 0.7 && nuls[0] === 0) return "utf16le"
  return nuls[0]! > half * 0.7 && nuls[1] === 0 ? "utf16be" : undefined
}

const binaryKinds: readonly { start: string; code: "binary" | "compressed"; message: string }[] = [
  {
    start: "\x1f\x8b",
    code: "compressed",
    message: "packed with gzip; unpack it first (gunzip)",
  },
  {
    start: "PK\x03\x04",
    code: "compressed",
    message: "a zip archive or office document; unpack it or save it as plain text",
  },
  { start: "BZh", code: "compressed", message: "compressed with bzip2; unpack it first (bunzip2)" },
  { start: "\xfd7zXZ\0", code: "compressed", message: "compressed with xz; unpack it first (unxz)" },
  { start: "\x28\xb5\x2f\xfd", code: "compressed", message: "compressed with zstd; unpack it first (unzstd)" },
  { start: "%PDF-", code: "binary", message: "a PDF; save its text as plain text first (pdftotext)" },
  { start: "{\\rtf", code: "binary", message: "rich text (RTF); save it as plain text first" },
  { start: "\xd0\xcf\x11\xe0", code: "binary", message: "an old office document; save it as plain text first" },
  { start: "\x89PNG", code: "binary", message: "a picture; only text can be read" },
  { start: "\xff\xd8\xff", code: "binary", message: "a picture; only text can be read" },
  { start: "GIF8", code: "binary", message: "a picture; only text can be read" },
]

function knownBinary(bytes: Uint8Array) {
  const start = Buffer.from(bytes.subarray(0, 8)).toString("latin1")
  return binaryKinds.find((kind) => start.startsWith(kind.start))
}

/** Text has no NUL and next to no control characters; one stray form feed or escape makes no binary. */
function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 65_536)
  let nuls = 0
  let controls = 0
  for (const byte of sample) {
    if (byte === 0) nuls += 1
    else if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c) controls += 1
  }
  return nuls > sample.length / 1000 || controls > sample.length / 50
}

// <meta charset="windows-1252">, <meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">,
// <?xml version="1.0" encoding="utf-8"?>
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString("latin1")
  const name = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)|<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(head)
  return knownEncoding(name?.[1] ?? name?.[2] ?? "")
}

function knownEncoding(name: string): string | undefined {
  const encoding = name.toLowerCase()
  if (encoding === "" || !iconv.encodingExists(encoding)) return undefined
  // What is UTF-8 or UTF-16 is seen by its bytes, whatever is declared.
  return encoding.startsWith("utf") ? undefined : webEncoding(encoding)
}

/** The web, and whoever saves from it, means windows-1252 by these: its “ ” ’ have no place in ISO 8859-1. */
function webEncoding(encoding: string): string {
  return /^(?:iso-?8859-?1|latin-?1|l1|us-ascii|ascii)$/.test(encoding) ? "win1252" : encoding
}

/** One damaged byte, or a file cut in the middle of a letter, does not make a file of another encoding. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.subarray(0, 1_000_000)).toString("utf8")
  let damaged = 0
  let whole = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0xfffd) damaged += 1
    else if (code > 0x7f) whole += 1
  }
  return whole > damaged * 3
}

/**
 * What is left is Western text in windows-1252 nearly always, and a guesser does badly on the few marks it can
 * go by in English. So it is asked only where more than three bytes in a hundred are beyond ASCII.
 */
function guessEncoding(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, 65_536)
  const beyondAscii = sample.reduce((count, byte) => count + (byte > 0x7f ? 1 : 0), 0)
  if (beyondAscii < sample.length * 0.03) return "win1252"
  const guess = chardet.detect(sample)?.toLowerCase()
  return guess && guess !== "utf-8" && iconv.encodingExists(guess) ? webEncoding(guess) : "win1252"
}
