import type { Context } from "hono"
import type { Archive } from "../../archive/index.js"
import type { Question } from "../../asking/questions.js"
import { csvHeader, csvLines } from "../../export/csv.js"
import { linkNext } from "./next.js"

type Given = { readonly [name: string]: unknown }
type Part = { readonly rows: readonly unknown[]; readonly next?: string }

/** How many rows are asked for at a time. */
const PIECE = 1000

/** An answer as CSV: all of it, unless a limit is given; what is many rows is sent as it is found. */
export async function csvOf(context: Context, archive: Archive, question: Question, given: Given): Promise<Response> {
  const { columns, rowsOf } = question.table!
  const lines = (answers: readonly unknown[]) => csvLines(columns, answers.flatMap(rowsOf))
  context.header("content-type", "text/csv; charset=utf-8; header=present")
  context.header("content-disposition", `inline; filename="${question.name}.csv"`)
  const isAll = question.isPaged && given.limit === undefined
  // The first part is found before anything is sent, so that what cannot be asked is still answered as a problem.
  const first = await part(isAll ? { ...given, limit: PIECE } : given)
  const start = csvHeader(columns) + lines(first.rows)
  if (isAll && first.next !== undefined) return context.body(pieces(start, first.next))
  linkNext(context, first.next)
  return context.body(start)

  async function part(asked: Given): Promise<Part> {
    const answer = (await question.ask(archive, asked)) as Part | Omit<Part, "rows">
    return "rows" in answer ? answer : { ...answer, rows: [answer] }
  }

  function pieces(start: string, next: string): ReadableStream<Uint8Array> {
    const encoder = new TextEncoder()
    let cursor: string | undefined = next
    return new ReadableStream({
      start: (controller) => controller.enqueue(encoder.encode(start)),
      pull: async (controller) => {
        const { rows, next: behind }: Part = await part({ ...given, limit: PIECE, cursor })
        controller.enqueue(encoder.encode(lines(rows)))
        cursor = behind
        if (cursor === undefined) controller.close()
      },
    })
  }
}
