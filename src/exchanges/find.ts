import type { Cast } from "../actors/find.js"
import type { Spoken } from "../actors/speakers.js"
import type { Statement } from "../record.js"
import type { Draft } from "../statements/draft.js"
import type { Context } from "../statements/find.js"
import { firstEndingAfter, sliceOf } from "../text/span.js"
import { repliesOfAsked } from "./asked.js"
import { responseOf } from "./response.js"

/** A reply: the question it answers, and whether it does. */
export interface Reply {
  readonly answers: string
  readonly response: NonNullable<Statement["response"]>
}

/** The replies of a report by the ids of the statements that are replies. */
export function findReplies(
  context: Context,
  drafts: readonly Draft[],
  cast: Cast,
  spoken: ReadonlyMap<string, Spoken>,
): Map<string, Reply> {
  const { report } = context
  const byAnchor = new Map(drafts.map((draft) => [draft.tagged?.anchor.start ?? draft.anchor.start, draft]))
  const replies = new Map([...turnReplies(context, drafts), ...repliesInSentence(context, drafts)])
  for (const draft of drafts) {
    if (draft.turn || draft.act === "ask" || replies.has(draft.id)) continue
    const [best] = (draft.tagged?.replies ?? []).filter(({ score }) => score >= context.decisions.reply)
    const question = best && byAnchor.get(best.anchor)
    if (question?.act === "ask" && question !== draft) {
      replies.set(draft.id, { answers: question.id, response: responseOf(draft, wordsOf(report.text, draft)) })
    }
  }
  const asked = repliesOfAsked(context, drafts, cast, spoken)
  for (const draft of drafts) {
    const question = asked.get(draft.id)
    if (question && !replies.has(draft.id))
      replies.set(draft.id, { answers: question.id, response: responseOf(draft, wordsOf(report.text, draft)) })
  }
  return replies
}

/** “{Asked} whether she would appeal, Lopez {said} she would.” The main clause replies to the question before it. */
function repliesInSentence({ report, sentences }: Context, drafts: readonly Draft[]): Map<string, Reply> {
  const replies = new Map<string, Reply>()
  const ordered = [...drafts].sort((a, b) => a.anchor.start - b.anchor.start)
  for (const [number, question] of ordered.entries()) {
    const sentence = sentences[firstEndingAfter(sentences, question.anchor.start)]
    if (question.act !== "ask" || question.turn || question.source.length > 0 || !sentence) continue
    if (!opensWithQuestion.test(report.text.slice(sentence.start, question.anchor.start))) continue
    const reply = ordered
      .slice(number + 1, number + 6)
      .find(
        ({ anchor, within }) =>
          anchor.end <= sentence.end && within === question.within && anchor.start > lastOf(question),
      )
    if (reply && reply.act !== "ask")
      replies.set(reply.id, { answers: question.id, response: responseOf(reply, wordsOf(report.text, reply)) })
  }
  return replies
}

/** Nothing, “When”, “When she was”, “Later” may stand before “asked”. */
const opensWithQuestion =
  /^\W*(?:when|after|while|later|being|repeatedly|also|again|on|and|but|yet|[\s,])*(?:\S+ (?:was|were|is) )?$/i

const lastOf = ({ content }: Draft): number => content.at(-1)!.end - 1

/** In a transcript the turn after a question replies to it, when somebody else speaks. */
function turnReplies({ report }: Context, drafts: readonly Draft[]): Map<string, Reply> {
  const replies = new Map<string, Reply>()
  const turns = drafts.filter((draft) => draft.turn)
  for (const [number, draft] of turns.entries()) {
    const before = turns[number - 1]
    if (before?.act !== "ask" || draft.act === "ask" || before.turn!.label === draft.turn!.label) continue
    replies.set(draft.id, { answers: before.id, response: responseOf(draft, wordsOf(report.text, draft)) })
  }
  return replies
}

const wordsOf = (text: string, { content }: Draft): string => content.map((span) => sliceOf(text, span)).join(" ")
