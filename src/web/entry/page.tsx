import { dayWords } from "../dates.js"
import { Dispute } from "../dispute.js"
import { Layout, type Shell } from "../layout.js"
import { entryPath, reportPath, withQuery } from "../links.js"
import { chainWords } from "../reader/chain.js"
import { openReading, type Reading, wordsAt, wordsOf } from "../reader/reading.js"
import { useVisit } from "../visit.js"
import { InContext } from "./context.js"
import { Fields } from "./fields.js"
import { Deed, DeedForm } from "./forms.js"
import { Facts, History } from "./history.js"
import { type Story, storyPath } from "./story.js"
import { toldBy } from "./told.js"
import { type Values, valuesOf } from "./values.js"
import { type Wording, Wordings } from "./wordings.js"

export interface EntryPageProps {
  readonly shell: Shell
  readonly story: Story
  /** numbers of the persons and bodies that the report's actors are in the archive */
  readonly identities: ReadonlyMap<string, number>
  /** ids of the report's statements that come through the mouth of somebody who was taken down */
  readonly tellersTakenDown: ReadonlySet<string>
  /** the same utterance in other reports */
  readonly wordings: readonly Wording[]
  /** what a person typed or selected already */
  readonly typed?: Values
  /** why what they sent cannot be done */
  readonly problem?: string
}

/** One entry with its history, and for those who may the forms to put it right. */
export function EntryPage({ shell, story, identities, tellersTakenDown, wordings, typed, problem }: EntryPageProps) {
  const { record, now, kind, standing } = story
  const reading = openReading(record, identities, undefined, tellersTakenDown)
  const title = `${kind === "statement" ? "Statement" : "Contact"} ${reading.numberOf(now.id).replace(/^c(?=\d)/, "")}`
  const { report } = record
  return (
    <Layout shell={shell} title={`${title} · ${report.title ?? reading.outlet}`}>
      <article class="page entry-page">
        <p class="facts">
          <a href={standing === "withdrawn" ? reportPath(report.id) : entryPath(report.id, now.id)}>
            {report.title ?? "The report"}
          </a>
          {` · ${reading.outlet}${report.published ? `, ${dayWords(report.published)}` : ""}`}
        </p>
        <h1>{title}</h1>
        {problem && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        {standing === "withdrawn" && <p class="standing">This entry was withdrawn: no answer has it.</p>}
        {standing === "stale" && <p class="standing">A newer version of the report stands beside this one.</p>}
        <Heading reading={reading} story={story} />
        <InContext record={record} entry={now} />
        <Facts told={toldBy(reading, now).filter(({ name }) => name !== "Words")} />
        <Wordings wordings={wordings} />
        <Deeds reading={reading} story={story} typed={typed} wasSent={problem !== undefined} />
        <History reading={reading} story={story} />
      </article>
    </Layout>
  )
}

/** On whose word, and the words. */
function Heading({ reading, story: { now, chapters, accepted } }: { reading: Reading; story: Story }) {
  const acceptance = chapters.find(({ number }) => number === accepted)
  const disputes = chapters.filter(({ deed, state }) => deed === "dispute" && state === "applied")
  return (
    <div class="entry">
      <p class="who">{"between" in now ? `${reading.outlet} told of this contact:` : `${chainWords(reading, now)}:`}</p>
      <blockquote>{"between" in now ? wordsAt(reading, now.evidence) : wordsOf(reading, now.content)}</blockquote>
      {disputes.map(({ words = "", at }) => (
        <Dispute at={at} words={words} />
      ))}
      {acceptance && (
        <p class="facts">
          Compared with the report and found right{acceptance.by && ` by ${acceptance.by}`} on {dayWords(acceptance.at)}
          .
        </p>
      )}
    </div>
  )
}

interface DeedsProps {
  readonly reading: Reading
  readonly story: Story
  readonly typed?: Values | undefined
  /** whether a correction was sent that could not be kept */
  readonly wasSent: boolean
}

function Deeds({ reading, story, typed, wasSent }: DeedsProps) {
  const { mayWrite, person } = useVisit()
  const path = storyPath(reading.record.report.id, story.now.id)
  if (!mayWrite) return null
  if (person === undefined) {
    return (
      <p>
        <a href={withQuery("/enter", { next: path })}>Say who you are to correct this entry</a>
      </p>
    )
  }
  const { now, kind, seen, standing } = story
  const near = "between" in now ? now.evidence.start : now.content[0]!.start
  if (standing === "withdrawn") return null
  return (
    <section aria-labelledby="deeds">
      <h2 id="deeds">Put it right</h2>
      <Deed title="It is right" id="accept">
        <DeedForm action={`${path}/accept`} seen={seen} button="Accept it" reason="compared with the report" />
      </Deed>
      <Deed title="Correct it" id="correct" open={typed !== undefined || wasSent}>
        <p class="facts" id="selecting" hidden>
          Select words in the text above and take them into a field.
        </p>
        <DeedForm action={`${path}/correct`} seen={seen} button="Keep the correction" reason={stringOf(typed?.reason)}>
          <Fields
            reading={reading}
            kind={kind}
            values={{ ...valuesOf(reading, now), ...typed }}
            near={near}
            id={now.id}
          />
        </DeedForm>
      </Deed>
      <Deed title={kind === "statement" ? "It is no statement" : "It is no contact"} id="withdraw">
        <p class="facts">It is taken out of every answer and export. Its history stays, and it can be brought back.</p>
        <DeedForm action={`${path}/withdraw`} seen={seen} button="Withdraw it" />
      </Deed>
      <Deed title={kind === "statement" ? "The person quoted objects" : "Somebody whom it names objects"} id="dispute">
        <p class="facts">The entry stays, and their words stand beside it.</p>
        <DeedForm action={`${path}/dispute`} button="Set their words beside it">
          <label for="objection">What they say</label>
          <textarea id="objection" name="words" rows={3} required maxlength={5000} />
        </DeedForm>
      </Deed>
    </section>
  )
}

const stringOf = (value: Values[string] | undefined): string | undefined =>
  typeof value === "string" ? value : undefined
