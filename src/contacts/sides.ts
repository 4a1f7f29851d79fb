import { type Span, sliceOf } from "../text/span.js"

/**
 * Who is named beside a contact and takes no part in it: “a letter to parents seen by {the Dorn Courier}” was written to
 * others, and “her former {rivals} Reed and Kane” are Reed and Kane.
 *
 * @param starts where the mentions of all who may take part begin
 */
export function isNoSide(text: string, own: Span, starts: ReadonlySet<number>): boolean {
  if (/\b(?:seen|obtained|reviewed|viewed) by (?:the )?$/.test(text.slice(Math.max(0, own.start - 20), own.start)))
    return true
  const isSeveral = /(?:^|\s)\p{Ll}+s$/u.test(sliceOf(text, own).slice(-20))
  return isSeveral && starts.has(own.end + 1) && /^ \p{Lu}/u.test(text.slice(own.end, own.end + 2))
}
