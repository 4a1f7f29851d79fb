import type { Context } from "hono"
import { EnterPage } from "../../web/enter.js"
import type { Shell } from "../../web/layout.js"
import type { App, ServerEnv } from "../env.js"
import { formIn } from "../form.js"
import type { Problem } from "../problem.js"
import { show } from "../show.js"
import { type Access, asksWho } from "./access.js"
import { personName } from "./names.js"
import type { Sessions } from "./session.js"
import { nameOf } from "./tokens.js"

/** The page on which people say who they are, and the way out. */
export function addEntering(app: App, access: Access, sessions: Sessions, shell: Shell, problem: Problem): void {
  const by = access.tokens ? "token" : "name"
  // Where a proxy says who it is, and where nobody writes and everybody reads, there is nothing to ask.
  const isAsked = access.tokens !== undefined || !(asksWho(access) || access.readOnly)

  app.get("/enter", (context) => {
    if (!isAsked) return context.notFound()
    return show(context, <EnterPage shell={shell} by={by} next={nextIn(context.req.query("next"))} />)
  })

  app.post("/enter", async (context) => {
    if (!isAsked) return context.notFound()
    const form = await formIn(context)
    const next = nextIn(form.next)
    const typed = form[by]
    const name = typeof typed === "string" ? known(typed) : undefined
    if (name === undefined) {
      const words = by === "token" ? "No such token is known here." : "A name is up to 100 letters on one line."
      return show(context, <EnterPage shell={shell} by={by} next={next} problem={words} />, 403)
    }
    await sessions.begin(context, name)
    return context.redirect(next, 303)
  })

  app.post("/leave", (context: Context<ServerEnv>) => {
    if (!context.var.mayLeave) return problem(context, 404, "Nobody is here", "There is no session to leave.")
    sessions.end(context)
    return context.redirect("/", 303)
  })

  const known = (typed: string) => (access.tokens ? nameOf(access.tokens, typed.trim()) : personName(typed))
}

/** A page of this server and no other: "/add" stays, "//elsewhere.example" and "/\elsewhere.example" do not. */
function nextIn(given: unknown): string {
  if (typeof given !== "string" || !given.startsWith("/")) return "/"
  const base = "http://here.invalid"
  const target = URL.canParse(given, base) ? new URL(given, base) : undefined
  return target?.origin === base ? target.pathname + target.search : "/"
}
