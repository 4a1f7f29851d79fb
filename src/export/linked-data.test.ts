import { readFileSync } from "node:fs"
import jsonld, { type ContextDefinition } from "jsonld"
import { expect, test } from "vitest"
import { recordFromMarked } from "../marked/read.js"
import { schemaContext, schemaOrgOf } from "./schema-org.js"
import { tables } from "./tables.js"
import { annotationContext, annotationsOf } from "./web-annotation.js"

const interview = recordFromMarked(
  readFileSync(new URL("../../examples/interview.marked.txt", import.meta.url), "utf8").replace("Exclusive:", "😀:"),
)
const { text } = interview.report

const oa = "http://www.w3.org/ns/oa#"
// Tests ask no network: these stand for the contexts at the two addresses, with their terms as far as we use them.
const contexts: { readonly [url: string]: ContextDefinition } = {
  [annotationContext]: {
    id: "@id",
    type: "@type",
    Annotation: `${oa}Annotation`,
    SpecificResource: `${oa}SpecificResource`,
    TextualBody: `${oa}TextualBody`,
    TextQuoteSelector: `${oa}TextQuoteSelector`,
    TextPositionSelector: `${oa}TextPositionSelector`,
    Software: "https://www.w3.org/ns/activitystreams#Application",
    motivation: { "@id": `${oa}motivatedBy`, "@type": "@vocab" },
    purpose: { "@id": `${oa}hasPurpose`, "@type": "@vocab" },
    describing: `${oa}describing`,
    replying: `${oa}replying`,
    body: { "@id": `${oa}hasBody`, "@type": "@id" },
    target: { "@id": `${oa}hasTarget`, "@type": "@id" },
    source: { "@id": `${oa}hasSource`, "@type": "@id" },
    selector: { "@id": `${oa}hasSelector`, "@type": "@id" },
    exact: `${oa}exact`,
    prefix: `${oa}prefix`,
    suffix: `${oa}suffix`,
    start: `${oa}start`,
    end: `${oa}end`,
    format: "http://purl.org/dc/elements/1.1/format",
    language: "http://purl.org/dc/elements/1.1/language",
    value: "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    created: "http://purl.org/dc/terms/created",
    modified: "http://purl.org/dc/terms/modified",
    generator: { "@id": "http://www.w3.org/ns/activitystreams#generator", "@type": "@id" },
    name: "http://xmlns.com/foaf/0.1/name",
  },
  [schemaContext]: { "@vocab": "http://schema.org/" },
}

const documentLoader = async (url: string) => {
  const context = contexts[url]
  if (!context) throw new Error(`a test may not load ${url}`)
  return { documentUrl: url, document: { "@context": context } }
}

/** In safe mode a term that no context knows is an error; the types of the library do not know the mode. */
const options = { documentLoader, safe: true }

const expanded = async (context: string, graph: object): Promise<readonly object[]> =>
  jsonld.expand(JSON.parse(JSON.stringify({ "@context": context, "@graph": graph })), options)

test("a term that the vocabulary lacks would be seen", async () => {
  await expect(expanded(annotationContext, [{ id: "urn:x:y", type: "Annotation", whim: "x" }])).rejects.toThrow()
})

test("each entry is one annotation whose every term the Web Annotation vocabulary knows", async () => {
  const annotations = annotationsOf(interview, undefined, () => ({ created: "2026-03-04T05:06:07Z" }))
  expect(annotations).toHaveLength(interview.statements.length + interview.contacts.length)
  expect(new Set(annotations.map(({ id }) => id)).size).toBe(annotations.length)
  const found = await expanded(annotationContext, annotations)
  expect(found).toHaveLength(annotations.length)
  expect(found[0]).toMatchObject({ "@type": [`${oa}Annotation`], [`${oa}motivatedBy`]: [{ "@id": `${oa}describing` }] })
})

test("the words and the place in code points select the same characters", () => {
  const points = Array.from(text)
  const beginnings = interview.statements.flatMap(({ content }) => content)
  const targets = annotationsOf(interview).flatMap(({ target }) => target)
  expect(targets.length).toBe(beginnings.length + interview.contacts.length)
  for (const { selector } of targets) {
    const exact = String(Reflect.get(selector[0]!, "exact"))
    const [prefix, suffix] = [Reflect.get(selector[0]!, "prefix"), Reflect.get(selector[0]!, "suffix")]
    const [start, end] = [Reflect.get(selector[1]!, "start"), Reflect.get(selector[1]!, "end")]
    expect(points.slice(start, end).join("")).toBe(exact)
    expect(text).toContain(`${prefix}${exact}${suffix}`)
  }
})

test("what schema.org is told expands, and no contact is told as a fact that was none", async () => {
  const things = schemaOrgOf(interview)
  expect((await expanded(schemaContext, things)).length).toBe(things.length)
  const contacts = things.filter((thing) => thing["@type"] === "CommunicateAction")
  const told = interview.contacts.filter(({ status }) => status !== "not-happened" && status !== "hypothetical")
  expect(interview.contacts.length).toBeGreaterThan(told.length)
  expect(contacts.length).toBeGreaterThan(0)
  expect(contacts.length).toBeLessThanOrEqual(told.length)
  const happened = interview.contacts.filter(({ status }) => status === "happened")
  const completed = contacts.filter((thing) => JSON.stringify(thing).includes("CompletedActionStatus"))
  expect(completed.length).toBeLessThanOrEqual(happened.length)
})

const denial = recordFromMarked(
  "{s1:Tora Lind} {c1=deny:denied} that {q1:{k2=happened meet:{p2=Tora Lind:she} met {p2:Ivo Kral}}}.",
)

test("what somebody denied is no claim of theirs, and the contact in it none that took place", () => {
  expect(schemaOrgOf(denial).map((thing) => thing["@type"])).toEqual(["NewsArticle"])
  const [, contact] = annotationsOf(denial)
  expect(contact!.body[0]!.value).toBe(
    "A report reported on Tora Lind and this (deny): meet between Tora Lind and Ivo Kral, happened.",
  )
  const [, contacts] = tables
  expect(contacts!.rowsOf(denial)).toMatchObject([
    { status: "happened", told_by: ["Tora Lind"], told_act: "deny", told_polarity: "asserted" },
  ])
})

test("where who told it was taken down, every format but the records says so", () => {
  const gone = new Set([interview.statements[0]!.id])
  const words = "told by somebody who was taken down"
  const saying = (things: readonly object[]) => things.filter((thing) => JSON.stringify(thing).includes(words))
  expect(saying(annotationsOf(interview, undefined, undefined, gone))).toHaveLength(1)
  expect(saying(schemaOrgOf(interview, undefined, gone))).toHaveLength(1)
  expect(saying(schemaOrgOf(interview))).toEqual([])
  const [statements] = tables
  const cells = statements!.rowsOf(interview, undefined, gone).map((row) => row.teller_taken_down)
  expect(cells.filter((cell) => cell === 1)).toHaveLength(1)
})

test("what the person quoted says against it is a reply to the annotation, and a comment on the words", async () => {
  const all = [...interview.statements, ...interview.contacts]
  const disputes = new Map(all.map(({ id }) => [id, `not ${id}`]))
  const annotations = annotationsOf(interview, disputes)
  const replies = (await expanded(annotationContext, annotations)).map((one) => JSON.stringify(one).split("replying"))
  expect(replies.filter((parts) => parts.length === 2)).toHaveLength(all.length)
  expect(annotations[0]!.body.at(-1)).toMatchObject({
    purpose: "replying",
    value: `not ${interview.statements[0]!.id}`,
  })

  const things = schemaOrgOf(interview, disputes)
  expect((await expanded(schemaContext, things)).length).toBe(things.length)
  const met = things.find((thing) => thing["@type"] === "CommunicateAction")
  expect(met).toMatchObject({ description: expect.stringMatching(/ Disputed: “not c\d+”$/) })
  const commented = things.map((thing) => {
    const { question, resultComment, ...rest } = thing as {
      readonly question?: object
      readonly resultComment?: object
    }
    const work = question ?? resultComment ?? rest
    return [thing["@type"], "comment" in work]
  })
  expect(new Set(commented.map(String))).toEqual(
    new Set([
      "NewsArticle,false",
      "Quotation,true",
      "Claim,true",
      "AskAction,true",
      "ReplyAction,true",
      "CommunicateAction,false",
    ]),
  )
})

test("a statement that was not made, or only might be, is none", () => {
  const as = (polarity: "negated" | "hypothetical") => ({
    ...interview,
    statements: interview.statements.map((statement) => ({ ...statement, polarity })),
    contacts: [],
  })
  expect(schemaOrgOf(as("negated")).map((thing) => thing["@type"])).toEqual(["NewsArticle"])
  expect(schemaOrgOf(as("hypothetical")).map((thing) => thing["@type"])).toEqual(["NewsArticle"])
})
