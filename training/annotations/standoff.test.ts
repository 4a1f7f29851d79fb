import { execFileSync } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "vitest"
import { excerptOf, excerptsIn } from "./excerpts.js"
import { readLines, readSet, sets } from "./files.js"
import { fromStandoff, hashOf, type LabelledReport, longestName, toStandoff, wordCount } from "./standoff.js"

// Words of an annotator, which do not stand in the report.
const notOfTheText = ["Sung Kim and his South Korean and Japanese counterparts"]
const real = "../shared/corpora/record"
const unlabelled = [
  ...["newswire", "british", "wikinews"].map((set) => `../shared/corpora/${set}/reports.jsonl.gz`),
  ...["briefings", "readouts"].map((set) => `../shared/corpora/whitehouse/${set}.jsonl.gz`),
  "../shared/corpora/polnear/train.jsonl.gz",
]

const text =
  "Maria Lopez said 300 boats and 300 nets were lost, and that she had met the oldest of the nine harbour pilots of upper Brask in May.\n\nIn May it rained.\n"
const at = (words: string, from = 0) => {
  const start = text.indexOf(words, from)
  return { start, end: start + words.length }
}

const invented: LabelledReport = {
  id: "boats",
  date: "2026-06-10",
  title: "Boats lost",
  url: null,
  text,
  actors: {
    lopez: { name: "Maria Lopez", kind: "person", aliases: ["Lopez"] },
    pilot: { name: "the oldest of the nine harbour pilots of upper Brask", kind: "unnamed", aliases: [] },
  },
  statements: [
    {
      id: "s1",
      speech: true,
      kind: "indirect",
      content: [at("300 boats and 300 nets were lost, and that she had met")],
      cue: at("said"),
      source: at("Maria Lopez"),
      speaker: "lopez",
      addressees: ["pilot"],
      via: null,
      when: null,
      negated: false,
      within: null,
      question: false,
      answers: null,
      response: null,
      figures: ["300", "300"],
    },
  ],
  contacts: [
    {
      evidence: at("she had met the oldest of the nine harbour pilots of upper Brask in May"),
      between: ["lopez", "pilot"],
      mode: "meet",
      status: "happened",
      when: "in May",
      where: "",
      within: "s1",
    },
  ],
}

test("labels go out without the text and come back with it", () => {
  const standoff = toStandoff(invented)
  const [statement] = standoff.statements
  expect(statement?.figures).toEqual([
    [17, 20],
    [31, 34],
  ])
  expect(standoff.actors.pilot?.name).toEqual([72, 124])
  expect(JSON.stringify(standoff)).not.toMatch(/harbour|boats and|in May/)
  expect(fromStandoff(JSON.parse(JSON.stringify(standoff)), text, "Boats lost")).toEqual(invented)
  expect(() => fromStandoff(standoff, `${text} `)).toThrow("boats: this is not the text that was labelled")
})

test("an excerpt is found in the whole text by its hash", () => {
  const page = "Brask, May 2\n\nQ Was it cold?\n\nMR. HALE: It was.\n\nVery.\n\nQ Thank you.\n"
  const excerpt = "Q Was it cold?\n\nMR. HALE: It was.\n\nVery.\n"
  expect(excerptOf(page, hashOf(excerpt))).toBe(excerpt)
  expect(excerptOf(page, hashOf("Q Was it"))).toBeUndefined()
  const opening = "Brask, May 2\n\nQ Was it cold?\n"
  const wanted = new Set([hashOf(opening), hashOf("Very.\n"), hashOf("Dry.\n")])
  expect([...excerptsIn(page, wanted)].map(([, words]) => words)).toEqual([opening, "Very.\n"])
})

test.each(sets)("%s holds no more than short names of a text, and its places lie in order", (set) => {
  for (const { id, sha256, url, ...labels } of readSet(set)) {
    expect(sha256).toMatch(/^[0-9a-f]{64}$/)
    const strings: string[] = []
    JSON.stringify(labels, (_, value) => {
      if (typeof value === "string") strings.push(value)
      const isPlace = Array.isArray(value) && typeof value[0] === "number"
      if (isPlace && !(value.length === 2 && value[0] >= 0 && value[0] < value[1])) throw new Error(`${id}: ${value}`)
      return value
    })
    expect(strings.filter((words) => wordCount(words) > longestName && !notOfTheText.includes(words))).toEqual([])
    const known = new Set(Object.keys(labels.actors))
    const named = labels.statements.flatMap(({ speaker, addressees = [] }) => [
      ...(speaker ? [speaker] : []),
      ...addressees,
    ])
    const between = labels.contacts.flatMap((contact) => contact.between)
    expect([...named, ...between].filter((key) => !known.has(key))).toEqual([])
  }
})

test("what was labelled of a report that was not labelled whole comes back too", () => {
  const partly: LabelledReport = { ...invented, marked: ["contacts"], unsure: [at("it rained")] }
  expect(fromStandoff(JSON.parse(JSON.stringify(toStandoff(partly))), text, "Boats lost")).toEqual(partly)
})

test.skipIf(!existsSync(real)).each(["train", "dev"] as const)(
  `split and joined, %s is what it was (skipped where ${real} is not there)`,
  (set) => {
    const reports = readLines<LabelledReport>(`${real}/${set}.jsonl`)
    const kept = readSet(set)
    expect(kept.slice(0, reports.length).map(({ id }) => id)).toEqual(reports.map(({ id }) => id))
    for (const [i, report] of reports.entries()) {
      const standoff = JSON.parse(JSON.stringify(toStandoff(report)))
      expect(standoff).toEqual(kept[i])
      expect(fromStandoff(standoff, report.text, report.title)).toEqual(report)
    }
  },
)

test.skipIf(!unlabelled.every((path) => existsSync(path)))(
  `what was labelled beyond these joins a text of ${unlabelled.join(", ")} (skipped where one is not there)`,
  () => {
    const raw = unlabelled.flatMap((path) => readLines<{ text: string; url?: string }>(path))
    const pages = new Map(raw.map(({ text, url }) => [url, text]))
    const texts = new Map(raw.map(({ text }) => [hashOf(text), text]))
    const further = readSet("train").slice(readLines(`${real}/train.jsonl`).length)
    const wanted = new Set([...further, ...readSet("partly")].map(({ sha256 }) => sha256))
    for (const { text, url } of raw) {
      if (url === undefined) for (const [sha256, excerpt] of excerptsIn(text, wanted)) texts.set(sha256, excerpt)
    }
    expect(further.length).toBeGreaterThan(0)
    for (const standoff of [...further, ...readSet("partly")]) {
      const { sha256, url } = standoff
      const text = texts.get(sha256) ?? excerptOf(pages.get(url) ?? "", sha256)
      expect(text, standoff.id).toBeDefined()
      const { statements, contacts } = fromStandoff(standoff, text!)
      const spans = [...statements.flatMap(({ content }) => content), ...contacts.map(({ evidence }) => evidence)]
      expect(spans.filter(({ end }) => end > text!.length)).toEqual([])
      expect(JSON.parse(JSON.stringify(toStandoff(fromStandoff(standoff, text!))))).toEqual(standoff)
    }
  },
)

test.each([["train", "partly"], ["dev"]] as const)("no report stands twice in %s", (...some) => {
  const reports = some.flatMap(readSet)
  expect(new Set(reports.map(({ id }) => id)).size).toBe(reports.length)
  expect(new Set(reports.map(({ sha256 }) => sha256)).size).toBe(reports.length)
})

test("join.ts finds texts by what they say and counts them", () => {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-"))
  try {
    writeFileSync(join(folder, "other.txt"), "It rained in Brask.\r\n")
    const program = join(import.meta.dirname, "join.ts")
    const told = execFileSync(process.execPath, ["--import", "tsx", program, folder, join(folder, "other.txt")], {
      encoding: "utf8",
    })
    expect(told).toMatch(
      /^train: 0 of \d+ reports matched\ndev: 0 of \d+ reports matched\npartly: 0 of \d+ reports matched\n$/,
    )
    expect(readFileSync(join(folder, "train.jsonl"), "utf8")).toBe("")
  } finally {
    rmSync(folder, { recursive: true })
  }
})
