import type { Context } from "hono"
import * as z from "zod"
import { kinds } from "../asking/parameters.js"
import { isDay } from "../text/days.js"

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

const hand = z
  .string()
  .transform((text) => (text === "" ? undefined : text))
  .pipe(z.enum(["first", "passed-on"]).optional())
  .optional()

/** What the addresses of pages may ask for. */
export const querySchema = z.object({
  words: words.default(""),
  quotation: z
    .string()
    .max(2000, "a quotation to check has at most 2,000 characters")
    .transform((text) => text.trim())
    .default(""),
  who: field,
  other: field,
  about: field,
  to: field,
  outlet: field,
  since: day,
  until: day,
  kind,
  hand,
  by: z.enum(["outlet", "section", "month"]).default("outlet"),
  copies: z.enum(["once", "each"]).default("once"),
  after: field,
  page: z.coerce.number().int().min(1).max(100_000).default(1),
})

/** Something in a request that a person can put right. */
export class RequestError extends Error {
  override readonly name = "RequestError"
}

/** What the outlets heard themselves, what was passed on in their reports, or all. */
export const handOf = (hand: "first" | "passed-on" | undefined) => ({
  ...(hand === "first" && { firstHand: true }),
  ...(hand === "passed-on" && { passedOn: true }),
})

export const queryOf = (context: Context): z.infer<typeof querySchema> => queryIn(context.req.query())

/** The same, from the fields of a form. */
export function queryIn(fields: { readonly [name: string]: string }): z.infer<typeof querySchema> {
  const parsed = querySchema.safeParse(fields)
  if (parsed.success) return parsed.data
  throw new RequestError(wordsOf(parsed.error))
}

/** since: must be a day such as 2021-03-04; Unrecognized key: "until_" */
export const wordsOf = (error: z.ZodError): string =>
  error.issues.map(({ path, message }) => (path.length === 0 ? message : `${path.join(".")}: ${message}`)).join("; ")
