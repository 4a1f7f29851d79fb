import { type Span, sliceOf } from "../text/span.js"

/**
 * “{The inquest} has heard that …”, “{Reed} was told to leave”: whom the words before such a cue name was spoken to, and
 * who spoke is told by others or by nobody. “{Reed} told the inquest” and “{Reed} was quoted” are none.
 */
export function isHearer(text: string, source: Span, cue: readonly Span[]): boolean {
  const [first] = cue
  if (!first || source.end > first.start) return false
  const words = `${text.slice(source.end, first.start)}${cue.map((span) => sliceOf(text, span)).join(" ")}`
  return heard.test(words) || wasTold.test(words)
}

const helping =
  "(?:has|have|had|was|were|is|are|be|been|being|get|gets|got|could|would|will|to|also|then|later|again|once|first|now|only|just|repeatedly|reportedly|not|never|(?:have|has|had|was|were)n[’']t|[’']d|[’']ve|[’']s)"
const heard = new RegExp(`^\\s*(?:${helping}\\s+){0,4}(?:heard|hears|hear)$`, "i")
const wasTold = new RegExp(
  `^\\s*(?:${helping}\\s+){0,4}(?:was|were|is|are|be|been|being|got)\\s+(?:${helping}\\s+)?(?:told|informed|warned|notified|reminded|assured|advised|asked|ordered|urged|instructed|encouraged|invited)$`,
  "i",
)
