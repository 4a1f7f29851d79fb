import type { Statement } from "../record.js"
import { type Span, sliceOf } from "../text/span.js"

/** The kind of a statement as its quotation marks tell; what has neither cue nor marks is a turn of a transcript. */
export function kindOf(text: string, content: readonly Span[], cue: readonly Span[]): Statement["kind"] {
  let quoted = false
  let bare = false
  for (const part of content) {
    const outside = sliceOf(text, part).replace(quotation, () => {
      quoted = true
      return " "
    })
    if (/[\p{L}\p{N}]/u.test(outside)) bare = true
  }
  if (quoted) return bare ? "mixed" : "direct"
  return cue.length ? "indirect" : "direct"
}

// A mark that is never closed holds to the end: “So it goes on
const quotation =
  /“[^”]*(?:”|$)|„[^“”]*(?:[“”]|$)|"[^"]*(?:"|$)|«[^»]*(?:»|$)|(?<![\p{L}\p{N}])[‘'](?:[^’']|[’'](?=\p{L}))*(?:[’']|$)/gu
