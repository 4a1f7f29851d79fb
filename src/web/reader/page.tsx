import type { Record } from "../../record.js"
import { firstEndingAfter } from "../../text/span.js"
import { list, noteWords } from "../../words.js"
import { dayWords } from "../dates.js"
import { Layout, type Shell } from "../layout.js"
import { outsideLink } from "../links.js"
import { useVisit } from "../visit.js"
import { StatementCard } from "./card.js"
import { Checking, CheckingKeys, Orphaned, Withdrawn } from "./checking.js"
import { ContactCard, Contacts } from "./contacts.js"
import type { Handling } from "./handling.js"
import { openReading, type Reading, wordsAt } from "./reading.js"
import { byParagraph, strandsOf } from "./strands.js"
import { Legend, Paragraph } from "./text.js"

export interface ReaderProps {
  readonly shell: Shell
  readonly record: Record
  /** numbers of the persons and bodies that its actors are in the archive */
  readonly identities: ReadonlyMap<string, number>
  readonly handling?: Handling
  /** ids of the statements that come through the mouth of somebody who was taken down */
  readonly tellersTakenDown?: ReadonlySet<string>
}

/** A report with the record beside it. */
export function ReaderPage({ shell, record, identities, handling, tellersTakenDown }: ReaderProps) {
  const reading = openReading(record, identities, handling, tellersTakenDown)
  const { report } = record
  return (
    <Layout shell={shell} title={report.title ?? `${reading.outlet}: ${report.text.slice(0, 60).trim()}…`}>
      <article class="reader" data-title={report.title} data-source={outsideLink(report.url)}>
        <Head reading={reading} />
        <Text reading={reading} />
        <Contacts reading={reading} />
        <Withdrawn reading={reading} />
        <Orphaned reading={reading} />
        <Notes reading={reading} />
        <Checking reading={reading} />
      </article>
    </Layout>
  )
}

function Head({ reading }: { reading: Reading }) {
  const { report, statements, contacts, reader } = reading.record
  const source = outsideLink(report.url)
  return (
    <header class="head">
      <p class="outlet">
        {reading.outlet === "the report" ? "Outlet not known" : reading.outlet}
        {report.published && (
          <>
            , <time datetime={report.published}>{dayWords(report.published)}</time>
          </>
        )}
      </p>
      <h1>{report.title ?? "Report without a title"}</h1>
      {report.byline && report.byline.length > 0 && <p class="byline">By {list(report.byline)}</p>}
      <p class="source">
        {source ? (
          <a href={source} rel="noreferrer external">
            Read it at its source
          </a>
        ) : (
          <span>{report.provenance?.path ?? "No address is known"}</span>
        )}
        <span>
          {`${counted(statements.length, "statement")}, ${counted(contacts.length, "contact")}, ${readWords(reader.version)}; check against the text`}
        </span>
      </p>
      {useVisit().excerpts && (
        <p class="excerpts">
          Of the report only the sentences are shown in which something is on record, and private people by what they
          are.
        </p>
      )}
      {statements.length > 0 && <Legend reading={reading} />}
      {statements.length > 0 && (
        <label class="keys" hidden>
          <input type="checkbox" checked /> <kbd>j</kbd> and <kbd>k</kbd> go through the statements
          <CheckingKeys />
        </label>
      )}
    </header>
  )
}

/** "read by OnRecord 0.1.0", "read by hand" */
const readWords = (version: string): string => (/^\d/.test(version) ? `read by OnRecord ${version}` : `read ${version}`)

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`

/** Paragraph by paragraph, with the entries that begin in it beside it. */
function Text({ reading }: { reading: Reading }) {
  const { report, statements, contacts } = reading.record
  const { mayWrite, person } = useVisit()
  const maySelect = mayWrite && person !== undefined
  const { paragraphs } = report
  const strands = byParagraph(paragraphs, strandsOf(reading.record))
  const beginning = <Entry,>(entries: readonly Entry[], startOf: (entry: Entry) => number): Entry[][] => {
    const groups: Entry[][] = paragraphs.map(() => [])
    for (const entry of entries) groups[firstEndingAfter(paragraphs, startOf(entry))]?.push(entry)
    return groups
  }
  const said = beginning(statements, ({ content }) => content[0]!.start)
  const met = beginning(contacts, ({ evidence }) => evidence.start)
  return (
    <div class="text" lang={report.language}>
      {paragraphs.map((place, n) => (
        <div class="block" id={`paragraph-${n + 1}`} data-from={maySelect ? place.start : undefined}>
          <Paragraph reading={reading} place={place} strands={strands[n]!} />
          {said[n]!.length + met[n]!.length > 0 && (
            <ol
              class="cards"
              lang={report.language === "en" ? undefined : "en"}
              aria-label={`Read in paragraph ${n + 1}`}
            >
              {said[n]!.map((statement) => (
                <StatementCard reading={reading} statement={statement} />
              ))}
              {met[n]!.map((contact) => (
                <ContactCard reading={reading} contact={contact} />
              ))}
              <li class="close">
                <a href={`#paragraph-${n + 1}`}>Close</a>
              </li>
            </ol>
          )}
        </div>
      ))}
    </div>
  )
}

function Notes({ reading }: { reading: Reading }) {
  const { notes } = reading.record
  if (notes.length === 0) return null
  return (
    <section class="notes" aria-labelledby="notes">
      <h2 id="notes">Noted</h2>
      <ul>
        {notes.map((note) => (
          <li>
            {noteWords(note)} <q>{wordsAt(reading, note.span).slice(0, 60)}</q>
          </li>
        ))}
      </ul>
    </section>
  )
}
