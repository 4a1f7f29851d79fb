import { readFileSync } from "node:fs"
import { afterAll, beforeAll, expect, test } from "vitest"
import { told } from "../../test/told.js"
import {
  type Archive,
  addRecord,
  disputeEntry,
  findTarget,
  hide,
  lift,
  openArchive,
  searchStatements,
} from "../archive/index.js"
import { recordFromMarked } from "../marked/read.js"
import { createApp } from "./app.js"

let archive: Archive
let app: ReturnType<typeof createApp>
beforeAll(async () => {
  archive = await openArchive(":memory:")
  for (const name of ["interview", "tramline"]) {
    const marked = readFileSync(new URL(`../../examples/${name}.marked.txt`, import.meta.url), "utf8")
    await addRecord(archive, recordFromMarked(marked))
  }
  app = createApp(archive, { path: "/assets/1", files: new Map() })
})
afterAll(() => archive.close())

async function check(quotation: string): Promise<string> {
  const response = await app.request(`http://127.0.0.1/check?${new URLSearchParams({ quotation })}`)
  expect(response.status).toBe(200)
  return response.text()
}

test("words that were reported are found, with the earliest report and whether it heard them itself", async () => {
  const page = await check("A river keeps no minutes!")
  expect(page).toContain("Reported with these words")
  expect(page).toContain(
    "Found in one place: The Oriel Gazette, 19 September 2024, Inés Aldarondo, first-hand, in the report&#39;s words.",
  )
  expect(page).toContain("<mark>a river keeps no minutes</mark> and that he would be judged")
})

test("what was denied is told as denied, with the objection of the person quoted", async () => {
  const words = "the sluices had been closed for political reasons"
  expect(await check(words)).toContain(
    "Found in one place: The Oriel Gazette, 19 September 2024, Vallonda, denied, first-hand, in the report&#39;s words.",
  )
  const [found] = (await searchStatements(archive, { words: "sluices political" })).rows
  await disputeEntry(archive, found!.id, "We said nothing <of> that kind.", { by: "Ada Lund", reason: "a letter" })
  const page = await check(words)
  expect(page).toContain("denied (in the report’s words):")
  expect(page).toContain('<div class="entry untold">')
  expect(page).toMatch(/<b>Disputed<\/b> on [^<]+: <q>We said nothing &lt;of&gt; that kind\.<\/q>/)
})

test("words that were altered are shown with what differs", async () => {
  const page = await check("I wrote to President Lupescu in April, and we got a card with a picture of a bridge")
  expect(page).toContain("Reported with other words")
  expect(page).toContain("in <del>April</del> <ins>March</ins> and")
  expect(page).not.toContain("Reported with these words")
})

test("what is not found is said with what was looked through", async () => {
  expect(await check("zeppelins shall rule the evening sky")).toMatch(
    /Neither these words nor any that come close are reported in 2 reports from .* to 19 September 2024\./,
  )
})

test("a quotation without words, and one that is too long, are answered in words", async () => {
  for (const quotation of ["…", "river ".repeat(400)]) {
    const response = await app.request(`http://127.0.0.1/check?${new URLSearchParams({ quotation })}`)
    expect(response.status).toBe(400)
    expect(await response.text()).toContain("That cannot be done")
  }
})

test("the words of who was taken down are not found", async () => {
  const target = await findTarget(archive, "Petru Halmos")
  const words = "we answer letters in the order in which they arrive"
  const report = recordFromMarked(
    `{q:“We answer letters in the order in which they arrive,”} {c:said} {s:Petru Halmos}.`,
  )
  await addRecord(archive, { ...report, report: { ...report.report, id: "c".repeat(64) } })
  expect(await check(words)).toContain("Reported with these words")
  await hide(archive, target, { by: "Ada Lund", reason: "asked by letter" })
  expect(await check(words)).toContain("Not found")
  await lift(archive, target, { by: "Ada Lund", reason: "asked by letter" })
})

test("words in many places: the page counts them and shows the first, the table has all", async () => {
  const own = await openArchive(":memory:")
  for (let n = 1; n <= 55; n++) {
    const known = { publisher: "Quay", published: "2026-03-04" }
    await addRecord(own, told(`{q:“We will mend crane ${n} by the spring,”} {c:said} {s:Teun Adler}.`, known))
  }
  const pages = createApp(own, { path: "/assets/1", files: new Map() })
  const get = async (path: string) => (await pages.request(`http://127.0.0.1${path}`)).text()
  const page = await get("/check?quotation=by+the+spring")
  expect(page).toContain("Found in 55 places. The earliest: Quay, 4 March 2026, Teun Adler")
  expect(page).toContain("The first 20 are shown.")
  expect(page.match(/<mark>/g)).toHaveLength(20)
  const table = await get("/api/check?words=by+the+spring&format=csv")
  expect(table.trim().split("\r\n")).toHaveLength(56)
  const part = JSON.parse(await get("/api/check?words=by+the+spring&limit=3&cursor=54"))
  expect(part).toMatchObject({ places: 55, found: { length: 1 } })
  await own.close()
})
