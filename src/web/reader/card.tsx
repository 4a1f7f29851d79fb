import type { Child } from "hono/jsx"
import { type Statement, saysPlainly, type When } from "../../record.js"
import { actWords, kindWords, list, percent, removeWords, responseWords } from "../../words.js"
import { datesOf } from "../dates.js"
import { anchorOf } from "../links.js"
import { chainWords } from "./chain.js"
import { badgesOf, Handled, HistoryLink, Tick } from "./handling.js"
import { lookClass } from "./looks.js"
import { nameOf, namesOf, type Reading, speakerWords, wordsAt, wordsOf } from "./reading.js"

/** A statement in the margin: who to whom and how, on one or two lines; all that is known of it when opened. */
export function StatementCard({ reading, statement }: { reading: Reading; statement: Statement }) {
  const anchor = anchorOf(statement.id)
  return (
    <li class={`card ${lookClass(reading.lookOf(statement))}`} data-card={anchor}>
      <details name="entry">
        <summary>
          <span class="number">{reading.numberOf(statement.id)}</span>
          <span>
            <Who reading={reading} statement={statement} />
            <Gist reading={reading} statement={statement} />
          </span>
        </summary>
        <Body reading={reading} statement={statement} />
      </details>
      <Tick reading={reading} entry={statement.id} />
    </li>
  )
}

function Who({ reading, statement }: { reading: Reading; statement: Statement }) {
  const { speakers, addressees } = statement
  return (
    <>
      {speakers.length > 0 ? (
        <b>{namesOf(reading, speakers)}</b>
      ) : (
        <span class="doubt">{speakerWords(reading, statement)}, not sure who</span>
      )}
      {addressees.length > 0 && ` to ${namesOf(reading, addressees)}`}
    </>
  )
}

/** "denied · by phone · on Wednesday · second-hand": what was no plain saying, and its circumstances */
function Gist({ reading, statement }: { reading: Reading; statement: Statement }) {
  const { act, polarity, setting, remove, speakers, answers, response } = statement
  const plain = saysPlainly(statement)
  const anonymous = speakers.some((id) => reading.actorOf(id)?.kind === "unnamed")
  const facts: Child[] = [
    plain ? undefined : (
      <span class={polarity === "asserted" && act !== "deny" ? "act" : "act no"}>{actWords(statement)}</span>
    ),
    answers && `${responseWords[response ?? "answer"]} ${reading.numberOf(answers)}`,
    setting.via && wordsAt(reading, setting.via),
    setting.when && wordsAt(reading, setting.when),
    setting.where && wordsAt(reading, setting.where),
    remove > 1 && <span class="badge">{removeWords(remove)}</span>,
    anonymous && <span class="badge">anonymous</span>,
    ...badgesOf(reading, statement.id).map((badge) => <span class="badge">{badge}</span>),
  ].filter((fact) => fact)
  if (facts.length === 0) return null
  return <small>{facts.map((fact, n) => (n === 0 ? fact : [" · ", fact]))}</small>
}

/** What the words in the text do not say themselves. They are not repeated here: they stand beside it, lit. */
function Body({ reading, statement }: { reading: Reading; statement: Statement }) {
  const { setting, about, figures, why, kind, remove, speakers, confidence } = statement
  return (
    <div>
      <p>
        {chainWords(reading, statement)}
        {kind === "indirect" && " (in the report’s words)"}
      </p>
      <Exchange reading={reading} statement={statement} />
      <Handled reading={reading} entry={statement.id} />
      <p>
        {capital(removeWords(remove))}
        {kind !== "indirect" && `, ${kindWords[kind]}`}, {sureWords(confidence.statement)}
        <Fact name="Speaker">
          <Linked reading={reading} actors={speakers} />
          {speakerDoubt(reading, statement)}
        </Fact>
        <Fact name="When">{setting.when && whenWords(reading, setting.when)}</Fact>
        <Fact name="About">{about.length > 0 && <Linked reading={reading} actors={about} />}</Fact>
        <Fact name="Figures">{figures.length > 0 && figureWords(reading, statement)}</Fact>
      </p>
      {why && why.length > 0 && (
        <details class="why">
          <summary>Why</summary>
          <ul>
            {why.map((reason) => (
              <li>{reason}</li>
            ))}
          </ul>
        </details>
      )}
      <HistoryLink reading={reading} entry={statement.id} />
    </div>
  )
}

/** Names that lead to what the archive has of them. */
export function Linked({ reading, actors }: { reading: Reading; actors: readonly string[] }) {
  return (
    <>
      {actors.map((actor, n) => {
        const page = reading.pageOf(actor)
        const name = nameOf(reading, actor)
        return [n === 0 ? "" : ", ", page === undefined ? name : <a href={page}>{name}</a>]
      })}
    </>
  )
}

/** How the words begin; underlined by a broken line where they were not said, or denied. */
function Words({ reading, statement }: { reading: Reading; statement: Statement }) {
  const claimed = statement.polarity === "asserted" && statement.act !== "deny"
  return <span class={claimed ? "words" : "words unsaid"}>{beginningOf(wordsOf(reading, statement.content))}</span>
}

const SHOWN = 200

/** An answer of three paragraphs stands whole in the text. */
const beginningOf = (words: string): string =>
  words.length <= SHOWN ? words : `${words.slice(0, words.lastIndexOf(" ", SHOWN) + 1 || SHOWN)}…`

function Fact({ name, children }: { name: string; children?: Child }) {
  if (!children) return null
  return (
    <>
      <br />
      <i>{name}</i> {children}
    </>
  )
}

/** A question with its reply, a reply with its question: each is half without the other. */
function Exchange({ reading, statement }: { reading: Reading; statement: Statement }) {
  const question = statement.answers === undefined ? undefined : reading.statementOf(statement.answers)
  const replies = reading.repliesTo(statement.id)
  return (
    <>
      {question && (
        <Other
          reading={reading}
          other={question}
          words={`${capital(responseWords[statement.response ?? "answer"])} the question of`}
        />
      )}
      {replies.map((reply) => (
        <Other reading={reading} other={reply} words={replyWords[reply.response ?? "answer"]} />
      ))}
    </>
  )
}

const replyWords = { answer: "Answered by", deflection: "Turned away by", refusal: "Answer refused by" } as const

function Other({ reading, other, words }: { reading: Reading; other: Statement; words: string }) {
  return (
    <p>
      {words} {speakerWords(reading, other)},{" "}
      <a href={`#${anchorOf(other.id)}`} aria-label={`statement ${reading.numberOf(other.id)}`}>
        {reading.numberOf(other.id)}
      </a>
      : <Words reading={reading} statement={other} />
    </p>
  )
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** The words of the report, then the dates they mean. */
export function whenWords(reading: Reading, when: When): string {
  const dates = datesOf(when)
  return wordsAt(reading, when) + (dates ? ` (${dates})` : "")
}

export function figureWords(reading: Reading, { figures }: Statement): string {
  return figures
    .map(({ text, value, unit }) => {
      const words = wordsAt(reading, text)
      const amount = [value?.toLocaleString("en"), unit].filter((part) => part !== undefined).join(" ")
      return amount === "" || amount === words ? words : `${words} = ${amount}`
    })
    .join("; ")
}

/** "likely (83 %)"; where no name is given, who it might be: "perhaps Ann Lee (48 %) or Bob Ray (30 %)" */
function speakerDoubt(reading: Reading, { speakers, candidates = [], confidence }: Statement): string {
  if (speakers.length > 0) return `, ${sureWords(confidence.speaker)}`
  if (candidates.length === 0) return "not sure who"
  const perhaps = candidates.map(({ actor, confidence }) => `${nameOf(reading, actor)} (${percent(confidence)})`)
  return `not sure who; perhaps ${list(perhaps)}`
}

/** 0.974 → "almost certainly (97 %)" */
export function sureWords(confidence: number): string {
  const [, words] = sureness.find(([from]) => confidence >= from)!
  return `${words} (${percent(confidence)})`
}

const sureness: readonly (readonly [number, string])[] = [
  [1, "certain"],
  [0.95, "almost certain"],
  [0.85, "very likely"],
  [0.7, "likely"],
  [0.5, "more likely than not"],
  [-Infinity, "doubtful"],
]
