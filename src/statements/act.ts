import { type Act, actPatterns, actWords, doubleWords } from "./acts.js"
import { lemmasOf } from "./lemmas.js"

export interface Saying {
  readonly cue: string
  readonly content: string
  /** the sentence after the cue: “called {on the board to resign}” demands */
  readonly after?: string
  /** a question is put to somebody */
  readonly question: boolean
  /** how sure a model is that words were spoken and not only thought, 0 to 1 */
  readonly speech?: number
}

/** What the speaker does in saying it, by the head word of the cue: "vowed" promise, "asked whether" ask, "hoped" hope. */
export function actOf({ cue, content, after = "", question, speech }: Saying): Act {
  const head = headOf(cue + (callsFor.test(cue) ? (forOrOn.exec(after)?.[0] ?? "") : ""))
  const spoken = isSpoken(head, content, speech)
  if (question && spoken && !asksToDo(head, content)) return "ask"
  if (head.kind === "plain") return adjusted(head.act, head.lemma, content)
  if (head.kind === "double") return spoken ? head.spoken : head.thought
  return spoken ? "say" : "think"
}

export const thoughtActs: ReadonlySet<Act> = new Set<Act>(["think", "hope", "want", "intend", "feel"])

type Head =
  | { readonly kind: "plain"; readonly lemma: string; readonly act: Act }
  | { readonly kind: "double"; readonly spoken: Act; readonly thought: Act; readonly likelier: "spoken" | "thought" }
  | { readonly kind: "unknown" }

// Words that carry no saying of their own: "made a statement", "began tweeting", "has said"
const light = new Set(
  "be have do will would can could may might shall should must make give get take put keep let go come seem appear try begin start continue want to a an the his her their its not never also".split(
    " ",
  ),
)

function headOf(cue: string): Head {
  const words =
    cue
      .toLowerCase()
      .replaceAll("’", "'")
      .match(/[\p{L}][\p{L}'-]*/gu) ?? []
  const phrase = words.map((word) => lemmasOf(word)[0] ?? word).join(" ")
  const pattern = actPatterns.find(([pattern]) => pattern.test(phrase))
  if (pattern) return { kind: "plain", lemma: phrase, act: pattern[1] }
  const heads = words.map((word) => lookUp(word, false)).filter((head) => head !== undefined)
  return heads[0] ?? words.map((word) => lookUp(word, true)).find((head) => head !== undefined) ?? { kind: "unknown" }
}

function lookUp(word: string, alsoLight: boolean): Head | undefined {
  for (const lemma of lemmasOf(word)) {
    if (light.has(lemma) !== alsoLight) continue
    const double = Object.hasOwn(doubleWords, lemma) ? doubleWords[lemma] : undefined
    if (double) return { kind: "double", spoken: double[0], thought: double[1], likelier: double[2] }
    const act = actByLemma.get(lemma)
    if (act) return { kind: "plain", lemma, act }
  }
  return undefined
}

function isSpoken(head: Head, content: string, speech: number | undefined): boolean {
  if (head.kind === "plain") return !thoughtActs.has(head.act)
  if (speech !== undefined) return speech >= 0.5
  if (head.kind === "unknown") return true
  // "praised the plan as “brave”": quoted words were spoken
  return head.likelier === "spoken" || /["“”]|^‘/.test(content) || /^(?:as|that)\b/.test(content)
}

const callsFor = /\bcall(?:s|ed|ing)?$/i
// "called for a vote", "called on Reed to go"; but "called on Monday"
const forOrOn = /^ (?:for|upon|on(?! (?:\w{3,6}day|\w{3,9} \d)))\b/

// "asked Reed {to put a question}" is no question
const asksToDo = (head: Head, content: string): boolean =>
  head.kind === "plain" && head.lemma === "ask" && /^to (?!wh|how\b)\p{L}/u.test(content)

// "asked the board to resign" demands; "said it would not pay" stays a saying
function adjusted(act: Act, lemma: string, content: string): Act {
  if (act === "ask" && lemma === "ask" && !/^(?:if|whether|wh|how|about)|\?/.test(content)) return "demand"
  if (
    act === "deny" &&
    (lemma === "reject" || lemma === "dismiss") &&
    /^\W*(?:the |an? |his |her )?(?:offer|invitation|request|bid|plea|proposal)/.test(content)
  )
    return "refuse"
  return act
}

const actByLemma: ReadonlyMap<string, Act> = new Map(
  (Object.keys(actWords) as Act[]).flatMap((act) => actWords[act].split(/\s+/).map((lemma) => [lemma, act] as const)),
)
