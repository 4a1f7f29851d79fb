import { type Statement, saysPlainly } from "../record.js"
import { actWords, kindWords, list, percent, removeWords, responseWords } from "../words.js"
import { actColour } from "./colours.js"
import { behindBar, factLines, INDENT, type Page, speakerWords, whenWords, wordsAt } from "./page.js"
import { harmless, wrap } from "./terminal.js"

/**
 *   13  Joaquín Peñalver → Inés Aldarondo  [first-hand]
 *     asked · partly quoted · 97 % sure
 *     │ whether Dragan had offered anything "beyond good manners" when he visited
 */
export function statementLines(page: Page, statement: Statement): string[] {
  return [
    ...whoLines(page, statement),
    ...factLines(page, [cueWords(page, statement), ...circumstances(page, statement)]),
    ...factLines(page, exchangeWords(page, statement)),
    ...behindBar(page, statement.content, statement.polarity === "asserted" && statement.act !== "deny"),
    ...factLines(page, [
      figureWords(page, statement),
      statement.why ? page.look.paint("dim", `why: ${harmless(statement.why.join("; "))}`) : undefined,
    ]),
  ]
}

function whoLines(page: Page, statement: Statement): string[] {
  const { look, nameOf } = page
  const to = statement.addressees.map((actor) => look.paint("bold", nameOf(actor)))
  const line = [
    speaker(page, statement) + (to.length > 0 ? ` → ${list(to)}` : ""),
    ...badges(page, statement).map((badge) => `[${badge}]`),
  ].join("  ")
  const number = page.numberOf(statement.id).padStart(INDENT.length - 2)
  return wrap(line, look.columns - INDENT.length).map((part, n) => (n === 0 ? `${number}  ${part}` : INDENT + part))
}

/** A name where the reader is sure; else the words that stand there, and who might be meant. */
function speaker(page: Page, { speakers, source, candidates = [] }: Statement): string {
  const { look, nameOf } = page
  if (speakers.length > 0) return look.paint("bold", list(speakers.map(nameOf)))
  const told = source.length > 0 ? `“${source.map((span) => wordsAt(page, span)).join(" ")}”` : "somebody"
  const perhaps = candidates.map(({ actor, confidence }) => `${nameOf(actor)} ${percent(confidence)}`)
  return `${look.paint("yellow", `${told}, not sure who`)}${perhaps.length > 0 ? `: perhaps ${perhaps.join(", ")}` : ""}`
}

function badges({ look, isUnnamed }: Page, { remove, speakers }: Statement): string[] {
  const hand = look.paint(remove === 1 ? "green" : "yellow", removeWords(remove))
  return speakers.some(isUnnamed) ? [hand, look.paint("magenta", "anonymous")] : [hand]
}

/** What kind of saying it was where it was more than saying, then the report's own word for it. */
function cueWords(page: Page, statement: Statement): string {
  const act = saysPlainly(statement) ? "" : actWords(statement)
  const cue = statement.cue.map((span) => wordsAt(page, span).replace(/\s+/g, " ")).join(" … ")
  return [page.look.paint(actColour(statement), act), cue.toLowerCase() === act ? "" : cue]
    .filter((part) => part !== "")
    .join(": ")
}

function circumstances(page: Page, { setting, kind, confidence, speakers }: Statement): (string | undefined)[] {
  const sure = `${percent(confidence.statement)} sure`
  const ofSpeaker = speakers.length > 0 ? `, ${percent(confidence.speaker)} of the speaker` : ""
  return [
    setting.via && wordsAt(page, setting.via),
    setting.when && whenWords(page, setting.when),
    setting.where && wordsAt(page, setting.where),
    kindWords[kind],
    page.look.paint("dim", confidence.statement === confidence.speaker ? sure : sure + ofSpeaker),
  ]
}

/** "answer to 12", "answered in 13 and 14", "told by John Roberts in 26" */
function exchangeWords(page: Page, statement: Statement): (string | undefined)[] {
  const { look, numberOf, statementOf, record } = page
  const { answers, response, within } = statement
  const replies = record.statements.filter((other) => other.answers === statement.id)
  const outer = within === undefined ? undefined : statementOf(within)
  return [
    answers &&
      look.paint(
        response === "answer" || !response ? "cyan" : "yellow",
        `${responseWords[response ?? "answer"]} ${numberOf(answers)}`,
      ),
    replies.length > 0 ? look.paint("cyan", `reply in ${list(replies.map(({ id }) => numberOf(id)))}`) : undefined,
    outer && `as told by ${speakerWords(page, outer)} in ${numberOf(outer.id)}`,
  ]
}

function figureWords(page: Page, { figures }: Statement): string | undefined {
  if (figures.length === 0) return undefined
  const read = figures.map(({ text, value, unit }) => {
    const words = wordsAt(page, text)
    const amount = [value?.toLocaleString("en"), unit].filter((part) => part !== undefined).join(" ")
    return amount === "" || amount === words ? words : `${words} = ${amount}`
  })
  return `figures: ${read.join("; ")}`
}
