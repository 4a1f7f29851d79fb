import type { Context } from "hono"
import * as z from "zod"
import { isDay, kinds } from "../asking/parameters.js"

const words = z
  .string()
  .max(500)
  .transform((text) => text.trim())

/** An empty field of a form asks for nothing. */
const field = words.transform((text) => (text === "" ? undefined : text)).optional()

const day = z
  .string()
  .transform((text) => (text === "" ? undefined : text))
  .pipe(z.string().refine(isDay, "must be a day such as 2021-03-04").optional())
  .optional()

const kind = z
  .string()
  .transform((text) => (text === "" ? undefined : text))
  .pipe(z.enum(kinds).optional())
  .optional()

/** What the addresses of pages may ask for. */
export const querySchema = z.object({
  words: words.default(""),
  who: field,
  other: field,
  about: field,
  to: field,
  outlet: field,
  since: day,
  until: day,
  kind,
  firsthand: z.literal("yes").optional(),
  after: field,
  page: z.coerce.number().int().min(1).max(100_000).default(1),
})

/** Something in a request that a person can put right. */
export class RequestError extends Error {
  override readonly name = "RequestError"
}

export function queryOf(context: Context): z.infer<typeof querySchema> {
  const parsed = querySchema.safeParse(context.req.query())
  if (parsed.success) return parsed.data
  throw new RequestError(wordsOf(parsed.error))
}

/** since: must be a day such as 2021-03-04; Unrecognized key: "until_" */
export const wordsOf = (error: z.ZodError): string =>
  error.issues.map(({ path, message }) => (path.length === 0 ? message : `${path.join(".")}: ${message}`)).join("; ")
