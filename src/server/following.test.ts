import { readFileSync } from "node:fs"
import { parseAtomFeed, parseJsonFeed } from "feedsmith"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type Archive, addRecord, findTarget, hide, openArchive, searches } from "../archive/index.js"
import { recordFromMarked } from "../marked/read.js"
import { createApp } from "./app.js"

const here = "http://127.0.0.1:4700"

let archive: Archive
let app: ReturnType<typeof createApp>
let cookie = ""
beforeAll(async () => {
  archive = await openArchive(":memory:")
  const marked = readFileSync(new URL("../../examples/interview.marked.txt", import.meta.url), "utf8")
  await addRecord(archive, recordFromMarked(marked))
  app = createApp(archive, { path: "/assets/1", files: new Map() })
  const entered = await post("/enter", { mark: await markOn("/enter"), name: "Ada Lund" })
  cookie = entered.headers.get("set-cookie")!.split(";")[0]!
})
afterAll(() => archive.close())

const get = async (path: string) => {
  const response = await app.request(here + path, { headers: { cookie } })
  return { response, body: await response.text() }
}

const post = (path: string, form: { readonly [field: string]: string }) =>
  app.request(here + path, { method: "POST", headers: { cookie, origin: here }, body: new URLSearchParams(form) })

const markOn = async (path: string) => /name="mark" value="([^"]+)"/.exec((await get(path)).body)![1]!

test("a person is followed from their page, and their page leads readers of news to the feed", async () => {
  const path = /href="(\/people\/\d+)">Inés Aldarondo</.exec((await get("/people")).body)![1]!
  const [, link] = /href="(\/following\/new[^"]*)">Follow what Inés Aldarondo says/.exec((await get(path)).body)!
  const form = await get(link!)
  expect(form.body).toContain("What Inés Aldarondo says")
  expect(form.body).toContain('name="name" value="what-inés-aldarondo-says"')
  const followed = await post("/following", {
    mark: await markOn(link!),
    name: "aldarondo",
    who: `#${path.split("/").at(-1)}`,
  })
  expect(followed.headers.get("location")).toBe("/following#aldarondo")
  expect((await get("/following")).body).toContain(">What Inés Aldarondo says</a>")
  expect((await get(path)).body).toContain(
    '<link rel="alternate" type="application/atom+xml" title="aldarondo" href="/feeds/aldarondo.atom"/>',
  )
})

test("what is followed is an Atom and a JSON feed, each with its address and the entries' pages", async () => {
  const { response, body } = await get("/feeds/aldarondo.atom")
  expect(response.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8")
  const atom = parseAtomFeed(body)
  expect(atom.links?.[0]).toMatchObject({ rel: "self", href: `${here}/feeds/aldarondo.atom` })
  expect(atom.entries?.map(({ title }) => title?.value)).toContainEqual(
    expect.stringMatching(/^The Oriel Gazette, 19 September 2024: Inés Aldarondo, first-hand/),
  )
  const json = parseJsonFeed((await get("/feeds/aldarondo.json")).body)
  const page = await get(json.items![0]!.url!.slice(here.length).split("#")[0]!)
  expect([200, 301]).toContain(page.response.status)
  expect((await get("/feeds/nobody.atom")).response.status).toBe(404)
  expect((await get("/feeds/aldarondo.exe")).response.status).toBe(404)
})

test("a search is followed as it is narrowed", async () => {
  const { body } = await get("/search?words=river&outlet=The+Oriel+Gazette&hand=first")
  const [, link] = /href="(\/following\/new[^"]*)">Follow this search/.exec(body)!
  const page = (await get(link!.replaceAll("&amp;", "&"))).body
  expect(page).toContain("What holds the words: river, first-hand, in The Oriel Gazette")
  const form = { words: "river", outlet: "The Oriel Gazette", hand: "first" }
  await post("/following", { mark: await markOn("/enter"), name: "river", ...form })
  const [, river] = await searches(archive)
  expect(river!.question).toEqual({ words: "river", outlet: "The Oriel Gazette", firstHand: true })
})

test("a name is taken only once, and what makes no question is refused in words", async () => {
  const mark = await markOn("/enter")
  for (const form of [
    { name: "river", words: "sluice" },
    { name: "a/b", words: "sluice" },
    { name: "nothing", words: "" },
  ]) {
    const response = await post("/following", { mark, ...form })
    expect(response.status).toBe(400)
    expect(await response.text()).toContain("That cannot be done")
  }
  expect((await searches(archive)).find(({ name }) => name === "river")!.question.words).toBe("river")
})

test("nobody follows or stops without a page of ours, and stopping ends the feed", async () => {
  expect((await post("/following/stop", { mark: "guessed", name: "river" })).status).toBe(403)
  expect((await get("/feeds/river.json")).response.status).toBe(200)
  const stopped = await post("/following/stop", { mark: await markOn("/following"), name: "river" })
  expect(stopped.status).toBe(303)
  expect((await get("/feeds/river.json")).response.status).toBe(404)
})

test("who is taken down has no name on the page of what is followed", async () => {
  const marks = { mark: await markOn("/enter"), name: "calvera", who: "Inés Aldarondo", about: "Vallonda" }
  await post("/following", marks)
  expect((await get("/following")).body).toContain(">What Inés Aldarondo says about Vallonda</a>")
  await hide(archive, await findTarget(archive, "Inés Aldarondo"), { by: "Ada Lund", reason: "asked by letter" })
  const { body } = await get("/following")
  expect(body).toContain(">What ████ █████████ says about Vallonda</a>")
  expect(body).not.toContain("Aldarondo")
  expect((await get("/feeds/calvera.atom")).body).not.toContain("Aldarondo")
})
