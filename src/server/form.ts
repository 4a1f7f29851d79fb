import type { Context } from "hono"
import { RequestError } from "./query.js"

/** What a form holds by field name; for each all values with `all`. One that breaks off or is none is the sender's mistake. */
export async function formIn({ req }: Context, { all = false } = {}) {
  try {
    return await req.parseBody({ all })
  } catch {
    throw new RequestError("The form did not come whole; send it once more.")
  }
}
