import type { Span } from "./span.js"

/** A term longer than this is given by its first and last words. */
const LONG = 10
const ENDS = 5
const BESIDE = 3

/**
 * What goes behind an address so that a browser opens it at these words (WICG text fragments):
 * "#:~:text=We%20will,the%20ruling". Words that are few or stand there more than once get those beside them.
 * A term never crosses a line break: a browser looks for each within one block.
 */
export function textFragment(text: string, span: Span): string {
  const lines = text
    .slice(span.start, span.end)
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
  const first = wordsIn(lines[0] ?? "")
  const last = wordsIn(lines.at(-1) ?? "")
  const whole = lines.length === 1 && first.length <= LONG
  const start = whole ? first.join(" ") : first.slice(0, ENDS).join(" ")
  const end = whole ? "" : last.slice(-ENDS).join(" ")
  const before = text.slice(Math.max(0, span.start - 80), span.start)
  const after = text.slice(span.end, span.end + 80)
  const doubtful = whole && (first.length <= BESIDE || text.indexOf(start) !== text.lastIndexOf(start))
  const prefix = doubtful
    ? wordsIn(/[^\n]*$/.exec(before)![0])
        .slice(-BESIDE)
        .join(" ")
    : ""
  const suffix = doubtful
    ? wordsIn(/^[^\n]*/.exec(after)![0])
        .slice(0, BESIDE)
        .join(" ")
    : ""
  const terms = [prefix && `${encoded(prefix)}-`, encoded(start), encoded(end), suffix && `-${encoded(suffix)}`]
  return `:~:text=${terms.filter((term) => term !== "").join(",")}`
}

/** The address of a page, opened at a place in its text. */
export function linkTo(url: string, text: string, span: Span): string {
  return `${url}${url.includes("#") ? "" : "#"}${textFragment(text, span)}`
}

const wordsIn = (text: string): string[] => text.split(/\s+/).filter((word) => word !== "")

// Half of a pair of surrogates cannot be encoded.
const encoded = (term: string): string =>
  encodeURIComponent(term.replace(/\p{Surrogate}/gu, "\ufffd")).replaceAll("-", "%2D")
