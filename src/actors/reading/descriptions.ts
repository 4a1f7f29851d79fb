import { type NameWord, nameWords, singular } from "./fold.js"

export interface Description {
  readonly form: "description"
  readonly description: string
  /** Singular and folded: “senior aides to the mayor” → “aide”. */
  readonly head: string
  readonly determiner: "definite" | "indefinite" | "possessive" | "none"
}

/** “two senior aides to the mayor” → head aide, indefinite. */
export function describe(text: string): Description {
  const words = nameWords(text)
  const first = words[0]?.folded ?? ""
  let end = words.length
  for (let index = 1; index < words.length; index++) {
    const word = words[index]!
    if (
      word.broken ||
      (phraseEnds.has(word.text) && index > 1) ||
      (phraseEnds.has(word.text) && !determiners.has(first))
    ) {
      end = index
      break
    }
  }
  const head = words[end - 1]
  return {
    form: "description",
    description: text.trim(),
    // “a father-of-two”
    head: head ? singular(head.folded.replace(/-of-.*$/, "")) : "",
    determiner: determinerOf(words),
  }
}

function determinerOf(words: readonly NameWord[]): Description["determiner"] {
  const first = words[0]?.folded ?? ""
  if (definites.has(first)) return "definite"
  if (indefinites.has(first)) return "indefinite"
  if (possessives.has(first) || words.slice(0, -1).some((word) => word.possessive)) return "possessive"
  return "none"
}

const definites = new Set("the this that these those both".split(" "))
const indefinites = new Set(
  "a an one another some several many few most two three four five six seven eight nine ten dozens other others any every no".split(
    " ",
  ),
)
const possessives = new Set("his her its their my your our whose".split(" "))
export const determiners: ReadonlySet<string> = new Set([...definites, ...indefinites, ...possessives])
/** What follows the head of a description: “an aide to …”, “the man who …”. */
const phraseEnds = new Set(
  "of for in at on to with from by who whom whose which that and or as about near behind inside under over following familiar close speaking based like including".split(
    " ",
  ),
)

/** “the mayor of Torvik” → mayor of Torvik. */
export function dropDeterminer(text: string): string {
  return text.replace(/^(?:(?:the|an?|his|her|its|their|our|my|your|this|that)\s+)+/i, "").trim()
}
