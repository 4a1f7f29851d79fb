import { expect, test } from "vitest"
import { recordFromMarked } from "../src/marked/read.js"
import { countsOf, densityOf } from "./counts.js"
import { speakersFromAfar } from "./from-afar.js"
import { markedRecords } from "./marked-set.js"

const far = recordFromMarked(`{m:Maria Lopez} left early.

{m:Ann Ruiz} stayed.

{q1:“I was tired,”} {s1=Maria Lopez:she} {c1:said}. {q2:“We}

{q2:“were all tired.”} {s3:Ann Ruiz}, {s4=Maria Lopez:she} {c4:added}, had {c3=refuse negated:declined} {q3=within 4:to speak}{q4: {k5=not-happened call; with Maria Lopez:and nobody had rung {p5:Ann Ruiz}}}.

It rained.`)

test("what a report holds is counted", () => {
  const counts = Object.fromEntries(countsOf([far]).map(({ name, count }) => [name.trim(), count]))
  expect(counts).toMatchObject({
    "negated or declined saying": 1,
    "second-hand, two removes": 1,
    "re-opened": 1,
    floating: 1,
    split: 0,
    "contacts that did not happen, refused, planned": 1,
  })
})

test("the first pronoun of a paragraph is far from its name where two paragraphs and a rival stand between", () => {
  expect(speakersFromAfar(far).map(({ id }) => id)).toEqual(["s1", "s4"])
})

test("a sentence with no statement and no contact holds nothing", () => {
  expect(densityOf([far])).toMatchObject({ reports: 1, statements: 4, contacts: 1, empty: 3 })
})

const ours = (folder: string) => markedRecords(`corpus/${folder}`).map(({ record }) => record)

test("our own reports are forty to learn from and twenty to be measured by, 25,000 words together", () => {
  const [train, held] = [densityOf(ours("train")), densityOf(ours("test"))]
  expect([train.reports, held.reports]).toEqual([40, 20])
  expect(train.words + held.words).toBeGreaterThanOrEqual(25_000)
  expect(train.empty / train.sentences).toBeGreaterThanOrEqual(1 / 3)
})

test("corpus/train holds enough of everything that is to be learnt", () => {
  const targets = countsOf(ours("train")).filter(({ wanted }) => wanted !== undefined)
  expect(targets.map(({ name, wanted }) => [name, wanted])).toContainEqual(["second-hand, three or more", 15])
  expect(targets.filter(({ count, wanted = 0 }) => count < wanted)).toEqual([])
})
