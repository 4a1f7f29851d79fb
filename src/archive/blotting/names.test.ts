import { afterEach, beforeEach, expect, test } from "vitest"
import { told } from "../../../test/told.js"
import { addRecord } from "../add.js"
import { currentRecord, currentRecords } from "../corrections/current.js"
import { erase } from "../corrections/erase.js"
import { findTarget, hide, lift } from "../corrections/hide.js"
import { replaceReading } from "../corrections/reread.js"
import { splitIdentity } from "../identities/decide.js"
import { findIdentity } from "../identities/index.js"
import { listIdentities } from "../identities/list.js"
import { type Archive, openArchive } from "../open.js"
import { contacts, said, searchReports, searchStatements, who } from "../questions/index.js"

// Which words of the reports name somebody who is taken down, and which name somebody else.

const signed = { by: "Ada Lund", reason: "asked by letter" }

let archive: Archive
beforeEach(async () => {
  archive = await openArchive(":memory:")
})
afterEach(() => archive.close())

/** Adds a report, takes one of its people down, and gives the record as it is shown then; lifted, all is back. */
async function shownWithout(name: string, marked: string, title: string) {
  const record = told(marked, { url: "https://dorn.example/without", title })
  await addRecord(archive, record)
  const all = async () => ({
    record: (await currentRecord(archive, record.report.id))!,
    said: (await said(archive, { who: "Tom Reed" })).rows,
    searched: (await searchReports(archive, { words: "quay" })).rows,
    who: (await who(archive, {})).rows,
    people: (await listIdentities(archive)).map(({ name }) => name),
  })
  const before = await all()
  const target = await findTarget(archive, name)
  await hide(archive, target, signed)
  const after = await all()
  await lift(archive, target, signed)
  expect(await all()).toEqual(before)
  return after
}

test("words by which somebody else is called keep a name only where it is that person's own", async () => {
  const { record, people, ...answers } = await shownWithout(
    "Jonas Plank",
    "---\nactor: Harvey Moll | person | Plank's principal adviser | Plank's principal adviser\nactor: Paul Dace | person | Jonas Plank's husband; Dace; Jonas Plank Dace\nactor: Ida Plank | person | Plank\nactor: Plank Council | organisation\n---\n{q1:“No,”} {c1:said} {s1:Jonas Plank}. {s2:Tom Reed} {c2:said} {q2:that {m=Harvey Moll:Plank's principal adviser}, {m:Harvey Moll}, left the quay}. {m=Ida Plank:Plank's sister Ida Plank} and {m:Plank} of the {m:Plank Council} heard {m=Paul Dace:Jonas Plank's husband}; Plank wept.",
    "Plank's adviser left",
  )
  expect(record.report).toMatchObject({
    title: "█████'s adviser left",
    text: "█████ said █████ █████. Tom Reed said that █████'s principal adviser, Harvey Moll, left the quay. █████'s sister Ida Plank and Plank of the Plank Council heard █████ █████'s husband; █████ wept.",
  })
  expect(record.actors.map(({ name, aliases }) => [name, ...aliases])).toEqual([
    ["Harvey Moll", "█████'s principal adviser"],
    ["Paul Dace", "█████ █████'s husband", "Dace", "█████ █████ Dace"],
    ["Ida Plank", "Plank"],
    ["Plank Council"],
    ["Tom Reed"],
  ])
  expect(people).toEqual(expect.arrayContaining(["Ida Plank", "Plank Council"]))
  expect(JSON.stringify(answers)).not.toMatch(/Jonas|Plank's/)
})

test("a body is blotted out by the short name that its report gives it, where it is marked and in the title", async () => {
  const { record } = await shownWithout(
    "Quorvex Harbour Council",
    "---\nactor: Quorvex Harbour Council | organisation | Quorvex; the Council; Council\n---\n{q1:“No,”} {c1:said} {s1:the Quorvex Harbour Council}. {m:Quorvex} met {m:Tom Reed} on the quay at Quorvex, and {m:the Council} wept. {s3:Reed} {c3:told} {a3:Quorvex} {q3:that it rained}. {q2:“Yes,”} {s2:Reed} {c2:said}.",
    "Quorvex speaks to the Council",
  )
  expect(record.report).toMatchObject({
    title: "███████ speaks to the Council",
    text: "█████ said the ███████ ███████ ███████. ███████ met Tom Reed on the quay at Quorvex, and the Council wept. Reed told ███████ ████ ██ ██████. “Yes,” Reed said.",
  })
})

test("who is taken down stays so where a reader takes the whole name for a body's", async () => {
  await addRecord(archive, told("{q:“Hello,”} {c:said} {s:Vera Tonk}.", { url: "https://dorn.example/tonk" }))
  const later = told(
    "---\nactor: Vera Tonk | organisation\n---\n{p3:Vera Tonk} {k3:met} {p3:Tom Reed}; Tonk left. {q1:“No,”} {c1:said} {s1:Vera Tonk}. {q2:“Tonk lied,”} {s2:Reed} {c2:said}.",
    { url: "https://dorn.example/body", title: "Tonk leaves" },
  )
  const read = told("{p1:Vera Tonk} {k1:met} {p1:Tom Reed}.", { url: "https://dorn.example/read" })
  await addRecord(archive, read)
  const bodies = async () => ({
    people: await listIdentities(archive),
    found: await findIdentity(archive, "Vera Tonk"),
    record: await currentRecord(archive, later.report.id),
    who: (await who(archive, {})).rows,
    contacts: (await contacts(archive, { who: "Tom Reed" })).rows,
  })
  await addRecord(archive, later)
  const before = await bodies()
  expect(before.people.filter(({ name }) => name === "Vera Tonk").map(({ kind }) => kind)).toEqual([
    "person",
    "organisation",
  ])
  const target = { identity: before.people.find(({ name }) => name === "Vera Tonk")!.number }
  await hide(archive, target, signed)
  const after = await bodies()
  expect(JSON.stringify(after)).not.toMatch(/Vera|Tonk/)
  expect(after.record!.report.text).toBe(
    "████ ████ met Tom Reed; ████ left. █████ said ████ ████. “████ lied,” Reed said.",
  )
  const taken = { ...read, actors: read.actors.map((one) => ({ ...one, kind: "organisation" as const })) }
  await replaceReading(archive, { ...taken, reader: { version: "2", model: "another" } })
  expect(JSON.stringify(await bodies())).not.toMatch(/Vera|Tonk/)
  await replaceReading(archive, read)
  await lift(archive, target, signed)
  expect(await bodies()).toEqual(before)
})

test("a longer name that holds hers is hers with titles and places beside it, and another's where it goes on", async () => {
  await addRecord(archive, told("{q:“Hello,”} {c:said} {s:Vera Tonk}.", { url: "https://dorn.example/tonk" }))
  const names = [
    ["person", "Dorn-based Frenchman Vera Tonk"],
    ["person", "TARNHOLT Vera Tonk"],
    ["organisation", "President Vera Tonk"],
    ["person", "Vera Tonk of Dorn"],
    ["organisation", "Friends of Vera Tonk"],
    ["person", "Vera Tonk-Kemp"],
    ["organisation", "Vera Tonk Foundation"],
  ]
  const records = names.map(([kind, name], n) =>
    told(
      `---\nactor: ${name} | ${kind}\n---\n{q1:“Quay ${n},”} {c1:said} {s1:${name}}. {q2:“Yes,”} {s2:Tom Reed} {c2:said}.`,
      {
        url: `https://dorn.example/longer-${n}`,
      },
    ),
  )
  for (const record of records) await addRecord(archive, record)
  const all = async () => ({
    records: await Promise.all(records.map(({ report }) => currentRecord(archive, report.id))),
    who: (await who(archive, {})).rows.map(({ name }) => name),
    people: (await listIdentities(archive)).map(({ name }) => name),
    quays: (await searchStatements(archive, { words: "quay" })).rows.map(({ content }) => content),
  })
  const before = await all()
  expect(before.quays).toHaveLength(names.length)
  const target = { identity: await numberOf("Vera Tonk") }
  await hide(archive, target, signed)
  const after = await all()
  const kept = ["Vera Tonk-Kemp", "Vera Tonk Foundation"]
  const shown = () =>
    after.records.map((record) => record!.actors.map(({ name }) => name).filter((name) => name !== "Tom Reed"))
  expect(shown()).toEqual([[], [], [], [], ["Friends of ████ ████"], ...kept.map((name) => [name])])
  expect(after.quays.toSorted()).toEqual(["“Quay 4,”", "“Quay 5,”", "“Quay 6,”"])
  const named = (list: readonly string[], word: RegExp) => list.filter((name) => word.test(name)).toSorted()
  expect(named(after.people, /Vera|Tonk|█/)).toEqual(kept.toSorted())
  expect(named(after.who, /Vera|Tonk/)).toEqual(kept.toSorted())
  for (const words of [...names.slice(0, 5).map(([, name]) => name!), "Vera Tonk"]) {
    expect((await said(archive, { who: words })).meant).toEqual([{ asked: words, people: [] }])
    expect(await findIdentity(archive, words)).toEqual({ kind: "none" })
  }
  expect(after.records[0]!.report.text).toBe("█████ ███ said ██████████ █████████ ████ ████. “Yes,” Tom Reed said.")
  await lift(archive, target, signed)
  expect(await all()).toEqual(before)
  await erase(archive, target, signed)
  const { who: _, ...erased } = await all()
  const { who: __, ...hidden } = after
  expect(erased).toEqual(hidden)
})

test("whom nothing that is left names is in no list of people", async () => {
  const { record, people } = await shownWithout(
    "Jean d'Arcy",
    "---\nactor: Arcy | organisation\n---\n{q1:“I saw {m:Ida Roe} there,”} {c1:said} {s1:Jean d'Arcy}. The d’{m:Arcy} house burned. {q2:“Yes,”} {s2:Tom Reed} {c2:said}.",
    "A fire",
  )
  expect(record.actors.map(({ name }) => name)).toEqual(["Tom Reed"])
  expect(people.toSorted()).toEqual(["Tom Reed"])
})

test("a whole name in small letters is blotted out in reports that have its bearer, and nowhere else", async () => {
  const elsewhere = told("{s:Ann Kane} {c:said} {q:that a rose field burned}.", { url: "https://dorn.example/field" })
  await addRecord(archive, elsewhere)
  const { record } = await shownWithout(
    "Rose Field",
    "{q1:“No,”} {c1:said} {s1:Rose Field}. {s2:Tom Reed} {c2:said} {q2:that rose field left the quay for a field}.",
    "A word of rose field",
  )
  expect(record.report).toMatchObject({
    title: "A word of ████ █████",
    text: "█████ said ████ █████. Tom Reed said that ████ █████ left the quay for a field.",
  })
  const target = await findTarget(archive, "Rose Field")
  await hide(archive, target, signed)
  expect((await currentRecord(archive, elsewhere.report.id))!.report.text).toBe(elsewhere.report.text)
})

test("a name is blotted out of a byline, a section, a role and a joined word in reports that tell nothing of its bearer", async () => {
  await addRecord(archive, told("{q:“Hello,”} {c:said} {s:Vera Tonk}.", { url: "https://dorn.example/hello" }))
  const plain = (n: string, known: object, role = "") =>
    told(`---\nactor: Ida Roe | person | | ${role}\n---\n{q:“It rains,”} {c:said} {s:Ida Roe}.`, {
      url: `https://dorn.example/${n}`,
      ...known,
    })
  const records = [
    plain("byline", { byline: ["Véra Tonk", "Jo Ardan"] }),
    plain("section", { section: "The VERA TONK affair" }),
    plain("role", {}, "husband of Vera Tonk"),
    told("{q:“It snows,”} {c:wrote} {s:Ida Roe} to @VeraTonk.", { url: "https://dorn.example/handle" }),
  ]
  for (const record of records) await addRecord(archive, record)
  const all = async () => ({
    records: await Promise.all(records.map(({ report }) => currentRecord(archive, report.id))),
    exported: await allOf(currentRecords(archive)),
    searched: [
      ...(await searchReports(archive, { words: "rains" })).rows,
      ...(await searchReports(archive, { words: "snows" })).rows,
    ],
    people: await listIdentities(archive),
  })
  const before = await all()
  const target = await findTarget(archive, "Vera Tonk")
  await hide(archive, target, signed)
  const after = await all()
  expect(JSON.stringify(after)).not.toMatch(/V[eé]ra|Tonk/i)
  expect(after.records.map((record) => record!.report)).toMatchObject([
    { byline: ["████ ████", "Jo Ardan"], text: records[0]!.report.text },
    { section: "The ████ ████ affair" },
    {},
    { text: "“It snows,” wrote Ida Roe to @████████." },
  ])
  expect(after.records.map((record) => record!.statements.length)).toEqual([1, 1, 1, 1])
  await lift(archive, target, signed)
  expect(await all()).toEqual(before)
  await erase(archive, target, signed)
  expect((await all()).records).toEqual(after.records)
  const rows = await archive.db.selectFrom("reports").select(["record", "section", "text"]).execute()
  expect(JSON.stringify(rows)).not.toMatch(/V[eé]ra|Tonk/i)
})

test.each(["Vera Tonk", "Mayor Vera Tonk"])("another person of the very same name, %s, is shown", async (name) => {
  const [one, other] = ["Vera Tonk", name].map((called, day) =>
    told(`{q:“${day} days,”} {c:said} {s:${called}}.`, { url: `https://dorn.example/${day}` }),
  )
  for (const record of [one!, other!]) await addRecord(archive, record)
  const both = await numberOf("Vera Tonk")
  await splitIdentity(archive, both, [{ report: other!.report.id, name }], "Vera Tonk", signed)
  const all = async () => ({
    reports: await Promise.all([one, other].map((record) => currentRecord(archive, record!.report.id))),
    who: (await who(archive, {})).rows.map(({ name }) => name),
  })
  const before = await all()
  await hide(archive, { identity: both }, signed)
  const after = await all()
  expect(after.who.filter((name) => name === "Vera Tonk")).toHaveLength(1)
  expect(after.reports.map((record) => record!.report.text)).toEqual(["██ ██████ said ████ ████.", other!.report.text])
  await lift(archive, { identity: both }, signed)
  expect(await all()).toEqual(before)
})

test("a name in letters that have no capitals is blotted out, also where words are not divided", async () => {
  const marked = (name: string) =>
    `---\nactor: ${name} | person\n---\n{q1:“No,”} {c1:said} {s1:${name}}. {q2:“Yes,”} {s2:Tom Reed} {c2:said}. ${name}说.`
  const chinese = await shownWithout("王小明", marked("王小明"), "王小明 speaks")
  expect(chinese.record.report).toMatchObject({
    title: "███ speaks",
    text: "█████ said ███. “Yes,” Tom Reed said. ███说.",
  })
  const arabic = await shownWithout("محمد كامل", marked("محمد كامل").replace("说", ""), "محمد كامل speaks")
  expect(JSON.stringify(arabic)).not.toMatch(/محمد|كامل/)
})

test.each([
  [
    "Omar al-Tamim",
    "Supporters of al-Tamim met Tamim’s brother; an anti-al-Tamim poster, #Omaral-Tamim and Al-Tamim's al-Tamim-style quay.",
    "Supporters of ████████ met █████’s brother; an anti-████████ poster, #████████████ and ████████'s ████████-style quay.",
  ],
  ["Jean d'Arcy", "The d’Arcy house, D'ARCY's quay, an Arcy.", "The ██████ house, ██████'s quay, an Arcy."],
  ["Ann Smith-Jones", "An anti-Smith-Jones quay of Jones.", "An anti-███████████ quay of Jones."],
])("the surname of %s is blotted out where it stands alone", async (name, words, left) => {
  const { record, searched } = await shownWithout(
    name,
    `{q1:“No,”} {c1:said} {s1:${name}}. ${words} {q2:“Yes,”} {s2:Tom Reed} {c2:said}.`,
    `${name.split(" ")[1]} speaks`,
  )
  expect(record.report.text).toContain(left)
  expect(record.report.title).toMatch(/^█+ speaks$/)
  expect(JSON.stringify(searched)).not.toMatch(/Tamim|d.Arcy|Smith/i)
})

async function numberOf(name: string): Promise<number> {
  const found = await findIdentity(archive, name)
  if (found.kind !== "one") throw new Error(name)
  return found.identity.number
}

async function allOf<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = []
  for await (const item of items) all.push(item)
  return all
}
