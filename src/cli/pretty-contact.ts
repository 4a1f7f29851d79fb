import { type Contact, type Statement, saysPlainly } from "../record.js"
import { actWords, contactAsTold, list, percent } from "../words.js"
import { statusColour } from "./colours.js"
import { behindBar, factLines, INDENT, type Page, speakerWords, whenWords, wordsAt } from "./page.js"
import { wrap } from "./terminal.js"

/**
 *   ○ Inés Aldarondo and Vallonda: phone call did not take place
 *     since its foreign minister … (2024-03-01 to 2024-09-19; surely 2024-06-20 to 2024-09-19)
 *     ┊ nobody in the Vallonda government had telephoned her
 *     according to Inés Aldarondo, in 1 · 97 % sure
 */
export function contactLines(page: Page, contact: Contact): string[] {
  const { look, nameOf } = page
  const teller = contact.within === undefined ? undefined : page.statementOf(contact.within)
  const claimed = contact.status === "happened" && tellsPlainly(teller)
  const colour = contact.status === "happened" && !claimed ? "yellow" : statusColour[contact.status]
  const names = look.paint("bold", list(contact.between.map(nameOf)))
  const line = `${names}: ${look.paint(colour, contactAsTold(contact, [teller]))}`
  const mark = look.paint(colour, claimed ? "●" : "○")
  return [
    ...wrap(line, look.columns - INDENT.length).map((part, n) => (n === 0 ? `  ${mark} ${part}` : INDENT + part)),
    ...factLines(page, [contact.when && whenWords(page, contact.when), contact.where && wordsAt(page, contact.where)]),
    ...behindBar(page, [contact.evidence], claimed),
    ...factLines(page, [tellerWords(page, teller), look.paint("dim", `${percent(contact.confidence)} sure`)]),
  ]
}

/** What a question takes for granted or a denial names is not told as a fact. */
const tellsPlainly = (teller: Statement | undefined): boolean => !teller || saysPlainly(teller)

function tellerWords(page: Page, teller: Statement | undefined): string {
  if (!teller) return "told by the report itself"
  const who = speakerWords(page, teller)
  const number = page.numberOf(teller.id)
  if (tellsPlainly(teller)) return `according to ${who}, in ${number}`
  if (teller.act === "ask" && teller.polarity === "asserted") return `in a question of ${who}, ${number}`
  return `in what ${who} ${actWords(teller)}, ${number}`
}
