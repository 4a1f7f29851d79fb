import type { ContactAnswer, Entry, Exchange, Named, Quoted, StatementEntry, Telling } from "../archive/index.js"
import { saysPlainly } from "../record.js"
import { actWords, contactAsTold, kindWords, list, percent, removeWords, responseWords, wayWords } from "../words.js"
import { actColour, statusColour } from "./colours.js"
import { INDENT } from "./page.js"
import { harmless, type Look, wrap } from "./terminal.js"

/**
 *   4fe09a21#s3  The Oriel Gazette reported on 2024-09-19 that
 *     Inés Aldarondo → Mihail Dragan  [first-hand]
 *     telling · in the report's words · 97 % sure
 *     │ a river keeps no minutes and that he would be judged by what reached the sea
 */
export function statementAnswer(statement: StatementEntry, look: Look): string[] {
  return statementWith(statement, look, harmless(statement.content))
}

/** The same with other words in the place of what was said, which can be printed as they are. */
export function statementWith(statement: StatementEntry, look: Look, words: string): string[] {
  const { kind, act, polarity, cue, via, when, where, confidence } = statement
  const did = saysPlainly(statement) ? "" : look.paint(actColour(statement), actWords(statement))
  return [
    heading(statement, look, "reported", " that"),
    ...inside(look, `${speaker(statement, look)}${arrow(statement.addressees, look)}  ${badges(statement, look)}`),
    ...facts(look, [
      [did, cue.toLowerCase() === actWords(statement) && did !== "" ? "" : harmless(cue)]
        .filter((part) => part !== "")
        .join(": "),
      via && harmless(via),
      when && whenWords(when),
      where && harmless(where),
      kindWords[kind],
      look.paint("dim", `${percent(confidence.statement)} sure`),
    ]),
    ...barred(look, words, polarity === "asserted" && act !== "deny"),
    ...disputeLines(statement, look),
    ...source(statement, look),
  ]
}

/** The question, then what came back, each further in. */
export function exchangeAnswer({ question, replies }: Exchange, look: Look): string[] {
  const narrow = { ...look, columns: look.columns - INDENT.length }
  return [
    ...statementAnswer(question, look),
    ...replies.flatMap((reply) => [
      `${INDENT}${look.paint("cyan", reply.response === "answer" ? "answered" : `${responseWords[reply.response ?? "answer"]} it`)}`,
      ...statementAnswer(reply, narrow).map((line) => INDENT + line),
    ]),
    ...(replies.length === 0 ? [`${INDENT}${look.paint("dim", "no reply is told")}`] : []),
  ]
}

/** Prints a timeline: `all` names what stands beside each. */
export function contactAnswer(contact: ContactAnswer, look: Look, all: ReadonlyMap<string, ContactAnswer>): string[] {
  const { between, status, when, tellings, through, against } = contact
  const claimed = isClaimed(contact)
  const colour = status === "happened" && !claimed ? "yellow" : statusColour[status]
  const day = when ? dayOf(when) : "no date"
  const names = look.paint("bold", list(between.map(({ name }) => harmless(name))))
  return [
    ...wrap(
      `${day}  ${look.paint(colour, claimed ? "●" : "○")} ${names}: ${look.paint(colour, headingOf(contact))}`,
      look.columns - INDENT.length,
    ).map((line, n) => (n === 0 ? line : INDENT + line)),
    ...through.flatMap(({ member, body, basis, evidence }) =>
      inside(
        look,
        look.paint("dim", harmless(`${member} speaks for ${body} (${[basis, evidence].filter(Boolean).join(": ")})`)),
      ),
    ),
    ...tellings.flatMap((telling) => tellingLines(telling, look, claimed)),
    ...against.flatMap((id) => {
      const other = all.get(id)
      const words = other ? `${list(other.between.map(({ name }) => harmless(name)))}: ${headingOf(other)}` : ""
      return inside(look, look.paint("magenta", `beside it stands ${id} ${words}`.trimEnd()))
    }),
  ]
}

/**
 * "Last reported contact: 2024-06-12, phone call took place (d6dc0c20#c1, Government of Vallonda)", and what was looked
 * through: only what a report plainly tells of counts.
 */
export function lastContact(contacts: readonly ContactAnswer[], looked: string, look: Look): string[] {
  const last = contacts.findLast((contact) => isClaimed(contact) && contact.when !== undefined)
  const first = last?.tellings.find(({ plainly }) => plainly)
  const words =
    last?.when && first && `${dayOf(last.when)}, ${headingOf(last)} (${first.id}, ${reportedBy(first, look, "")})`
  const told = words ? `Last reported contact: ${words}` : "No contact is plainly reported"
  return wrap(`${told}. Looked through ${looked}.`, look.columns)
}

const isClaimed = ({ status, tellings }: ContactAnswer): boolean =>
  status === "happened" && tellings.some(({ plainly }) => plainly)

const headingOf = (contact: ContactAnswer): string =>
  contactAsTold(
    contact,
    contact.tellings.map(({ toldAs }) => toldAs),
  )

const dayOf = (when: NonNullable<ContactAnswer["when"]>): string =>
  when.basis === "report" ? `reported ${period(when)}` : period(when)

function tellingLines(telling: Telling, look: Look, claimed: boolean): string[] {
  const { by, remove, toldAs, plainly, evidence, confidence, when, where } = telling
  const told =
    toldAs === undefined
      ? "told by the report itself"
      : `${plainly ? "according to" : `${wayWords(toldAs)} by`} ${by.length > 0 ? list(by.map(({ name }) => harmless(name))) : "somebody"}, ${removeWords(remove)}`
  return [
    INDENT + heading(telling, look, "", ""),
    ...facts(look, [
      told,
      when && whenWords(when),
      where && harmless(where),
      look.paint("dim", `${percent(confidence)} sure`),
    ]),
    ...behindBar(look, evidence, claimed && plainly),
    ...disputeLines(telling, look),
    ...source(telling, look),
  ]
}

/** "  120  Inés Aldarondo   118 first-hand, 2 second-hand or further   The Oriel Gazette 120" */
export function quotedAnswer({ name, statements, firstHand, secondHand, byOutlet }: Quoted, look: Look): string[] {
  const outlets = byOutlet.map((one) => `${harmless(one.outlet) || "outlet not known"} ${one.statements}`).join(", ")
  return [
    `${String(statements).padStart(6)}  ${look.paint("bold", harmless(name))}`,
    ...wrap(`${firstHand} first-hand, ${secondHand} at further remove · ${outlets}`, look.columns - 8).map(
      (line) => `        ${line}`,
    ),
  ]
}

export function heading(
  { id, outlet, date, standing, disputed, origin, copyOf }: Entry,
  look: Look,
  verb: string,
  that: string,
): string {
  const marks = [
    standing === "current" ? "" : standing,
    disputed ? "disputed" : "",
    origin === "person" ? "added by a person" : "",
    copyOf === undefined ? "" : "copy",
  ].filter((mark) => mark !== "")
  return `${look.paint("dim", id)}  ${reportedBy({ outlet, date }, look, verb)}${that}${marks.map((mark) => `  ${look.paint("magenta", `[${mark}]`)}`).join("")}`
}

/** "The Oriel Gazette reported on 2024-09-19"; "a report of 2024-09-19 says" where no outlet is known */
export function reportedBy({ outlet, date }: Pick<Entry, "outlet" | "date">, look: Look, verb = "reported"): string {
  const missing = look.tellsMissing ? "(no date)" : ""
  const parts =
    outlet === ""
      ? ["a report", date === undefined ? missing : `of ${date}`, verb && "says"]
      : [
          look.paint("bold", harmless(outlet).replace(/\s+/g, " ")),
          verb,
          date === undefined ? missing : verb ? `on ${date}` : date,
        ]
  return parts.filter((part) => part !== "").join(" ")
}

function speaker({ speakers, candidates, source: words }: StatementEntry, look: Look): string {
  if (speakers.length > 0) return look.paint("bold", list(speakers.map(({ name }) => harmless(name))))
  const told = words === "" ? "somebody" : `“${harmless(words)}”`
  const perhaps = candidates.length > 0 ? `: perhaps ${candidates.map(({ name }) => harmless(name)).join(", ")}` : ""
  return look.paint("yellow", `${told}, not sure who`) + perhaps
}

const arrow = (to: readonly Named[], look: Look): string =>
  to.length === 0 ? "" : ` → ${list(to.map(({ name }) => look.paint("bold", harmless(name))))}`

function badges({ remove, speakers, alsoIn, tellerTakenDown }: StatementEntry, look: Look): string {
  return [
    look.paint(remove === 1 ? "green" : "yellow", `[${removeWords(remove)}]`),
    ...(tellerTakenDown ? [look.paint("magenta", "[told by somebody who was taken down]")] : []),
    ...(speakers.some(({ kind }) => kind === "unnamed") ? [look.paint("magenta", "[anonymous]")] : []),
    ...(alsoIn === undefined ? [] : [look.paint("dim", `[also in ${alsoIn} more]`)]),
  ].join(" ")
}

const whenWords = ({
  words,
  from,
  to,
}: {
  readonly words: string
  readonly from?: string
  readonly to?: string
}): string =>
  from === undefined && to === undefined ? harmless(words) : `${harmless(words)} (${period({ from, to })})`

function period({ from, to }: { readonly from?: string | undefined; readonly to?: string | undefined }): string {
  if (from === undefined || to === undefined) return from ? `from ${from}` : `until ${to}`
  return from === to ? from : `${from} to ${to}`
}

/** disputed on 2024-10-01: “We gave no such statement last week.” */
export function disputeLines({ dispute }: Pick<Entry, "dispute">, look: Look): string[] {
  if (!dispute) return []
  const words = harmless(dispute.words).replace(/\s+/g, " ")
  return inside(look, `${look.paint("magenta", `disputed on ${dispute.at.slice(0, 10)}:`)} “${words}”`)
}

/** Where it can be read. */
export function source({ link, title }: Pick<Entry, "link" | "title">, look: Look): string[] {
  const missing = look.tellsMissing && link === undefined ? "(no address)" : ""
  const at = [link ?? (title === undefined ? "" : `“${harmless(title)}”`), missing]
    .filter((part) => part !== "")
    .join(" ")
  return at === "" ? [] : [`${INDENT}${look.paint("dim", harmless(at))}`]
}

export const inside = (look: Look, text: string): string[] =>
  wrap(text, look.columns - INDENT.length).map((line) => INDENT + line)

export const facts = (look: Look, parts: readonly (string | undefined)[]): string[] =>
  inside(look, parts.filter((part) => part !== undefined && part !== "").join(" · "))

/** Verbatim behind a bar; a broken one where the words are no claim. */
export const behindBar = (look: Look, words: string, claimed: boolean): string[] =>
  barred(look, harmless(words), claimed)

/** The same of words that were made harmless, and may have colours. */
export function barred(look: Look, words: string, claimed: boolean): string[] {
  const bar = look.paint("dim", claimed ? "│" : "┊")
  return wrap(words, look.columns - INDENT.length - 2).map((line) => `${INDENT}${bar} ${line}`.trimEnd())
}
