import type { Context } from "hono"
import type { ContentfulStatusCode } from "hono/utils/http-status"
import type { Shell } from "../web/layout.js"
import { ProblemPage } from "../web/problem.js"
import { show } from "./show.js"

/** An answer that says what went wrong: a page for people, JSON for programs (RFC 9457). */
export type Problem = (
  context: Context,
  status: ContentfulStatusCode,
  title: string,
  words: string,
) => Response | Promise<Response>

export function problemsIn(shell: Shell): Problem {
  return (context, status, title, words) => {
    if (wantsJson(context)) {
      return context.json({ title, status, detail: words }, status, { "content-type": "application/problem+json" })
    }
    return show(context, <ProblemPage shell={shell} title={title} words={words} />, status)
  }
}

export const wantsJson = ({ req }: Context): boolean =>
  /^\/api(\/|$)/.test(req.path) || /^application\/(?:[\w.]+\+)?json\b/i.test(req.header("accept") ?? "")
