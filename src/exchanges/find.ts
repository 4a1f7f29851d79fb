import type { Statement } from "../record.js"
import type { Draft } from "../statements/draft.js"

/** A reply: the question it answers, and whether it does. */
export interface Reply {
  readonly answers: string
  readonly response: NonNullable<Statement["response"]>
}

/**
 * The replies of a report by the ids of the statements that are replies.
 *
 * @param enough score from which on a statement is taken for the reply to a question
 */
export function findReplies(drafts: readonly Draft[], enough: number): Map<string, Reply> {
  const byAnchor = new Map(drafts.map((draft) => [draft.tagged?.anchor.start ?? draft.anchor.start, draft]))
  const replies = turnReplies(drafts)
  for (const draft of drafts) {
    if (draft.turn || draft.act === "ask") continue
    const [best] = (draft.tagged?.replies ?? []).filter(({ score }) => score >= enough)
    const question = best && byAnchor.get(best.anchor)
    if (question?.act === "ask" && question !== draft) {
      replies.set(draft.id, { answers: question.id, response: responseOf(draft) })
    }
  }
  return replies
}

/** In a transcript the turn after a question replies to it, when somebody else speaks. */
function turnReplies(drafts: readonly Draft[]): Map<string, Reply> {
  const replies = new Map<string, Reply>()
  const turns = drafts.filter((draft) => draft.turn)
  for (const [number, draft] of turns.entries()) {
    const before = turns[number - 1]
    if (before?.act !== "ask" || draft.act === "ask" || before.turn!.label === draft.turn!.label) continue
    replies.set(draft.id, { answers: before.id, response: responseOf(draft) })
  }
  return replies
}

/** Called a deflection or a refusal only when the network leans to it clearly. */
function responseOf(draft: Draft): Reply["response"] {
  if (draft.act === "refuse" && draft.polarity === "negated") return "refusal"
  const response = draft.tagged?.response
  if (!response) return "answer"
  if (response.refusal >= 0.5) return "refusal"
  return response.deflection >= 0.5 ? "deflection" : "answer"
}
