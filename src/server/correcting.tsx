import type { Context } from "hono"
import type { ContentfulStatusCode } from "hono/utils/http-status"
import {
  type Archive,
  ArchiveError,
  acceptEntries,
  addEntry,
  ChangedError,
  correctEntry,
  currentRecord,
  disputeEntry,
  entryName,
  entryStory,
  findReport,
  identitiesIn,
  readFields,
  type Story,
  tellersTakenDown,
  undo,
  withdrawEntry,
  wordingsOf,
} from "../archive/index.js"
import type { Contact, Record, Statement } from "../record.js"
import { AddEntryPage } from "../web/entry/add.js"
import { EntryPage } from "../web/entry/page.js"
import { isCallable, storyPath } from "../web/entry/story.js"
import type { Values } from "../web/entry/values.js"
import type { Shell } from "../web/layout.js"
import { entryPath, identityPath } from "../web/links.js"
import type { Access } from "./access/access.js"
import { needsPerson } from "./access/guard.js"
import type { App, ServerEnv } from "./env.js"
import type { Problem } from "./problem.js"
import { RequestError } from "./query.js"
import { show } from "./show.js"
import { changesIn, type Form, formOf, placesIn, signedBy, textIn, typedIn, wordsAt } from "./typed.js"

/** The pages of single entries: their history, and the forms by which people put them right. */
export function addCorrecting(app: App, archive: Archive, shell: Shell, access: Access, problem: Problem): void {
  app.get("/reports/:id/entries/:entry", async (context) => {
    const place = await placeOf(context)
    if (!place) return context.notFound()
    const path = storyPath(place.story.record.report.id, context.req.param("entry"))
    if (context.req.path !== path) return context.redirect(path, 301)
    return showEntry(context, place, selectedIn(place.story.record, context))
  })

  app.post("/reports/:id/entries/:entry/correct", (context) =>
    change(context, async ({ name, story }, form, signed) => {
      const { record, now } = story
      const fields = changesIn(record, now, typedIn(form))
      if (fields.length === 0) throw new RequestError("nothing was changed: what you sent is what stands there already")
      const { changes, newcomers } = readFields(record, fields, startOf(now), now)
      await correctEntry(archive, name, changes, { ...signed, newcomers, seen: seenIn(form) })
    }),
  )
  app.post("/reports/:id/entries/:entry/withdraw", (context) =>
    change(context, ({ name }, form, signed) => withdrawEntry(archive, name, { ...signed, seen: seenIn(form) })),
  )
  app.post("/reports/:id/entries/:entry/accept", (context) =>
    change(context, ({ name }, form, signed) => acceptEntries(archive, [{ name, seen: seenIn(form) }], signed)),
  )
  app.post("/reports/:id/entries/:entry/dispute", (context) =>
    change(context, ({ name }, form, signed) => disputeEntry(archive, name, textIn(form, "words"), signed)),
  )

  app.post("/reports/:id/accept", async (context) => {
    const record = await recordOf(context)
    if (!record) return context.notFound()
    const form = await formOf(context)
    const entries = [form.entry ?? []].flat().map((ticked) => {
      const [entry = "", seen] = String(ticked).split(" ")
      return { name: entryName(record.report.id, entry), seen }
    })
    if (entries.length === 0) throw new RequestError("no entry was ticked")
    const done = await acceptEntries(archive, entries, signedBy(context, form))
    return context.redirect(entryPath(record.report.id, done.at(-1)!.entry), 303)
  })

  app.use("/reports/:id/add", needsPerson(access, problem))
  app.get("/reports/:id/add", async (context) => {
    const record = await recordOf(context)
    if (!record) return context.notFound()
    const kind = context.req.query("kind") === "contact" ? "contact" : "statement"
    return show(context, addPage(record, kind, selectedIn(record, context) ?? {}))
  })
  app.post("/reports/:id/add", async (context) => {
    const record = await recordOf(context)
    if (!record) return context.notFound()
    const form = await formOf(context)
    const kind = textIn(form, "kind-of-entry") === "contact" ? "contact" : "statement"
    const typed = typedIn(form)
    try {
      const [place] = placesIn(record, String(typed[kind === "contact" ? "evidence-at" : "content-at"]))
      const { changes, newcomers } = readFields(record, changesIn(record, kind, typed), place?.start ?? 0)
      const signed = signedBy(context, form)
      const { entry } = await addEntry(archive, record.report.id, kind, changes, { ...signed, newcomers })
      return context.redirect(entryPath(record.report.id, entry), 303)
    } catch (error) {
      if (!isTheirs(error)) throw error
      return show(context, addPage(record, kind, typed, wordsOf(error)), 400)
    }
  })

  app.post("/log/:number/undo", async (context) => {
    const number = Number(context.req.param("number"))
    if (!Number.isSafeInteger(number)) return context.notFound()
    const form = await formOf(context)
    const { report, entry } = await undo(archive, number, signedBy(context, form), { takeDowns: false })
    if (report !== null && entry !== null) return context.redirect(storyPath(report, entry), 303)
    const person = Number(textIn(form, "person"))
    return context.redirect(Number.isSafeInteger(person) && person > 0 ? identityPath(person) : "/", 303)
  })

  interface Place {
    /** as the archive calls it */
    readonly name: string
    readonly number: number
    readonly story: Story
  }

  /** The entry that an address names, where it may be shown. */
  async function placeOf(context: Context): Promise<Place | undefined> {
    const { id = "", entry = "" } = context.req.param()
    const number = await findReport(archive, id)
    if (number === undefined || !isCallable(entry)) return undefined
    const name = `${id}#${entry}`
    const story = await entryStory(archive, name)
    return story && { name, number, story }
  }

  async function recordOf(context: Context): Promise<Record | undefined> {
    const number = await findReport(archive, context.req.param("id") ?? "")
    return number === undefined ? undefined : currentRecord(archive, number)
  }

  /** Does something to an entry and goes back to it in its report; where it cannot be done, what was typed stays. */
  async function change(
    context: Context<ServerEnv>,
    act: (place: Place, form: Form, signed: ReturnType<typeof signedBy>) => Promise<unknown>,
  ) {
    const place = await placeOf(context)
    if (!place) return context.notFound()
    const form = await formOf(context)
    try {
      await act(place, form, signedBy(context, form))
    } catch (error) {
      if (!isTheirs(error)) throw error
      const status = error instanceof ChangedError ? 409 : 400
      const typed = context.req.path.endsWith("/correct") ? typedIn(form) : undefined
      return showEntry(context, (await placeOf(context)) ?? place, typed, wordsOf(error), status)
    }
    const { report } = place.story.record
    const after = await entryStory(archive, place.name)
    const path = after?.standing === "withdrawn" ? storyPath : entryPath
    return context.redirect(path(report.id, context.req.param("entry") ?? ""), 303)
  }

  async function showEntry(
    context: Context<ServerEnv>,
    { name, number, story }: Place,
    typed?: Values,
    problemWords?: string,
    status: ContentfulStatusCode = 200,
  ) {
    const page = (
      <EntryPage
        shell={shell}
        story={story}
        identities={await identitiesIn(archive, number)}
        tellersTakenDown={await tellersTakenDown(archive, number)}
        wordings={await wordingsOf(archive, name)}
        {...(typed ? { typed } : {})}
        {...(problemWords ? { problem: problemWords } : {})}
      />
    )
    return show(context, page, status)
  }

  function addPage(record: Record, kind: "statement" | "contact", typed: Values, problemWords?: string) {
    const at = typed[kind === "statement" ? "content-at" : "evidence-at"]
    return (
      <AddEntryPage
        shell={shell}
        record={record}
        kind={kind}
        places={placesIn(record, typeof at === "string" ? at : "")}
        typed={typed}
        {...(problemWords ? { problem: problemWords } : {})}
      />
    )
  }
}

const isTheirs = (error: unknown): error is Error => error instanceof ArchiveError || error instanceof RequestError

/** Without the name of the entry, whose page it is: "4fe09a21#s3: …" */
const wordsOf = ({ message }: Error): string => message.replace(/^[0-9a-f]{8,64}(#[\w.-]+)?: /, "")

const startOf = (entry: Statement | Contact): number =>
  "between" in entry ? entry.evidence.start : entry.content[0]!.start

/** What the entry said when the page was made; a program that sends none takes what there is. */
const seenIn = (form: Form): string | undefined => textIn(form, "seen") || undefined

/** What was selected in the text of the report: ?content-at=120-134 */
function selectedIn(record: Record, context: Context): Values | undefined {
  const selected = ["content", "source", "cue", "evidence"].flatMap((field) => {
    const at = context.req.query(`${field}-at`) ?? ""
    const places = placesIn(record, at)
    return places.length === 0 ? [] : [[field, wordsAt(record, places)] as const, [`${field}-at`, at] as const]
  })
  return selected.length > 0 ? Object.fromEntries(selected) : undefined
}
