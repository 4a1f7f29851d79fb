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
  // The surest last, for the last one holds.
  const questions = new Map([
    ...repliesOfAsked(context, drafts, cast, spoken),
    ...repliesByNetwork(context, drafts),
    ...repliesInSentence(context, drafts),
    ...turnReplies(drafts),
  ])
  const { text } = context.report
  return new Map(
    drafts.flatMap((draft) => {
      const question = questions.get(draft.id)
      return question ? [[draft.id, { answers: question.id, response: responseOf(draft, wordsOf(text, draft)) }]] : []
    }),
  )
}

/** Each of these gives the question that a reply answers, by the reply's id. */
type Questions = Map<string, Draft>

function repliesByNetwork({ decisions }: Context, drafts: readonly Draft[]): Questions {
  const byAnchor = new Map(drafts.map((draft) => [draft.tagged?.anchor.start ?? draft.anchor.start, draft]))
  return new Map(
    drafts.flatMap((draft) => {
      if (draft.turn || draft.act === "ask") return []
      const best = draft.tagged?.replies.find(({ score }) => score >= decisions.reply)
      const question = best && byAnchor.get(best.anchor)
      return question?.act === "ask" && question !== draft ? [[draft.id, question]] : []
    }),
  )
}

/** “{Asked} whether she would appeal, Lopez {said} she would.” The main clause replies to the question before it. */
function repliesInSentence({ report, sentences }: Context, drafts: readonly Draft[]): Questions {
  const replies: Questions = new Map()
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
    if (reply && reply.act !== "ask") replies.set(reply.id, question)
  }
  return replies
}

/** Nothing, “When”, “When she was”, “Later” may stand before “asked”. */
const opensWithQuestion =
  /^\W*(?:when|after|while|later|being|repeatedly|also|again|on|and|but|yet|[\s,])*(?:\S+ (?:was|were|is) )?$/i

const lastOf = ({ content }: Draft): number => content.at(-1)!.end - 1

/** In a transcript the turn after a question replies to it, when somebody else speaks. */
function turnReplies(drafts: readonly Draft[]): Questions {
  const replies: Questions = new Map()
  const turns = drafts.filter((draft) => draft.turn)
  for (const [number, draft] of turns.entries()) {
    const before = turns[number - 1]
    if (before?.act !== "ask" || draft.act === "ask" || before.turn!.label === draft.turn!.label) continue
    replies.set(draft.id, before)
  }
  return replies
}

const wordsOf = (text: string, { content }: Draft): string => content.map((span) => sliceOf(text, span)).join(" ")
