import { createHash } from "node:crypto"
import type { Record } from "../record.js"

/** A name for an entry that is the same whenever and wherever it is exported: a UUID (version 8) made of its hash. */
export function entryUrn({ report }: Record, entry: string): string {
  const hash = createHash("sha256").update(`${report.id}\n${entry}`).digest("hex")
  return `urn:uuid:${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}

/** Where the report stands, or, without an address, its text named by hash (RFC 6920). */
export const reportIri = ({ report }: Record): string =>
  isAbsolute(report.url) ? report.url : `ni:///sha-256;${Buffer.from(report.textHash, "hex").toString("base64url")}`

const isAbsolute = (url: string | undefined): url is string => url !== undefined && URL.canParse(url)
