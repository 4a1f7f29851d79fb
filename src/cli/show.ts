import { type Changed, type Showing, show, type Telling, type Wording } from "../archive/index.js"
import { showingTable } from "../asking/tables.js"
import { contactAsTold, list, removeWords } from "../words.js"
import { type AnswerOptions, answerCommand } from "./answers.js"
import { differenceWords } from "./check.js"
import { INDENT } from "./page.js"
import { behindBar, disputeLines, heading, inside, source, statementAnswer } from "./pretty-answers.js"
import { harmless, type Look } from "./terminal.js"

export const showCommand = (entry: string, options: AnswerOptions) =>
  answerCommand<Showing>(options, {
    ask: async (archive) => ({ rows: [await show(archive, entry)] }),
    table: showingTable,
    pretty: showingAnswer,
  })

type Contact = NonNullable<Showing["contact"]>

export function showingAnswer(
  { statement, contact, paragraphs, chain, question, replies, wordings = [], history }: Showing,
  look: Look,
): string[] {
  const part = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ["", look.paint("dim", title), ...lines]
  return [
    ...(statement ? statementAnswer(statement, look) : []),
    ...(contact ? contactLines(contact, look) : []),
    ...part(
      "in its paragraph",
      paragraphs.flatMap(({ text, words }) => behindBar(look, marked(text, words), true)),
    ),
    ...part("through whose mouths it came", chain.length > 1 || contact ? chainLines(chain, look) : []),
    ...part("in reply to", question ? statementAnswer(question, look) : []),
    ...part(
      "what came back",
      replies.flatMap((reply) => statementAnswer(reply, look)),
    ),
    ...part(
      "in other reports",
      wordings.flatMap((wording) => wordingLines(wording, look)),
    ),
    ...part(
      "what people did to it",
      history.deeds.flatMap(({ number, at, by, deed, reason, state, changed = [] }) => [
        ...inside(
          look,
          harmless(`${number}  ${at.slice(0, 16).replace("T", " ")}  ${by}  ${deed}: ${reason} [${state}]`),
        ),
        ...changed.flatMap((change) => changeLines(change, look)),
      ]),
    ),
  ]
}

function contactLines(contact: Contact & Telling, look: Look): string[] {
  const who = look.paint("bold", harmless(list(contact.between.map(({ name }) => name))))
  return [
    heading(contact, look, "reported", ""),
    ...inside(look, `${who}: ${contactAsTold(contact, [contact.toldAs])}`),
    ...behindBar(look, contact.evidence, contact.status === "happened" && contact.plainly),
    ...disputeLines(contact, look),
    ...source({ link: contact.link }, look),
  ]
}

/** "addressees: nothing → Inés Aldarondo", further in than the deed that changed it. */
const changeLines = ({ field, before, after }: Changed, look: Look): string[] => {
  const narrow = { ...look, columns: look.columns - INDENT.length }
  return inside(narrow, harmless(`${field}: ${before ?? "nothing"} → ${after ?? "nothing"}`)).map(
    (line) => INDENT + line,
  )
}

function wordingLines({ statement, difference }: Wording, look: Look): string[] {
  const differs = difference ? inside(look, `differs: ${differenceWords(difference, look)}`) : []
  return [...statementAnswer(statement, look), ...differs]
}

/** The report's own mouth first: "Joaquín Peñalver said (first-hand)", then whom he quotes. */
const chainLines = (chain: Showing["chain"], look: Look): string[] =>
  chain.flatMap(({ speakers, source, cue, remove }, n) => {
    const who = speakers.length > 0 ? list(speakers.map(({ name }) => harmless(name))) : `“${harmless(source || "?")}”`
    return inside(look, `${"  ".repeat(n)}${who}  ${harmless(cue)}  [${removeWords(remove)}]`)
  })

// Brackets that no report has around its words: they show also where there are no colours.
function marked(text: string, words: Showing["paragraphs"][number]["words"]): string {
  let shown = ""
  let at = 0
  for (const { start, end } of words.toSorted((a, b) => a.start - b.start)) {
    shown += `${text.slice(at, start)}⟦${text.slice(start, end)}⟧`
    at = end
  }
  return shown + text.slice(at)
}
