import { afterEach, beforeEach, expect, test } from "vitest"
import { report } from "../archive/identities/reports.fixture.js"
import { type Archive, addRecord, findIdentity, hide, openArchive } from "../archive/index.js"
import { createApp } from "./app.js"
import type { Sent, Visitor } from "./visitor.fixture.js"
import * as visitor from "./visitor.fixture.js"

let archive: Archive
let app: ReturnType<typeof createApp>
let ada: Visitor
beforeEach(async () => {
  archive = await openArchive(":memory:")
  await addRecord(archive, report({ day: "2021-01-01" }, "Joe Kane, mayor of Dorn", "Ana Ruiz, resident"))
  await addRecord(archive, report({ day: "2021-02-01" }, "Joseph Kane, spokesman", "Ana Ruiz"))
  app = createApp(archive, { path: "/assets/1", files: new Map() })
  ada = await visitor.enter(app, "Ada Lund")
})
afterEach(() => archive.close())

const get = (address: string, who?: Visitor) => visitor.get(app, address, who)
const post = (address: string, form: Sent, who = ada) => visitor.post(app, address, who, form)

async function numberOf(name: string): Promise<number> {
  const found = await findIdentity(archive, name)
  if (found.kind !== "one") throw new Error(`${name} is ${found.kind}`)
  return found.identity.number
}

const reportsOf = async (identity: number) =>
  (await archive.db.selectFrom("actors").select("report").where("identity", "=", identity).execute()).length

test("the page says where a person stands and as whom, and shows nobody unnamed a form", async () => {
  const number = await numberOf("Joe Kane")
  const { body } = await get(`/people/${number}/identity`)
  expect(body).toMatch(/“Joe Kane” in .*1 January 2021/)
  expect(body).not.toContain('method="post"')
  expect(body).toContain("/enter?next=")
  expect((await get(`/people/${number}`)).body).toContain(`href="/people/${number}/identity"`)
  expect((await get("/people/999/identity")).status).toBe(404)
})

test("two are joined by name, and the decision is undone on the same page", async () => {
  const [joe, joseph] = [await numberOf("Joe Kane"), await numberOf("Joseph Kane")]
  const path = `/people/${joe}/identity`
  expect(await post(`${path}/merge`, { other: "Joseph Kane" })).toMatchObject({ status: 303, location: path })
  expect([await reportsOf(joe), await reportsOf(joseph)]).toEqual([2, 0])
  const { body } = await get(path, ada)
  expect(body).toMatch(/<b>Ada Lund<\/b> joined them with .*Joseph Kane/)
  expect(body).toContain("In 2 reports")
  const line = /action="(\/log\/\d+\/undo)"/.exec(body)![1]!
  expect(await post(line, { person: String(joe) })).toMatchObject({ status: 303, location: path })
  expect([await reportsOf(joe), await reportsOf(joseph)]).toEqual([1, 1])
  expect((await get(path, ada)).body).toMatch(/undone.*undid/s)
})

test("somebody is split off in the reports that are ticked", async () => {
  const ruiz = await numberOf("Ana Ruiz")
  const path = `/people/${ruiz}/identity`
  const { body } = await get(path, ada)
  const [first] = [...body.matchAll(/name="actor" value="([^"]+)"/g)].map(([, value]) => value!)
  expect((await post(`${path}/split`, { name: "Ana Ruiz of Dorn" })).body).toContain("tick the reports")
  expect((await post(`${path}/split`, { actor: first!, name: " " })).status).toBe(400)
  expect((await post(`${path}/split`, { actor: `${"0".repeat(64)} Ana Ruiz`, name: "x" })).status).toBe(400)
  expect(await post(`${path}/split`, { actor: first!, name: "Ana Ruiz of Dorn" })).toMatchObject({ status: 303 })
  expect(await reportsOf(ruiz)).toBe(1)
  const other = /split them from <a href="\/people\/(\d+)">Ana Ruiz of Dorn</.exec((await get(path)).body)![1]!
  expect(await reportsOf(Number(other))).toBe(1)
})

test("a name and privacy are given anew; what cannot be done is said", async () => {
  const joe = await numberOf("Joe Kane")
  const path = `/people/${joe}/identity`
  await post(`${path}/rename`, { name: "Joseph A. <Kane>" })
  expect((await get(path)).body).toContain("named them Joseph A. &lt;Kane&gt;")
  await post(`${path}/privacy`, { private: "1" })
  expect((await get(path, ada)).body).toContain('<option value="1" selected="">')
  for (const [other, problem] of [
    ["Ruiz", "Ruiz: is not the whole name of anybody; is &#39;#2&#39; Ana Ruiz meant?"],
    ["Nobody Anywhere", "Nobody Anywhere: no report has anybody of this name"],
    [`#${joe}`, "these two are one already"],
  ] as const) {
    const refused = await post(`${path}/merge`, { other })
    expect(refused.status).toBe(400)
    expect(refused.body).toContain(problem)
  }
  expect((await post(`${path}/rename`, { name: "x", reason: "" })).body).toContain("A reason is needed")
})

test("two who are offered as one are told apart, and offered no more", async () => {
  const offer = await archive.db
    .selectFrom("offers")
    .innerJoin("actors", "actors.number", "offers.actor")
    .select(["actors.identity as one", "offers.identity as other"])
    .executeTakeFirst()
  const [one, other] = offer ? [offer.one!, offer.other] : [await numberOf("Joe Kane"), await numberOf("Joseph Kane")]
  const path = `/people/${one}/identity`
  expect(await post(`${path}/apart`, { other: `#${other}` })).toMatchObject({ status: 303 })
  const { body } = await get(path, ada)
  expect(body).not.toContain("Perhaps the same")
  expect(body).toContain("said that they are not")
})

test("a form that is not ours decides nothing, nor does anybody in a read-only archive", async () => {
  const path = `/people/${await numberOf("Joe Kane")}/identity`
  for (const deed of ["merge", "apart", "split", "rename", "privacy"]) {
    const form = { other: "Joseph Kane", name: "x", private: "1" }
    expect((await post(`${path}/${deed}`, form, { ...ada, mark: "forged" })).status).toBe(403)
  }
  app = createApp(archive, { path: "/assets/1", files: new Map() }, { readOnly: true })
  expect((await get(path, ada)).body).not.toMatch(/method="post" action="\/people/)
  expect((await post(`${path}/rename`, { name: "x" })).status).toBe(403)
  expect(await archive.db.selectFrom("log").selectAll().execute()).toEqual([])
})

test("who was taken down has no page, and no name on another's", async () => {
  const [joe, joseph] = [await numberOf("Joe Kane"), await numberOf("Joseph Kane")]
  await post(`/people/${joe}/identity/apart`, { other: `#${joseph}` })
  await hide(archive, { identity: joseph }, { by: "Ada Lund", reason: "asked for it" })
  expect((await get(`/people/${joseph}/identity`)).status).toBe(404)
  const { body } = await get(`/people/${joe}/identity`, ada)
  expect(body).toContain("a person who was taken down")
  expect(body).not.toContain("Joseph")
})

test("whom a body of just the name leaves out is told where two are asked about, and found beside it", async () => {
  for (let n = 1; n <= 5; n++)
    await addRecord(archive, report({ title: `${n}` }, { name: "Osk", kind: "organisation" }))
  await addRecord(archive, report({}, "Vera Osk"))
  const [body, vera] = [await numberOf("Osk"), await numberOf("Vera Osk")]
  expect((await get("/between?who=Osk&other=Ana+Ruiz")).body).toContain(
    `“Osk” is taken for Osk (#${body}); people called so are left out: Vera Osk (#${vera}): give the whole name.`,
  )
  const found = (await get("/search?words=Osk")).body
  for (const number of [body, vera]) expect(found).toContain(`href="/people/${number}"`)
})
