import type { Context } from "hono"
import type { ContentfulStatusCode } from "hono/utils/http-status"

/** A page as it is sent. */
export const show = (context: Context, page: { toString(): string }, status: ContentfulStatusCode = 200) =>
  context.html(`<!DOCTYPE html>${page}`, status)
