import type { Child } from "hono/jsx"
import type { Actor, Statement } from "../record.js"
import { list, percent, removeWords } from "../words.js"
import { dayWords } from "./dates.js"
import { Dispute } from "./dispute.js"
import { storyPath } from "./entry/story.js"
import { anchorOf, outsideLink, personPath, reportPath } from "./links.js"
import { saidWords } from "./sentences.js"

export interface Named {
  readonly name: string
  readonly kind: Actor["kind"]
  /** number of the person or body in the archive */
  readonly identity?: number
}

/** A statement out of its report: enough to say on whose word it is. */
export interface SaidEntry {
  /** "4fe09a21#s3" */
  readonly id: string
  readonly outlet: string
  readonly date?: string
  readonly title?: string
  /** the report at its source, opened at the words */
  readonly link?: string
  readonly copyOf?: string
  readonly standing: "current" | "stale" | "withdrawn" | "hidden"
  readonly origin: "machine" | "person"
  readonly disputed: boolean
  /** what the person quoted says against it */
  readonly dispute?: { readonly at: string; readonly words: string }
  readonly speakers: readonly Named[]
  readonly candidates: readonly Named[]
  readonly addressees: readonly Named[]
  readonly source: string
  readonly content: string
  readonly kind: Statement["kind"]
  readonly act: Statement["act"]
  readonly polarity: Statement["polarity"]
  readonly remove: number
  /** who tells of it in the report, where that is another one */
  readonly toldBy?: readonly Named[]
  readonly tellerTakenDown?: true
  readonly via?: string
  readonly when?: { readonly words: string }
  readonly where?: string
  readonly response?: "answer" | "deflection" | "refusal"
  readonly confidence: Statement["confidence"]
  /** how many other reports tell of the same utterance */
  readonly alsoIn?: number
}

export function SaidList({ entries }: { entries: readonly SaidEntry[] }) {
  return (
    <ol class="said">
      {entries.map((entry) => (
        <li>
          <Said entry={entry} />
        </li>
      ))}
    </ol>
  )
}

/** "The Oriel Gazette reported on 19 September 2024 that Inés Aldarondo told Joaquín Peñalver", and her words below, or `children` in their place. */
export function Said({ entry, children }: { entry: SaidEntry; children?: Child }) {
  const claimed = entry.polarity === "asserted" && entry.act !== "deny"
  return (
    <div class={`entry ${claimed ? "told" : "untold"}`}>
      <p class="who">
        {entry.outlet === "" ? "A report" : entry.outlet} reported{entry.date && ` on ${dayWords(entry.date)}`} that
        {entry.toldBy && (
          <>
            , as told by <Names named={entry.toldBy} />,
          </>
        )}
        {entry.tellerTakenDown && ", as told by somebody who was taken down,"} <SaidBy entry={entry} />
        {entry.kind === "indirect" && " (in the report’s words)"}:
      </p>
      <blockquote>
        <a href={entryLink(entry.id)}>{children ?? entry.content}</a>
      </blockquote>
      {entry.dispute && <Dispute {...entry.dispute} />}
      <p class="facts">
        {joined([
          entry.remove > 1 && <span class="badge">{removeWords(entry.remove)}</span>,
          entry.speakers.some(({ kind }) => kind === "unnamed") && <span class="badge">anonymous</span>,
          entry.standing === "stale" && <span class="badge">an older version of the report</span>,
          entry.origin === "person" && <span class="badge">added by a person</span>,
          entry.alsoIn !== undefined && <a href={wordingsLink(entry.id)}>{`also in ${entry.alsoIn} more`}</a>,
          entry.via,
          entry.when?.words,
          entry.where,
          `${percent(entry.confidence.statement)} sure`,
          entry.title,
          outsideLink(entry.link) && (
            <a href={outsideLink(entry.link)} rel="noreferrer external">
              at its source
            </a>
          ),
        ])}
      </p>
    </div>
  )
}

function SaidBy({ entry }: { entry: SaidEntry }) {
  const { speakers, source, candidates, addressees } = entry
  const unsure = source === "" ? "somebody" : `“${source}”`
  const perhaps = candidates.length > 0 ? `, perhaps ${candidates.map(({ name }) => name).join(" or ")}` : ""
  const { verb, to } = saidWords(entry)
  return (
    <>
      {speakers.length > 0 ? (
        <b>
          <Names named={speakers} />
        </b>
      ) : (
        <span class="doubt">{`${unsure} (not sure who${perhaps})`}</span>
      )}{" "}
      {verb}
      {addressees.length > 0 && (
        <>
          {to}
          <Names named={addressees} />
        </>
      )}
    </>
  )
}

/** Names as a person reads them, each leading to its page. */
export function Names({ named }: { named: readonly Named[] }) {
  const last = named.length - 1
  return (
    <>
      {named.map(({ name, identity }, n) => [
        n === 0 ? "" : n === last ? " and " : ", ",
        identity === undefined ? (
          name
        ) : (
          <a class="name" href={personPath(identity)}>
            {name}
          </a>
        ),
      ])}
    </>
  )
}

export const namesOf = (named: readonly Named[]): string => list(named.map(({ name }) => name))

/** Facts in a line: those that are none are left out. */
export function joined(facts: readonly Child[]): Child[] {
  return facts
    .filter((fact) => fact !== undefined && fact !== false && fact !== "" && fact !== null)
    .map((fact, n) => (n === 0 ? fact : [" · ", fact]))
}

/** "4fe09a21#s3" → "/reports/4fe09a21#s3" */
export function entryLink(id: string): string {
  const [report = "", entry] = id.split("#")
  return reportPath(report) + (entry === undefined ? "" : `#${anchorOf(entry)}`)
}

/** "4fe09a21#s3" → "/reports/4fe09a21/entries/s3#wordings" */
function wordingsLink(id: string): string {
  const [report = "", entry = ""] = id.split("#")
  return `${storyPath(report, entry)}#wordings`
}

export interface Searched {
  readonly reports: number
  readonly from?: string
  readonly to?: string
}

/** Nothing found is said with what was looked through: what is not in the archive may be elsewhere. */
export function Nothing({ what, searched }: { what: string; searched?: Searched }) {
  const where = searched ? ` in ${searchedWords(searched)}` : ""
  return <p class="nothing">{`${what}${where}. What is not here may have been reported elsewhere.`}</p>
}

/** "12 reports from 4 March 2026 to 9 March 2026" */
export function searchedWords({ reports, from, to }: Searched): string {
  const days = from && to ? ` from ${dayWords(from)} to ${dayWords(to)}` : ""
  return `${reports.toLocaleString("en")} report${reports === 1 ? "" : "s"}${days}`
}
