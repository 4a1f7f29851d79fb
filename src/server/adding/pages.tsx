import type { Context } from "hono"
import type { Fetcher } from "../../input/web/fetcher.js"
import { AddPage, type AddProps, type TextFields } from "../../web/adding/form.js"
import { JobPage } from "../../web/adding/page.js"
import type { Shell } from "../../web/layout.js"
import type { App, ServerEnv } from "../env.js"
import { formIn } from "../form.js"
import type { Problem } from "../problem.js"
import { show } from "../show.js"
import { type Checked, givenAddresses, givenFiles, givenText } from "./given.js"
import type { Queue } from "./queue.js"

type Form = { readonly [name: string]: string | File | (string | File)[] | undefined }

/** The pages on which reports are added. The guard in front has seen to it that somebody is known who adds them. */
export function addAdding(
  app: App,
  queue: Queue,
  fetcher: () => Promise<Fetcher>,
  shell: Shell,
  problem: Problem,
): void {
  app.get("/add", (context) => show(context, <AddPage shell={shell} />))

  app.post("/add/text", async (context) => {
    const form = await formIn(context)
    const text: TextFields = {
      text: wordsIn(form, "text"),
      title: wordsIn(form, "title"),
      outlet: wordsIn(form, "outlet"),
      date: wordsIn(form, "date").trim(),
      url: wordsIn(form, "url").trim(),
    }
    return begin(context, givenText(text), { text })
  })

  app.post("/add/files", async (context) => {
    const form = await formIn(context, { all: true })
    const files = [form.files ?? []].flat().filter((file) => file instanceof File)
    return begin(context, givenFiles(files), {})
  })

  app.post("/add/addresses", async (context) => {
    const addresses = { addresses: wordsIn(await formIn(context), "addresses") }
    return begin(context, givenAddresses(addresses, await fetcher()), { addresses })
  })

  app.get("/add/:id", (context) => {
    const job = queue.find(context.req.param("id"))
    if (!job) {
      const words = "It is not known any more what became of it; whatever was added is among the reports."
      return problem(context, 404, "Long over", words)
    }
    return show(context, <JobPage shell={shell} job={job} before={queue.before(job.id)} />)
  })

  app.post("/add/:id/stop", (context) => {
    const id = context.req.param("id")
    queue.stop(id)
    return context.redirect(`/add/${id}`, 303)
  })

  function begin<Fields>(
    context: Context<ServerEnv>,
    checked: Checked<Fields>,
    filled: Pick<AddProps, "text" | "addresses">,
  ) {
    if ("problems" in checked) {
      return show(context, <AddPage shell={shell} {...filled} problems={checked.problems} />, 422)
    }
    const job = queue.add(context.var.person!, checked.given)
    if (!job) return problem(context, 429, "Too much at once", "Wait until what you gave before has been read.")
    return context.redirect(`/add/${job.id}`, 303)
  }
}

function wordsIn(form: Form, name: string): string {
  const value = form[name]
  return typeof value === "string" ? value : ""
}
