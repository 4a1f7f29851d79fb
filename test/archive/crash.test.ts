import { spawn, spawnSync } from "node:child_process"
import { once } from "node:events"
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { afterAll, beforeAll, expect, test } from "vitest"
import { examine } from "../../src/archive/doctor.js"
import { type Archive, openArchive } from "../../src/archive/index.js"
import type { Record } from "../../src/record.js"
import { told } from "../told.js"

const root = join(import.meta.dirname, "..", "..")
const folder = mkdtempSync(join(tmpdir(), "onrecord-crash-"))
afterAll(() => rmSync(folder, { recursive: true }))

// Compiled once: a writer that is started fifty times must start fast.
const library = join(folder, "built", "archive", "index.js")
beforeAll(() => {
  const built = join(folder, "built")
  mkdirSync(built)
  writeFileSync(join(built, "package.json"), '{"type":"module"}')
  symlinkSync(join(root, "node_modules"), join(built, "node_modules"))
  const compiler = join(root, "node_modules", "typescript", "bin", "tsc")
  const { status, stdout } = spawnSync(process.execPath, [compiler, "-p", "tsconfig.build.json", "--outDir", built], {
    cwd: root,
    encoding: "utf8",
  })
  if (status !== 0) throw new Error(`The writer could not be compiled:\n${stdout}`)
}, 120_000)

const series = (name: string, count: number): Record[] =>
  Array.from({ length: count }, (_, n) =>
    told(`{q1:"The gate number ${n} will hold for another year,"} {c1:said} {s1:Mara Lind}, the mayor of ${name}.`, {
      url: `https://paper.example/${name}/${n}`,
    }),
  )

function fileOf(name: string, records: readonly Record[]): string {
  const file = join(folder, `${name}.jsonl`)
  writeFileSync(file, records.map((record) => `${JSON.stringify(record)}\n`).join(""))
  return file
}

/** A writer at work: what it has confirmed so far, and how it ended. */
function startWriter(archive: string, file: string) {
  const child = spawn(process.execPath, [join(import.meta.dirname, "writer.js"), library, archive, file])
  let out = ""
  let problem = ""
  child.stdout.on("data", (piece) => {
    out += piece
  })
  child.stderr.on("data", (piece) => {
    problem += piece
  })
  const ended = once(child, "close").then(([status, signal]) => ({ status, signal, problem }))
  // A line that was cut off in the middle confirms nothing.
  const confirmed = () =>
    out
      .slice(0, out.lastIndexOf("\n") + 1)
      .split("\n")
      .filter(Boolean)
  return { child, ended, confirmed }
}

async function idsIn({ db }: Archive): Promise<string[]> {
  return (await db.selectFrom("reports").select("id").execute()).map(({ id }) => id)
}

/** The same numbers between 0 and 1 in every run (Lehmer). */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

test("killed fifty times at random moments, an archive loses nothing that was confirmed and ends without doubles", async () => {
  const path = join(folder, "killed.db")
  const records = series("Aule", 600)
  const file = fileOf("killed", records)
  const random = numbersFrom(20_260_304)
  const kept = new Set<string>()
  let killedAtWork = 0
  for (let round = 0; round < 50; round++) {
    const { child, ended, confirmed } = startWriter(path, file)
    if (round % 10 === 0)
      await sleep(random() * 200) // sometimes before it has even opened the archive
    else {
      await Promise.race([once(child.stdout, "data"), ended])
      await sleep(random() * 25)
    }
    child.kill("SIGKILL")
    const { signal, problem } = await ended
    expect(problem).toBe("")
    if (signal === "SIGKILL" && confirmed().length > 0) killedAtWork++
    for (const line of confirmed()) kept.add(line.split(" ")[1]!)
    if (!existsSync(path)) continue
    const archive = await openArchive(path)
    const there = new Set(await idsIn(archive))
    await archive.close()
    expect([...kept].filter((id) => !there.has(id))).toEqual([])
  }
  expect(killedAtWork).toBeGreaterThan(25)

  const last = startWriter(path, file)
  expect(await last.ended).toEqual({ status: 0, signal: null, problem: "" })
  const archive = await openArchive(path)
  expect((await idsIn(archive)).sort()).toEqual(records.map(({ report }) => report.id).sort())
  await archive.close()
  const { problems, facts } = await examine(path)
  expect({ problems, reports: facts!.reports }).toEqual({ problems: [], reports: records.length })
}, 180_000)

test("two writers and a reader at once: every report is there, those that both had once", async () => {
  const path = join(folder, "two.db")
  const [shared, ours, theirs] = [series("Dorn", 40), series("Elswick", 60), series("Talvera", 60)]
  const all = [...shared, ...ours, ...theirs].map(({ report }) => report.id)
  const archive = await openArchive(path)
  const writers = [
    startWriter(path, fileOf("ours", [...shared, ...ours])),
    startWriter(path, fileOf("theirs", [...theirs, ...shared])),
  ]
  const ended = Promise.all(writers.map((writer) => writer.ended))
  let before = 0
  let halfWay = 0
  for (let open = true; open; ) {
    open = !(await Promise.race([ended, sleep(1)]))
    const now = (await idsIn(archive)).length
    expect(now).toBeGreaterThanOrEqual(before)
    if (now > 0 && now < all.length) halfWay++
    before = now
  }
  for (const end of await ended) expect(end).toEqual({ status: 0, signal: null, problem: "" })
  expect(halfWay).toBeGreaterThan(1)
  expect((await idsIn(archive)).sort()).toEqual(all.sort())
  const added = writers.flatMap((writer) => writer.confirmed()).filter((line) => line.startsWith("added"))
  expect(added).toHaveLength(all.length)
  await archive.close()
  expect((await examine(path)).problems).toEqual([])
}, 60_000)
