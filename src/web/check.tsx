import { saysPlainly } from "../record.js"
import { actWords, kindWords, removeWords } from "../words.js"
import { dayWords } from "./dates.js"
import { Difference, type Piece } from "./difference.js"
import { joined, namesOf, Said, type SaidEntry, type Searched, searchedWords } from "./entries.js"
import { Layout, type Shell } from "./layout.js"
import { outsideLink, reportPath } from "./links.js"
import { TableLink } from "./table-link.js"

export interface Finding {
  readonly report: {
    readonly id: string
    readonly outlet: string
    readonly date?: string
    readonly title?: string
    readonly link?: string
  }
  /** the statement whose content they are in; missing where they stand elsewhere in the text */
  readonly statement?: SaidEntry
  /** as they stand there */
  readonly words: string
  readonly difference?: readonly Piece[]
}

export interface Checked {
  readonly verdict: "exact" | "altered" | "not-found"
  readonly places: number
  /** earliest first where exact, closest first where altered */
  readonly found: readonly Finding[]
  readonly searched: Searched
}

export interface CheckProps {
  readonly shell: Shell
  /** what was typed */
  readonly quotation: string
  readonly filters: { readonly outlet?: string; readonly since?: string; readonly until?: string }
  /** none where nothing was asked yet */
  readonly checked?: Checked
}

/** Whether words were reported, by whom, and what differs. */
export function CheckPage({ shell, quotation, filters, checked }: CheckProps) {
  return (
    <Layout shell={shell} title="Check a quotation">
      <div class="page">
        <h1>Check a quotation</h1>
        <p class="lede">
          Paste words that somebody is said to have said. Marks, capitals, accents and [brackets] do not count; dots …
          stand for what is left out.
        </p>
        <form class="check-form" action="/check">
          <label>
            The words
            <textarea name="quotation" rows={3} required maxlength={2000}>
              {quotation}
            </textarea>
          </label>
          <div class="filters">
            <label>
              Outlet <input name="outlet" value={filters.outlet} data-names="/outlets" />
            </label>
            <label>
              From <input type="date" name="since" value={filters.since} />
            </label>
            <label>
              To <input type="date" name="until" value={filters.until} />
            </label>
            <button type="submit">Check</button>
          </div>
        </form>
        {checked && <Verdict checked={checked} />}
        {checked && checked.found.length > 0 && <TableLink question="check" asked={{ words: quotation, ...filters }} />}
      </div>
    </Layout>
  )
}

function Verdict({ checked }: { checked: Checked }) {
  const { verdict, places, found, searched } = checked
  const looked = `Looked through ${searchedWords(searched)}.`
  if (verdict === "not-found") {
    return (
      <section aria-labelledby="verdict">
        <h2 id="verdict" class="verdict">
          Not found
        </h2>
        <p>{`Neither these words nor any that come close are reported in ${searchedWords(searched)}. What is not here may have been reported elsewhere.`}</p>
      </section>
    )
  }
  return (
    <section aria-labelledby="verdict">
      <h2 id="verdict" class="verdict">
        {verdict === "exact" ? "Reported with these words" : "Reported with other words"}
      </h2>
      {verdict === "exact" ? (
        <p>
          {[earliestWords(found, places), found.length < places && `The first ${found.length} are shown.`, looked]
            .filter(Boolean)
            .join(" ")}
        </p>
      ) : (
        <p>
          What comes closest stands first. <del>Struck</del> words were asked about and are not reported;{" "}
          <ins>underlined</ins> words are reported and were not asked about.{" "}
          {`${earliestWords(found, places)} ${looked}`}
        </p>
      )}
      <ol class="said">
        {found.map((finding) => (
          <li>
            <Found finding={finding} />
          </li>
        ))}
      </ol>
    </section>
  )
}

/** "Found in 3 places. The earliest: The Oriel Gazette, 19 September 2024, Vallonda, denied, first-hand, in the report's words." */
function earliestWords(found: readonly Finding[], places: number): string {
  const [first] = found.toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0))
  if (!first) return ""
  const { report, statement } = first
  const who = statement && (statement.speakers.length > 0 ? namesOf(statement.speakers) : "not sure who speaks")
  const facts = [
    report.outlet || "an outlet that is not known",
    report.date && dayWords(report.date),
    who,
    statement && !saysPlainly(statement) && actWords(statement),
    statement ? `${removeWords(statement.remove)}, ${kindWords[statement.kind]}` : "in the report’s own text",
  ].filter((fact) => fact !== undefined && fact !== false && fact !== "")
  const count = places === 1 ? "Found in one place" : `Found in ${places.toLocaleString("en")} places. The earliest`
  return `${count}: ${facts.join(", ")}.`
}

/** A report without a day comes last. */
const dayOf = ({ report }: Finding): string => report.date ?? "9999"

function Found({ finding }: { finding: Finding }) {
  const { report, statement, words, difference } = finding
  const shown = difference ? <Difference pieces={difference} /> : undefined
  if (statement) return <Said entry={statement}>{shown ?? <Marked words={words} within={statement.content} />}</Said>
  return (
    <div class="entry told">
      <p class="who">
        {report.outlet === "" ? "A report" : report.outlet}
        {report.date && `, ${dayWords(report.date)}`}: in the text, in no statement that was read there
      </p>
      <blockquote>
        <a href={reportPath(report.id)}>{shown ?? words}</a>
      </blockquote>
      <p class="facts">
        {joined([
          report.title,
          outsideLink(report.link) && (
            <a href={outsideLink(report.link)} rel="noreferrer external">
              at its source
            </a>
          ),
        ])}
      </p>
    </div>
  )
}

/** The words asked about, lit in what was said. */
function Marked({ words, within }: { words: string; within: string }) {
  const at = within.indexOf(words)
  if (at < 0) return <>{within}</>
  return (
    <>
      {within.slice(0, at)}
      <mark>{words}</mark>
      {within.slice(at + words.length)}
    </>
  )
}
