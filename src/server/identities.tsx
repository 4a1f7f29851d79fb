import type { Context } from "hono"
import {
  type Archive,
  ArchiveError,
  findIdentity,
  identityStory,
  keepApart,
  mergeIdentities,
  oneNamed,
  renameIdentity,
  setPrivate,
  splitIdentity,
} from "../archive/index.js"
import { IdentityPage } from "../web/identity/page.js"
import type { Shell } from "../web/layout.js"
import { identityPath } from "../web/links.js"
import type { App, ServerEnv } from "./env.js"
import { RequestError } from "./query.js"
import { show } from "./show.js"
import { type Form, formOf, signedBy, textIn } from "./typed.js"

/** The pages that say why a person or body is one, and the forms that join and split people. */
export function addIdentities(app: App, archive: Archive, shell: Shell): void {
  app.get("/people/:number/identity", async (context) => {
    const identity = await identityOf(context)
    if (!identity) return context.notFound()
    const path = identityPath(identity.number)
    if (context.req.path !== path) return context.redirect(path, 301)
    return show(context, <IdentityPage shell={shell} identity={identity} />)
  })

  decision("merge", async (number, form, signed) => mergeIdentities(archive, await otherIn(form), number, signed))
  decision("apart", async (number, form, signed) => keepApart(archive, number, await otherIn(form), signed))
  decision("rename", (number, form, signed) => renameIdentity(archive, number, textIn(form, "name"), signed))
  decision("split", (number, form, signed) => {
    const actors = [form.actor ?? []].flat().map((ticked) => {
      const [, report = "", name = ""] = /^([0-9a-f]{64}) (.*)$/su.exec(String(ticked)) ?? []
      return { report, name }
    })
    if (actors.length === 0) throw new RequestError("tick the reports in which it is somebody else")
    const name = textIn(form, "name")
    if (name === "") throw new RequestError("what is the other one called?")
    return splitIdentity(archive, number, actors, name, signed)
  })
  decision("privacy", (number, form, signed) => {
    const chosen = textIn(form, "private")
    return setPrivate(archive, number, chosen === "" ? null : chosen === "1", signed)
  })

  /** Somebody decides something about a person or body and comes back to it. */
  function decision(
    deed: string,
    decide: (number: number, form: Form, signed: ReturnType<typeof signedBy>) => Promise<unknown>,
  ): void {
    app.post(`/people/:number/identity/${deed}`, async (context) => {
      const identity = await identityOf(context)
      if (!identity) return context.notFound()
      const form = await formOf(context)
      try {
        await decide(identity.number, form, signedBy(context, form))
      } catch (error) {
        if (!(error instanceof ArchiveError || error instanceof RequestError)) throw error
        return show(context, <IdentityPage shell={shell} identity={identity} problem={error.message} />, 400)
      }
      return context.redirect(identityPath(identity.number), 303)
    })
  }

  async function identityOf(context: Context<ServerEnv>) {
    const found = await findIdentity(archive, `#${context.req.param("number")}`)
    return found.kind === "one" ? identityStory(archive, found.identity.number) : undefined
  }

  async function otherIn(form: Form): Promise<number> {
    return (await oneNamed(archive, textIn(form, "other"))).number
  }
}
