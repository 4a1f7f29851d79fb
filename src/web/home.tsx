import { dayWords, periodWords } from "./dates.js"
import { Layout, type Shell } from "./layout.js"
import { reportPath } from "./links.js"
import { useVisit } from "./visit.js"

export interface ReportInList {
  readonly id: string
  readonly title: string | null
  readonly outlet: string
  readonly day: string | null
  /** how the text begins, for a report without a title */
  readonly opening: string
  readonly statements: number
  readonly contacts: number
}

export interface Contents {
  readonly reports: number
  readonly statements: number
  readonly contacts: number
  readonly outlets: number
  readonly from: string | null
  readonly to: string | null
}

export interface HomeProps {
  readonly shell: Shell
  readonly contents: Contents
  readonly reports: readonly ReportInList[]
  /** the page of the list, from 1 */
  readonly page: number
  readonly more: boolean
}

/** What is in the archive, and its latest reports. */
export function HomePage({ shell, contents, reports, page, more }: HomeProps) {
  return (
    <Layout shell={shell} title="OnRecord">
      <div class="page">
        <h1>Who said what to whom</h1>
        <p class="lede">{contentsWords(contents)}</p>
        <section aria-labelledby="reports">
          <h2 id="reports">Latest reports</h2>
          {reports.length === 0 ? <Empty /> : <ReportList reports={reports} />}
          <Pager page={page} more={more} />
        </section>
      </div>
    </Layout>
  )
}

function Empty() {
  if (!useVisit().mayWrite) return <p>No report is here yet.</p>
  return (
    <p>
      No report is here yet. <a href="/add">Add some</a>, or add a folder of them with <code>onrecord add FOLDER</code>.
    </p>
  )
}

/** "12 reports of 3 outlets, 4 March 2026 to 9 March 2026: 230 statements, 31 contacts" */
function contentsWords({ reports, outlets, statements, contacts, from, to }: Contents): string {
  const days = periodWords(from ?? undefined, to ?? undefined)
  const number = (count: number, noun: string) => `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`
  return `${number(reports, "report")} of ${number(outlets, "outlet")}${days ? `, ${days}` : ""}: ${number(statements, "statement")}, ${number(contacts, "contact")}`
}

export function ReportList({ reports }: { reports: readonly ReportInList[] }) {
  return (
    <ol class="reports">
      {reports.map((report) => (
        <li>
          <a href={reportPath(report.id)}>{report.title ?? `${report.opening.replace(/\s+/g, " ").slice(0, 90)}…`}</a>
          <p class="facts">
            {[
              report.outlet || "outlet not known",
              report.day ? dayWords(report.day) : "day not known",
              `${report.statements} statement${report.statements === 1 ? "" : "s"}`,
              `${report.contacts} contact${report.contacts === 1 ? "" : "s"}`,
            ].join(" · ")}
          </p>
        </li>
      ))}
    </ol>
  )
}

function Pager({ page, more }: { page: number; more: boolean }) {
  if (page === 1 && !more) return null
  return (
    <nav class="pager" aria-label="Pages">
      {page > 1 && (
        <a href={`/?page=${page - 1}`} rel="prev">
          Newer
        </a>
      )}
      {more && (
        <a href={`/?page=${page + 1}`} rel="next">
          Older
        </a>
      )}
    </nav>
  )
}
