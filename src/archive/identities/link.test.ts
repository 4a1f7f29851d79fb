import { afterEach, expect, test } from "vitest"
import type { Record } from "../../record.js"
import { addRecord } from "../add.js"
import { closeSound } from "../closed.fixture.js"
import { type Archive, openArchive } from "../open.js"
import { writeRows } from "../rows.js"
import { report } from "./reports.fixture.js"

let archive: Archive
afterEach(() => closeSound(archive))

/** The identities of the reports' actors, each as the names and report numbers that were joined in it, in order. */
async function joined(...records: readonly Record[]): Promise<string[]> {
  archive = await openArchive(":memory:")
  for (const record of records) await addRecord(archive, record)
  const rows = await archive.db
    .selectFrom("actors")
    .select(["identity", "name", "report"])
    .where("identity", "is not", null)
    .orderBy("actors.number")
    .execute()
  const groups = new Map<number, string[]>()
  for (const { identity, name, report } of rows) {
    groups.set(identity!, [...(groups.get(identity!) ?? []), `${name} ${report}`])
  }
  return [...groups.values()].map((names) => names.join(" = "))
}

test("one full name is one person in all reports", async () => {
  expect(await joined(report({}, "Ana Ruiz, mayor"), report({ day: "2021-01-01" }, "Ana Ruiz"))).toEqual([
    "Ana Ruiz 1 = Ana Ruiz 2",
  ])
  expect(await joined(report({}, "José Peña"), report({}, "Jose Pena"))).toEqual(["José Peña 1 = Jose Pena 2"])
})

test("a name may be written in any letters", async () => {
  const names = ["Дарина Коваль", "Ελένη Δόρνα", "نور الدورني", "नीरा शर्मा", "林小夏"]
  const same = names.map((name) => `${name} 1 = ${name} 2`)
  expect(await joined(report({}, ...names), report({ day: "2021-01-01" }, ...names))).toEqual(same)
  await closeSound(archive)
  // The vowels of the first two are all that tells them apart; “林” is a surname.
  const others = ["रोमा शर्मा", "रामा शर्मा", "林"]
  expect(await joined(report({}, ...others), report({ day: "2021-01-01" }, "林"))).toHaveLength(4)
})

test("two walks of life are two people", async () => {
  expect(await joined(report({}, "Ana Ruiz, senator"), report({}, "Ana Ruiz, striker"))).toEqual([
    "Ana Ruiz 1",
    "Ana Ruiz 2",
  ])
})

const president = (day: string, name: string) => report({ day }, `${name}, Vallondan President`)

test("a surname that others bear as “von” or “al” is a surname", async () => {
  expect(await joined(report({}, "Tom Ash"), report({ day: "2021-01-01" }, "Tom Ash", "Ash"))).toEqual([
    "Tom Ash 1 = Tom Ash 2 = Ash 2",
  ])
  await closeSound(archive)
  expect(await joined(report({}, "Ben Le"), report({}, "Ben Le Jr."), report({ day: "2021-01-01" }, "Ben Le"))).toEqual(
    ["Ben Le 1 = Ben Le 3", "Ben Le Jr. 2"],
  )
  await closeSound(archive)
  expect(await joined(president("2021-01-01", "Tom Ash"), president("2021-02-01", "Ash"))).toHaveLength(1)
  await closeSound(archive)
  expect(await joined(report({}, "van der Berg"), report({ day: "2021-01-01" }, "van der Berg"))).toHaveLength(2)
})

test("spellings of one name are one person where the office is the same, whichever came first", async () => {
  const spellings = ["Volodar Zelenskyy", "Volodar Zelensky", "Volodar Zelenskiy"].map((name, index) =>
    president(`2021-0${index + 1}-01`, name),
  )
  expect(await joined(...spellings)).toHaveLength(1)
  await closeSound(archive)
  expect(await joined(president("2021-01-01", "Joe Kane"), president("2021-02-01", "Joseph R. Kane Jr."))).toHaveLength(
    1,
  )
  await closeSound(archive)
  expect(await joined(report({}, "Joe Kane"), report({ day: "2021-02-01" }, "Joseph R. Kane"))).toHaveLength(2)
  const offers = await archive.db.selectFrom("offers").selectAll().execute()
  expect(offers).toMatchObject([{ actor: 2, identity: 1, reason: "perhaps another spelling of this name" }])
})

const senator = (name: string, day = "2021-03-01", role = "senator") => report({ day, text: name }, `${name}, ${role}`)

test("a usual short form of a first name is the same person where the work is the same, whichever came first", async () => {
  for (const pair of [
    [senator("Joe Kane"), senator("Joseph R. Kane")],
    [senator("Joseph R. Kane"), senator("Joe Kane")],
    [senator("Bill Holt", "2021-03-01", "economist"), senator("William Holt", "2021-05-01", "professor")],
    [senator("Joseph Kane"), senator("Joseph R. Kane Jr.")],
    [president("2021-03-01", "Joseph R. Kane Jr."), report({ day: "2021-12-08" }, "Joe Kane")],
    // What he is comes later than his name.
    [report({}, "Joe Kane"), senator("Joseph Kane"), senator("Joe Kane")],
  ]) {
    expect(await joined(...pair)).toHaveLength(1)
    await archive.close()
  }
  archive = await openArchive(":memory:")
})

test("a short form is not the same person without the same work, at another time, or where it could be several", async () => {
  for (const reports of [
    [report({}, "Joe Kane"), report({ text: "more" }, "Joseph Kane")],
    [senator("Joe Kane"), senator("Joseph Kane", "2021-03-01", "governor")],
    [senator("Joe Kane"), senator("Joseph Kane", "2021-03-01", "striker")],
    [senator("Joe Kane"), senator("Joseph Kane", "2011-03-01")],
    [senator("Joe Kane"), report({ day: "2021-03-01" }, "Joseph Kane")],
    [president("2021-03-01", "Joseph R. Kane"), report({ day: "2025-12-08" }, "Joe Kane")],
    [president("2021-03-01", "Joseph R. Kane"), report({}, "Joe Kane")],
    [senator("Joseph Kane", "2021-03-01", "mayor"), report({ day: "2021-03-01" }, "Joe Kane")],
    [senator("Joseph Kane", "2021-03-01", "former president"), report({ day: "2021-03-01" }, "Joe Kane")],
    [senator("Jack Kane"), senator("Jonathan Kane")],
    [senator("Joe Kane"), senator("Joseph Kahn")],
    [senator("Joe R. Kane"), senator("Joseph T. Kane")],
    [senator("Joe Kane", "2021-03-01", "Talveran senator"), senator("Joseph Kane", "2021-03-01", "Vallondan senator")],
  ]) {
    expect(await joined(...reports)).toHaveLength(2)
    await archive.close()
  }
  expect(await joined(senator("Joseph Kane Sr."), senator("Joseph Kane Jr."), senator("Joe Kane"))).toHaveLength(3)
})

test("spellings of one name are one person where the same people stand beside it", async () => {
  const company = ["Tom Kane", "Eva Holt"]
  expect(
    await joined(
      report({ day: "2021-01-01" }, "Volodar Zelenskyy", ...company),
      report({ day: "2021-01-20" }, "Volodar Zelensky", ...company),
      report({ day: "2023-01-20" }, "Volodar Zelenski", ...company),
    ),
  ).toEqual([
    "Volodar Zelenskyy 1 = Volodar Zelensky 2",
    "Tom Kane 1 = Tom Kane 2 = Tom Kane 3",
    "Eva Holt 1 = Eva Holt 2 = Eva Holt 3",
    "Volodar Zelenski 3",
  ])
})

test("father and son are two", async () => {
  expect(await joined(report({}, "Tom Kane Jr."), report({}, "Tom Kane Sr."))).toHaveLength(2)
})

test("a surname joins with the same office at that date, whichever came first", async () => {
  const full = president("2021-03-01", "Ana Ruiz")
  const short = president("2021-04-01", "Ruiz")
  const bare = report({ day: "2021-04-01" }, "Ruiz, President")
  expect(await joined(full, short, bare)).toEqual(["Ana Ruiz 1 = Ruiz 2 = Ruiz 3"])
  await closeSound(archive)
  expect(await joined(bare, short, full)).toEqual(["Ruiz 1 = Ruiz 2 = Ana Ruiz 3"])
})

test("a surname does not join with the office of another time, country or kind", async () => {
  const full = president("2021-03-01", "Ana Ruiz")
  for (const other of [
    president("2025-03-01", "Ruiz"),
    report({ day: "2021-03-01" }, "Ruiz, Talveran president"),
    report({ day: "2021-03-01" }, "Ruiz, Vallondan Vice President"),
    report({ day: "2021-03-01" }, "Ruiz, former Vallondan President"),
    report({ day: "2021-03-01" }, "Ruiz, adviser to the Vallondan President"),
    report({}, "Ruiz, Vallondan President"),
  ]) {
    expect(await joined(full, other)).toHaveLength(2)
    await closeSound(archive)
  }
  expect(
    await joined(report({ day: "2021-03-01" }, "Ana Ruiz, senator"), report({ day: "2021-03-01" }, "Ruiz, senator")),
  ).toHaveLength(2)
})

test("where two of a surname bore the office, neither is chosen", async () => {
  const reports = ["Ana Ruiz", "Eva Ruiz", "Ruiz"].map((name) =>
    report({ day: "2021-03-01", text: name }, `${name}, Prime Minister`),
  )
  expect(await joined(...reports)).toHaveLength(3)
  expect(await archive.db.selectFrom("offers").select(["identity"]).execute()).toHaveLength(2)
})

test("within a report a surname is whoever's full name it ends", async () => {
  expect(await joined(report({}, "Ana Ruiz", "Ruiz"))).toEqual(["Ana Ruiz 1 = Ruiz 1"])
  await closeSound(archive)
  expect(await joined(report({}, "Ana Ruiz", "Eva Ruiz", "Ruiz"))).toHaveLength(3)
})

test("titles before a name are roles, and those whom a name only describes are somebody else", async () => {
  expect(
    await joined(
      report({}, "Ana Ruiz"),
      report({}, "President Ana Ruiz"),
      report({}, "Vallondan Minister of Defence Ana Ruiz"),
      report({}, "an aide to Ana Ruiz"),
    ),
  ).toEqual(["Ana Ruiz 1 = President Ana Ruiz 2 = Vallondan Minister of Defence Ana Ruiz 3"])
})

test("a surname alone means nobody elsewhere", async () => {
  expect(await joined(report({}, "Ana Ruiz"), report({ day: "2021-01-01" }, "Ruiz"), report({}, "Ruiz"))).toEqual([
    "Ana Ruiz 1",
    "Ruiz 2",
    "Ruiz 3",
  ])
})

test("whom no name singles out is nobody beyond the report", async () => {
  expect(
    await joined(
      report(
        {},
        { name: "an official", kind: "unnamed" },
        { name: "Residents", kind: "group" },
        { name: "the report", kind: "document" },
        "President",
        "Vice President",
        "Jr.",
        "[",
        "Several senior officials",
        { name: "the government", kind: "organisation" },
      ),
    ),
  ).toEqual([])
})

test("a body with and without its article is one; what every country has is not", async () => {
  expect(await joined(body("The Dorn Courier"), body("Dorn Courier"))).toEqual(["The Dorn Courier 1 = Dorn Courier 2"])
  expect(
    await joined(body("Foreign Ministry"), report({}, { name: "Foreign Ministry", kind: "organisation" })),
  ).toEqual(["Foreign Ministry 1", "Foreign Ministry 2"])
  expect(await joined(body("U.S."), body("United States"))).toEqual(["U.S. 1 = United States 2"])
})

const body = (name: string, text = name) => report({ text }, { name, kind: "organisation" })

test("letters stand for a body where a report gives both, whichever came first", async () => {
  const both = report({}, { name: "Party of Work", kind: "organisation", aliases: ["PW", "Work"] })
  expect(await joined(body("PW"), both, body("PW", "more"))).toEqual(["PW 1 = Party of Work 2 = PW 3"])
  await closeSound(archive)
  expect(
    await joined(
      body("PW"),
      both,
      report({}, { name: "Power Workers", kind: "organisation", aliases: ["PW"] }),
      body("PW", "more"),
    ),
  ).toEqual(["PW 1 = Party of Work 2", "Power Workers 3", "PW 4"])
})

test("written anew, a report's actors are who they were", async () => {
  archive = await openArchive(":memory:")
  const record = report({ day: "2021-03-01" }, "Ana Ruiz, mayor", "Kane")
  const { report: number } = await addRecord(archive, record)
  const identities = () => archive.db.selectFrom("actors").select(["name", "identity"]).execute()
  const before = await identities()
  const roles = await archive.db.selectFrom("identities").select("roles").execute()
  await archive.db
    .transaction()
    .execute((transaction) =>
      writeRows(transaction, record, { report: number, outlet: "", day: "2021-03-01", standing: "current" }),
    )
  expect(await identities()).toEqual(before)
  expect(await archive.db.selectFrom("identities").select("roles").execute()).toEqual(roles)
})
