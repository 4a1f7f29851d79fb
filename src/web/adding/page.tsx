import { dayWords } from "../dates.js"
import { joined } from "../entries.js"
import { Layout, type Shell } from "../layout.js"
import { reportPath } from "../links.js"
import { Mark } from "../visit.js"
import type { Job, Other, Outcome } from "./job.js"

export interface JobProps {
  readonly shell: Shell
  readonly job: Job
  /** how many are read before it */
  readonly before: number
}

/** How far a reading is and, in the end, what became of each report. */
export function JobPage({ shell, job, before }: JobProps) {
  const isOver = job.state === "done" || job.state === "stopped"
  return (
    <Layout shell={shell} title="Adding reports" {...(isOver ? {} : { again: 2 })}>
      <div class="page adding">
        <h1>{isOver ? "Added" : "Adding"}</h1>
        <div id="job" data-over={String(isOver)}>
          <p class="lede" role="status">
            {stateWords(job, before)}
          </p>
          {!isOver && (
            <progress max={job.sources} aria-label={`Reading ${job.what}`} {...doneOf(job)}>
              {`${job.sourcesDone} of ${job.sources}`}
            </progress>
          )}
          {job.outcomes.length > 0 && <Outcomes outcomes={job.outcomes} />}
        </div>
        {isOver ? (
          <p>
            <a href="/add">Add more</a>
          </p>
        ) : (
          <form method="post" action={`/add/${job.id}/stop`} class="stop">
            <Mark />
            <button type="submit">Stop here</button>
          </form>
        )}
      </div>
    </Layout>
  )
}

// One file may hold any number of reports: how much of it is done cannot be known.
const doneOf = ({ sources, sourcesDone }: Job) => (sources > 1 ? { value: sourcesDone } : {})

/** "3 files: 12 reports added (2 copies of others), 1 already there, 1 not read" */
function stateWords({ what, state, sources, sourcesDone, outcomes }: Job, before: number): string {
  if (state === "waiting") {
    return `${what}: waiting for ${before === 1 ? "what is being read" : `${before} others`}.`
  }
  const count = (is: (outcome: Outcome) => boolean) => outcomes.filter(is).length
  const added = count(({ kind }) => kind === "added")
  const copies = count((outcome) => outcome.kind === "added" && outcome.copyOf !== undefined)
  const versions = count((outcome) => outcome.kind === "added" && outcome.versionOf !== undefined)
  const known = count(({ kind }) => kind === "known")
  const restated = count(({ kind }) => kind === "restated")
  const failed = count(({ kind }) => kind === "failed")
  const kinds = [
    ...(copies > 0 ? [copies === 1 ? "1 copy of another" : `${copies} copies of others`] : []),
    ...(versions > 0 ? [versions === 1 ? "1 new version" : `${versions} new versions`] : []),
  ]
  const parts = [
    `${added} ${added === 1 ? "report" : "reports"} added${kinds.length > 0 ? ` (${kinds.join(", ")})` : ""}`,
    ...(known > 0 ? [`${known} already there`] : []),
    ...(restated > 0 ? [`${restated} with a new status`] : []),
    ...(failed > 0 ? [`${failed} not read`] : []),
  ]
  const far = state === "reading" && sources > 1 ? ` ${sourcesDone} of ${sources} are done.` : ""
  const end = state === "stopped" ? " It was stopped; what was added stays." : ""
  return `${what}: ${state === "reading" && outcomes.length === 0 ? "reading" : parts.join(", ")}.${far}${end}`
}

const MOST_SHOWN = 500

function Outcomes({ outcomes }: { outcomes: readonly Outcome[] }) {
  const failed = outcomes.filter((outcome) => outcome.kind === "failed")
  const others = outcomes.filter((outcome) => outcome.kind !== "failed")
  return (
    <>
      {failed.length > 0 && (
        <section aria-labelledby="not-read">
          <h2 id="not-read">Not read</h2>
          <ul class="failures">
            {failed.slice(0, MOST_SHOWN).map(({ words }) => (
              <li>{words}</li>
            ))}
          </ul>
          <More count={failed.length} />
        </section>
      )}
      {others.length > 0 && (
        <section aria-labelledby="read">
          <h2 id="read">In the archive</h2>
          <ol class="reports">
            {others.slice(0, MOST_SHOWN).map((outcome) => (
              <li>
                {outcome.kind === "added" && <Added outcome={outcome} />}
                {outcome.kind === "known" && <Known report={outcome.report} />}
                {outcome.kind === "restated" && <Restated outcome={outcome} />}
              </li>
            ))}
          </ol>
          <More count={others.length} />
        </section>
      )}
    </>
  )
}

function Added({ outcome }: { outcome: Extract<Outcome, { kind: "added" }> }) {
  const { report, copyOf, versionOf, notes } = outcome
  const number = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`
  return (
    <>
      <a href={reportPath(report.id)}>{report.title ?? `${report.opening.replace(/\s+/g, " ").slice(0, 90)}…`}</a>
      <p class="facts">
        {joined([
          report.outlet || "outlet not known",
          report.day ? dayWords(report.day) : "day not known",
          number(report.statements, "statement"),
          number(report.contacts, "contact"),
          copyOf && <Beside words="a copy of" other={copyOf} />,
          versionOf && <Beside words="a new version of" other={versionOf} />,
          ...notes,
        ])}
      </p>
    </>
  )
}

function Known({ report }: { report: Other }) {
  return (
    <>
      <a href={reportPath(report.id)}>{report.title}</a>
      <p class="facts">already there</p>
    </>
  )
}

/** What may not be shown has no page. */
function Restated({ outcome: { report, status } }: { outcome: Extract<Outcome, { kind: "restated" }> }) {
  return (
    <>
      {status === "usable" ? <a href={reportPath(report.id)}>{report.title}</a> : report.title}
      <p class="facts">{status === "usable" ? "usable again" : `${status} by its publisher: it answers nothing now`}</p>
    </>
  )
}

function Beside({ words, other }: { words: string; other: Other }) {
  return (
    <>
      {words} <a href={reportPath(other.id)}>{other.title}</a>
    </>
  )
}

const More = ({ count }: { count: number }) =>
  count > MOST_SHOWN ? <p class="nothing">{`and ${count - MOST_SHOWN} more`}</p> : null
