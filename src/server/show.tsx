import type { Context } from "hono"
import type { Child } from "hono/jsx"
import type { ContentfulStatusCode } from "hono/utils/http-status"
import { VisitContext } from "../web/visit.js"
import type { ServerEnv } from "./env.js"

/** A page as it is sent, made for who asks. */
export function show(context: Context<ServerEnv>, page: Child, status: ContentfulStatusCode = 200) {
  const { person, mark = "", mayWrite = false, mayLeave = false, excerpts = false } = context.var
  const visit = { mark, mayWrite, mayLeave, excerpts, ...(person === undefined ? {} : { person }) }
  return context.html(`<!DOCTYPE html>${<VisitContext.Provider value={visit}>{page}</VisitContext.Provider>}`, status)
}
