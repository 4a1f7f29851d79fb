import type { Context } from "hono"
import { accepts } from "hono/accepts"
import { etag } from "hono/etag"
import * as z from "zod"
import { type Archive, countArchive } from "../../archive/index.js"
import { questionWords } from "../../asking/parameters.js"
import { type Question, questions } from "../../asking/questions.js"
import { version } from "../../version.js"
import type { App } from "../env.js"
import type { Problem } from "../problem.js"
import { RequestError, wordsOf } from "../query.js"
import { apiDocument, parametersOf, pathOf } from "./document.js"
import { linkNext } from "./next.js"
import { csvOf } from "./table.js"

/** What the pages and the commands tell, for programs: a question is an address, its answer JSON or a table. */
export function addApi(app: App, archive: Archive, problem: Problem): void {
  const tagged = etag()
  const description = JSON.stringify(apiDocument(), null, 1)

  app.get("/api", tagged, async (context) =>
    context.json({
      onrecord: version,
      description: "/api/openapi.json",
      archive: await countArchive(archive),
      questions: questions.map((question) => ({ address: pathOf(question), answers: questionWords[question.name] })),
    }),
  )
  app.get("/api/openapi.json", tagged, (context) =>
    context.body(description, 200, { "content-type": "application/json" }),
  )
  for (const question of questions) {
    const read = readerOf(question)
    app.get(
      pathOf(question).replace(/\{(\w+)\}/, ":$1"),
      // A table is sent piece by piece, and has no tag that could be told before its end.
      (context, next) => (formatOf(context, question) === "csv" ? next() : tagged(context, next)),
      async (context) => {
        const given = read(context)
        context.header("vary", "Accept")
        try {
          if (formatOf(context, question) === "csv") return await csvOf(context, archive, question, given)
          const answer = await question.ask(archive, given)
          if (question.isPaged) linkNext(context, (answer as { readonly next?: string }).next)
          return context.json(answer as object)
        } catch (error) {
          throw error instanceof z.ZodError ? new RequestError(wordsOf(error)) : error
        }
      },
    )
  }
  app.all("/api/*", (context) => {
    if (context.req.method === "GET" || context.req.method === "HEAD") {
      return problem(context, 404, "Not here", "The API has no such address; /api names those that there are.")
    }
    context.header("allow", "GET, HEAD")
    return problem(context, 405, "Only read", "The API answers questions; it is asked by GET.")
  })
}

function formatOf(context: Context, { table, name }: Question): "json" | "csv" {
  const asked = context.req.query("format")
  const format =
    asked ??
    (accepts(context, { header: "Accept", supports: ["application/json", "text/csv"], default: "application/json" }) ===
    "text/csv"
      ? "csv"
      : "json")
  if (format !== "json" && format !== "csv") throw new RequestError(`format: json or csv, not ${format}`)
  if (format === "csv" && !table) throw new RequestError(`format: ${name} is no table; ask for JSON`)
  return format
}

/** What stands in the address, as the types that the question has: "true" → true, "20" → 20. */
function readerOf(question: Question): (context: Context) => { readonly [name: string]: unknown } {
  const types = parametersOf(question)
  return ({ req }) => {
    const given = Object.entries(req.queries()).flatMap(([name, values]): [string, unknown][] => {
      if (values.length > 1) throw new RequestError(`${name}: is given ${values.length} times; once is enough`)
      return name === "format" ? [] : [[name, typed(values[0]!, types[name]?.type)]]
    })
    return { ...Object.fromEntries(given), ...req.param() }
  }
}

function typed(text: string, type: string | undefined): string | number | boolean {
  if (type === "integer" && /^-?\d{1,15}$/.test(text)) return Number(text)
  if (type === "boolean" && (text === "true" || text === "false")) return text === "true"
  return text
}
