import { existsSync, readdirSync, readFileSync } from "node:fs"
import { gunzipSync } from "node:zlib"
import { expect, test } from "vitest"
import { addSequences, findRepeats, type Named, noSequences, type Repeat, repeatsAmong } from "./repeats.js"

const shared = "../shared"
const packed = [
  "newswire/reports",
  "british/reports",
  "whitehouse/readouts",
  "whitehouse/briefings",
  "wikinews/reports",
]
const packedToo = ["polnear/train", "polnear/dev"]
const lines = [
  `${shared}/corpora/record/train.jsonl`,
  `${shared}/corpora/record/dev.jsonl`,
  `${shared}/reports/guatemala.jsonl`,
]
const whole = [
  `${shared}/reports/interview.txt`,
  `${shared}/corpora/factappeal/train.csv`,
  `${shared}/corpora/factappeal/val.csv`,
]

const twelve = "the harbour pilots of Brask will not sail again before the thaw"

test("twelve words that come back are found, whatever stands between them", () => {
  const ours = noSequences()
  addSequences(ours, { name: "ours", text: `She said that ${twelve}, and left.` })
  const text = `“The Harbour Pilots of Bråsk,” it\nsaid. “The harbour pilots of Bråsk will\n\nnot sail again before the THAW”`
  expect(findRepeats(ours, { name: "theirs", text })).toEqual([
    { words: twelve.toLowerCase(), here: "ours", there: "theirs" },
  ])
  expect(findRepeats(ours, { name: "theirs", text: twelve.replace("sail", "go") })).toEqual([])
})

test("a longer passage is one repeat, and texts are held against one another", () => {
  const repeats = repeatsAmong([
    { name: "first", text: `${twelve} and the ice` },
    { name: "second", text: `so ${twelve} and the ice` },
  ])
  expect(repeats).toEqual([{ words: `${twelve.toLowerCase()} and the ice`, here: "first", there: "second" }])
})

test.skipIf(!existsSync(`${shared}/corpora`))(
  `nothing of ours repeats twelve words of a real report (skipped where ${shared}/corpora is not there)`,
  () => {
    const ours = noSequences()
    for (const text of ownTexts()) addSequences(ours, text)
    const repeats: Repeat[] = []
    let read = 0
    for (const text of realTexts()) {
      repeats.push(...findRepeats(ours, text))
      read++
    }
    expect(read).toBeGreaterThan(7000)
    expect(repeats.map(({ words, here, there }) => `${here}: “${words}” as in ${there}`)).toEqual([])
  },
  300_000, // ten seconds on a free core
)

/** What we wrote: reports, pages of the specification, documents, and the examples in the tests. */
function ownTexts(): Named[] {
  const files = ["corpus", "examples", "spec", "src", "test", "bench", "training"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => `${folder}/${path}`),
  )
  return [...files, "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"]
    .filter((path) => /\.(?:txt|md|ts|py|html|srt|vtt)$/.test(path) && !path.startsWith("training/work"))
    .map((path) => ({ name: path, text: withoutMarks(readFileSync(path, "utf8")) }))
}

/** Marks may stand in prose and in code too, where nothing parses them. */
const withoutMarks = (written: string): string =>
  written.replace(/\{[a-z]\d*(?:,\d+)*(?:=(?:\\.|[^:\\{}\n])*)?:/g, "").replaceAll("}", "")

function* realTexts(): Generator<Named> {
  for (const name of [...packed, ...packedToo]) yield* reportsOf(`${shared}/corpora/${name}.jsonl.gz`)
  for (const path of lines) yield* reportsOf(path)
  for (const path of whole) yield { name: path, text: readFileSync(path, "utf8") }
  for (const part of ["train", "dev"]) yield* gumTexts(`${shared}/corpora/gum/${part}.conllu.gz`)
}

function* reportsOf(path: string): Generator<Named> {
  for (const line of unpacked(path).split("\n")) {
    if (!line.trim()) continue
    const { id, url, title = "", text } = JSON.parse(line)
    yield { name: `${path} ${id ?? url ?? title}`, text: `${title}\n\n${text}` }
  }
}

function* gumTexts(path: string): Generator<Named> {
  for (const written of unpacked(path)
    .split(/^# newdoc id = /m)
    .slice(1)) {
    const sentences = [...written.matchAll(/^# text = (.*)$/gm)].map(([, sentence]) => sentence)
    yield { name: `${path} ${written.slice(0, written.indexOf("\n"))}`, text: sentences.join(" ") }
  }
}

function unpacked(path: string): string {
  const bytes = readFileSync(path)
  return (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8")
}
