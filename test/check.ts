import { extract } from "../src/extract.js"
import { buildReport } from "../src/input/report.js"
import { printHeader } from "../src/marked/header.js"
import { nameKey } from "../src/marked/names.js"
import type { Marked } from "../src/marked/notation.js"
import { parseMarked } from "../src/marked/parse.js"
import { printMarked } from "../src/marked/print.js"
import { recordFromMarked } from "../src/marked/read.js"
import type { Record, Report } from "../src/record.js"
import { sliceOf } from "../src/text/span.js"
import { settle } from "./settle.js"

export type Reader = (report: Report) => Promise<Record>

/** What came of one case: the two sides as they were compared, and what the reader says of its reasons. */
export interface Outcome {
  readonly held: boolean
  readonly wanted: string
  readonly found: string
  readonly why: readonly string[]
}

/**
 * Reads the text without its marks and compares what is found with them.
 * Figures, contacts, dates, replies, actors and notes are compared where the case uses them;
 * a text without marks says that nothing may be found. `only`: the letters to compare, such as "q" or "qs".
 */
export async function check(marked: string, options: { only?: string; reader?: Reader } = {}): Promise<void> {
  const outcome = await tryCase(marked, options)
  if (!outcome.held) throw new Error(explain(outcome))
}

const readWithReasons: Reader = (report) => extract(report, { why: true })

export async function tryCase(
  written: string,
  { only, reader = readWithReasons }: { only?: string; reader?: Reader } = {},
): Promise<Outcome> {
  const marked = parseMarked(written)
  const wanted = recordFromMarked(written)
  const record = await reader(reportOf(marked))
  const settled = settle(marked, wanted, record, only)
  const sides = {
    wanted: actorLines(marked, wanted) + printMarked(settled.wanted),
    found: actorLines(marked, record) + printMarked(settled.found),
  }
  return { held: sides.wanted === sides.found, ...sides, why: reasons(record) }
}

/** The actors whom the header of the case lists, as a record has them, with as many aliases and roles as are asked for. */
function actorLines({ header }: Marked, record: Record): string {
  const asked = new Map(header.actors.map((line) => [nameKey(line.name), line]))
  const actors = record.actors.flatMap((actor) => {
    const line = asked.get(nameKey(actor.name))
    if (!line) return []
    const known = [...actor.aliases, ...actor.mentions.map((span) => sliceOf(record.report.text, span))].map(nameKey)
    return {
      ...line,
      kind: actor.kind,
      aliases: line.aliases.filter((alias) => known.includes(nameKey(alias))),
      roles: line.roles.filter((role) => actor.roles.map(nameKey).includes(nameKey(role))),
    }
  })
  return printHeader({ fields: {}, actors: actors.toSorted((a, b) => (a.name < b.name ? -1 : 1)) })
}

export function explain({ wanted, found, why }: Outcome): string {
  const block = (label: string, lines: readonly string[]) =>
    lines.flatMap((line, index) => `${(index ? "" : label).padEnd(8)}${line}`)
  return [
    ...block("wanted", wanted.split("\n")),
    ...block("found", found.split("\n")),
    ...block("why", why.length ? why : ["the reader gave no reasons"]),
  ].join("\n")
}

function reasons(record: Record): string[] {
  return record.statements.flatMap(({ id, content, why = [] }) => {
    const words = record.report.text.slice(content[0]!.start, content[0]!.end)
    const short = words.length > 40 ? `${words.slice(0, 39)}…` : words
    return why.map((reason, index) => `${index ? "" : `${id} ${short}: `}${reason}`)
  })
}

function reportOf({ text, header }: Marked): Report {
  const { published, title, url, publisher, language = "en" } = header.fields
  return buildReport({ text, published, title, url, publisher, language })
}
