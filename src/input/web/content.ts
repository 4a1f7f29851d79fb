import { createHash } from "node:crypto"
import { decode, isGzip } from "../decode.js"
import { type InputError, inputError, isInputError, systemError } from "../errors.js"
import { type Format, formatOf, headLength } from "../formats.js"
import { collect, gunzip } from "../lines.js"
import type { Fetched } from "./fetcher.js"
import { usualLimits } from "./request.js"

/** What came from an address: its text, and what that is. */
export interface Content {
  /** what was asked for */
  readonly path: string
  /** where it was found in the end */
  readonly url: string
  readonly format: Format
  readonly text: string
  /** ISO 8601 */
  readonly retrieved: string
  /** sha-256 of what was sent */
  readonly digest: string
}

export async function contentOf(fetched: Fetched, path: string): Promise<Content | InputError> {
  const { type, charset } = mediaType(fetched.headers["content-type"] ?? "")
  if (/^(?:image|audio|video|font)\//.test(type)) {
    return inputError(path, "binary", `is sent as ${type}, and only text can be read`)
  }
  const bytes = await unpacked(fetched.bytes, path)
  if (isInputError(bytes)) return bytes
  const format = formatFor(type, new URL(fetched.url).pathname, bytes.subarray(0, headLength))
  const decoded = decode(bytes, path, { isMarkup: format === "html" || format === "feed", charset })
  if (isInputError(decoded)) return decoded
  if (decoded.text.trim() === "") return inputError(path, "empty", "holds no text")
  return {
    path,
    url: fetched.url,
    format,
    text: decoded.text,
    retrieved: fetched.retrieved,
    digest: createHash("sha256").update(fetched.bytes).digest("hex"),
  }
}

// text/html; charset="windows-1252"
function mediaType(header: string): { readonly type: string; readonly charset: string | undefined } {
  const charset = /;\s*charset\s*=\s*["']?([\w.:-]+)/i.exec(header)?.[1]
  return { type: header.split(";")[0]!.trim().toLowerCase(), charset }
}

/** What it is called, unless it plainly is something else: many feeds are sent as pages, and pages as plain text. */
function formatFor(type: string, pathname: string, head: Uint8Array): Format {
  const looks = formatOf("", head)
  if (looks === "feed" || looks === "html") return looks
  if (/\bhtml\b/.test(type)) return "html"
  if (/\b(?:xml|rss|atom|rdf)\b/.test(type)) return "feed"
  if (/^text\/(?:csv|tab-separated-values)$/.test(type)) return "csv"
  if (/\bjson\b/.test(type)) return looks === "json-lines" ? "json-lines" : "json"
  return formatOf(pathname.replace(/\.gz$/i, ""), head)
}

/** news.xml.gz and the like, which come as packed files rather than packed for the way. */
async function unpacked(bytes: Uint8Array, path: string): Promise<Uint8Array | InputError> {
  if (!isGzip(bytes)) return bytes
  try {
    const whole = await collect(gunzip([bytes]), usualLimits.bytes)
    return whole ?? inputError(path, "too-large", `unpacks to more than ${usualLimits.bytes / 1024 / 1024} MB`)
  } catch (cause) {
    return systemError(path, cause)
  }
}
