import { sql } from "kysely"
import type { Span } from "../../text/span.js"
import { currentRecord } from "../corrections/current.js"
import { entryHistory, type History } from "../corrections/history.js"
import { entryName, findNamed } from "../entry-names.js"
import { ArchiveError, MissingError } from "../errors.js"
import type { Archive } from "../open.js"
import { type StatementEntry, statementEntries } from "./entries.js"
import { type Loaded, type Side, type Telling, tellingsWhere } from "./tellings.js"
import { type Wording, wordingsOf } from "./wordings.js"

/** One entry with all that is known of it. */
export interface Showing {
  readonly statement?: StatementEntry
  readonly contact?: Telling & { readonly status: Loaded["status"]; readonly between: readonly Omit<Side, "key">[] }
  /** the paragraphs that it stands in, and its words there */
  readonly paragraphs: readonly { readonly text: string; readonly words: readonly Span[] }[]
  /** through whose mouths it came, the report's own first; the last is who is closest to the words */
  readonly chain: readonly StatementEntry[]
  /** what it replies to, and what came back */
  readonly question?: StatementEntry
  readonly replies: readonly StatementEntry[]
  /** how other reports word the same utterance, the earliest first; missing where none does */
  readonly wordings?: readonly Wording[]
  readonly history: History
}

/** The entry with a name such as 4fe09a21#s3, also one that is stale or was withdrawn, but none that was taken down. */
export async function show(archive: Archive, name: string): Promise<Showing> {
  const { row, entry } = await findNamed(archive.db, name)
  if (entry === undefined)
    throw new ArchiveError(`${name}: is a report; an entry is named like ${entryName(row.name, "s1")}`)
  const rows = await archive.db
    .selectFrom("statements")
    .select(["number", "id", "standing", "within", "answers"])
    .where("report", "=", row.number)
    .execute()
  const statement = rows.find(({ id }) => id === entry)
  const [contact] = statement
    ? []
    : await tellingsWhere(archive, sql`c.report = ${row.number} and c.id = ${entry}`, { withdrawn: true })
  if ((!statement && !contact) || statement?.standing === "hidden") {
    throw new MissingError(`${name}: there is no such entry, or it was taken down`)
  }
  const history = await entryHistory(archive, name)
  const chain: number[] = []
  for (let outer = statement ?? rows.find(({ id }) => entryName(row.name, id) === contact?.telling.within); outer; ) {
    if (chain.includes(outer.number) || outer.standing === "hidden") break
    chain.unshift(outer.number)
    const { within } = outer
    outer = rows.find(({ id }) => id === within)
  }
  const replies = rows.filter(({ answers, standing }) => answers === entry && standing !== "hidden")
  const question = rows.find(({ id, standing }) => id === statement?.answers && standing !== "hidden")
  const wanted = [...chain, ...replies.map(({ number }) => number), ...(question ? [question.number] : [])]
  const entries = new Map((await statementEntries(archive, wanted)).map((one, n) => [wanted[n], one]))
  const wordings = statement ? await wordingsOf(archive, name) : []
  const shown = history.now ?? history.machine
  const spans = !shown ? [] : "evidence" in shown ? [shown.evidence] : "content" in shown ? shown.content : []
  // People who were taken down, and what they said, are blotted out of what stands around the entry, too.
  const report = (await currentRecord(archive, row.number))?.report
  return {
    ...(statement ? { statement: entries.get(statement.number)! } : {}),
    ...(contact
      ? {
          contact: {
            ...contact.telling,
            status: contact.status,
            between: contact.between.map(({ key: _key, ...side }) => side),
          },
        }
      : {}),
    paragraphs: report ? paragraphsOf(report.text, report.paragraphs, spans) : [],
    chain: chain.map((number) => entries.get(number)!),
    ...(question ? { question: entries.get(question.number)! } : {}),
    replies: replies.map(({ number }) => entries.get(number)!),
    ...(wordings.length > 0 ? { wordings } : {}),
    history,
  }
}

/** Paragraphs that any of the words stand in; places are counted from the start of each. */
function paragraphsOf(text: string, paragraphs: readonly Span[], words: readonly Span[]): Showing["paragraphs"] {
  return paragraphs.flatMap(({ start, end }) => {
    const here = words
      .filter((span) => span.start < end && start < span.end)
      .map((span) => ({ start: Math.max(span.start, start) - start, end: Math.min(span.end, end) - start }))
    return here.length === 0 ? [] : [{ text: text.slice(start, end), words: here }]
  })
}
