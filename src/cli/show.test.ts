import { afterAll, beforeAll, expect, test } from "vitest"
import { told } from "../../test/told.js"
import { type Archive, addRecord, contacts, correctEntry, openArchive, said, show } from "../archive/index.js"
import { showingAnswer } from "./show.js"
import { look } from "./terminal.js"

const report = (outlet: string, day: string, words: string) =>
  told(`{q:“${words},”} {c:said} {s:Ottilie Brandvold}.`, {
    url: `https://${outlet}.example/crane`,
    publisher: outlet,
    published: day,
  })

let archive: Archive
beforeAll(async () => {
  archive = await openArchive(":memory:")
  await addRecord(archive, report("Quay", "2026-03-04", "We will put no man under those cranes until we know why"))
  await addRecord(archive, report("Courier", "2026-03-05", "We will put no man under those cranes until we know how"))
})
afterAll(() => archive.close())

test("an entry says in how many other reports the utterance is, and is shown with their wordings and what differs", async () => {
  const [entry] = (await said(archive, { who: "Brandvold", outlet: "Quay" })).rows
  const lines = showingAnswer(await show(archive, entry!.id), look(100, false))
  expect(lines[1]).toBe("    Ottilie Brandvold  [first-hand] [also in 1 more]")
  expect(lines.slice(lines.indexOf("in other reports") + 1)).toEqual([
    expect.stringMatching(/^[0-9a-f]{8}#s1 {2}Courier reported on 2026-03-05 that$/),
    "    Ottilie Brandvold  [first-hand]",
    expect.stringContaining("said · quoted · "),
    "    │ “We will put no man under those cranes until we know how,”",
    expect.stringContaining("    https://Courier.example/crane#:~:text="),
    "    differs: We will put no man under those cranes until we know [-why-] {+how+}",
  ])
})

test("what was corrected is told, from what to what", async () => {
  const [entry] = (await said(archive, { who: "Brandvold", outlet: "Quay" })).rows
  await correctEntry(archive, entry!.id, { act: "promise" }, { by: "Ada Lund", reason: "she vowed" })
  const lines = showingAnswer(await show(archive, entry!.id), look(100, false))
  expect(lines.slice(lines.indexOf("what people did to it") + 1)).toEqual([
    expect.stringMatching(/^ {4}1 {2}.* {2}Ada Lund {2}correct: she vowed \[applied\]$/),
    "        act: say → promise",
  ])
})

test("a correction after which nothing is sure says so, as it would be typed", async () => {
  const silent =
    "{p:Mara Lind} {k=not-happened talk:has not spoken with} {p:Tom Reed} {t=2026-03-01..2026-09-04; surely 2026-05-31..2026-09-04:since the spring}."
  const record = told(silent, { url: "https://quay.example/silent", published: "2026-09-04" })
  await addRecord(archive, record)
  const { surely: _surely, ...when } = record.contacts[0]!.when!
  const [row] = (await contacts(archive, { who: "Mara Lind" })).rows
  const entry = row!.tellings[0]!.id
  const by = { by: "Ada Lund", reason: "nobody knows" }
  await correctEntry(archive, entry, { when }, by)
  await correctEntry(archive, entry, { status: "happened" }, by)
  const changes = showingAnswer(await show(archive, entry), look(200, false)).filter((line) =>
    line.startsWith(" ".repeat(8)),
  )
  expect(changes).toEqual([
    "        when: since the spring@2026-03-01..2026-09-04; surely 2026-05-31..2026-09-04 → since the spring@2026-03-01..2026-09-04; surely nothing",
    "        status: not-happened → happened",
  ])
})
