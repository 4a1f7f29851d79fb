import * as z from "zod"
import { named } from "../../asking/entries.js"
import { questionWords } from "../../asking/parameters.js"
import { type Question, questions } from "../../asking/questions.js"
import { version } from "../../version.js"

type Json = { readonly [field: string]: unknown }

/** The description of the API (OpenAPI 3.1), made of the questions themselves. */
export const apiDocument = (): Json => ({
  openapi: "3.1.0",
  info: {
    title: "OnRecord",
    version,
    summary: "Who said what to whom, where and when, on whose word, as news reports tell it",
    description:
      "Everything here is what a report says, not what is true: cite it as “outlet reported that …”, with the date, " +
      "the remove and the link. Answers can be kept and asked for again by their ETag.",
    license: { name: "Apache-2.0", identifier: "Apache-2.0" },
  },
  servers: [{ url: "/" }],
  security: [{}, { token: [] }],
  paths: {
    "/api": { get: overview },
    ...Object.fromEntries(questions.map((question) => [pathOf(question), { get: operationOf(question) }])),
  },
  components: {
    schemas: schemas(),
    responses: {
      Problem: {
        description: "What went wrong, in words",
        content: { "application/problem+json": { schema: problem } },
      },
    },
    securitySchemes: {
      token: { type: "http", scheme: "bearer", description: "where the archive is served with tokens" },
    },
  },
})

/** "/api/said"; a report has an address of its own: "/api/reports/{report}" */
export const pathOf = ({ name }: Question): string => (name === "report" ? "/api/reports/{report}" : `/api/${name}`)

/** The parameters of a question as JSON Schema, by name. */
export function parametersOf({ parameters }: Question): {
  readonly [name: string]: Json & { readonly type?: string; readonly description?: string }
} {
  return z.toJSONSchema(parameters, { io: "input" }).properties as ReturnType<typeof parametersOf>
}

const problem = {
  type: "object",
  required: ["title", "status", "detail"],
  properties: { title: { type: "string" }, status: { type: "integer" }, detail: { type: "string" } },
}

const problems = { default: { $ref: "#/components/responses/Problem" } }

const overview = {
  operationId: "overview",
  summary: "what is in the archive, and what it can be asked",
  responses: {
    200: { description: "The archive", content: { "application/json": { schema: { type: "object" } } } },
    ...problems,
  },
}

function operationOf(question: Question): Json {
  const required = new Set(z.toJSONSchema(question.parameters, { io: "input" }).required)
  const path = pathOf(question)
  const parameters = Object.entries(parametersOf(question)).map(([name, { description, ...schema }]) => {
    const where = path.includes(`{${name}}`) ? "path" : "query"
    return { name, in: where, required: required.has(name), description, schema }
  })
  const json = { "application/json": { schema: { $ref: refTo(named.get(question.answer)!.id) } } }
  const csv = { "text/csv": { schema: { type: "string" } } }
  return {
    operationId: question.name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
    summary: questionWords[question.name],
    parameters: question.table ? [...parameters, format] : parameters,
    responses: {
      200: {
        description: question.isPaged
          ? "Part of the answer; as CSV all of it, unless `limit` says how much"
          : "The answer",
        headers: question.isPaged ? { ...tag, ...link } : tag,
        content: question.table ? { ...json, ...csv } : json,
      },
      304: { description: "The answer is still that of the ETag in If-None-Match" },
      ...problems,
    },
  }
}

const format = {
  name: "format",
  in: "query",
  description: "instead of the Accept header: an object, or a table that is safe to open in a spreadsheet",
  schema: { type: "string", enum: ["json", "csv"] },
}

const tag = { ETag: { description: "of JSON: changes when the answer does", schema: { type: "string" } } }
const link = {
  Link: { description: 'rel="next": the address of the part behind this one', schema: { type: "string" } },
}

const refTo = (id: string): string => `#/components/schemas/${id}`

function schemas(): Json {
  const all = z.toJSONSchema(named, { uri: refTo }).schemas
  return Object.fromEntries(Object.entries(all).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]))
}
