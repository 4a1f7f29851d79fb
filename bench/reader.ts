import { spawn } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Record } from "../src/record.js"
import { watchMemory } from "./process-tree.js"

export interface Reading {
  readonly records: ReadonlyMap<string, Record>
  /** wall clock, start-up included */
  readonly seconds: number
  /** of the process and its children together; missing where there is no /proc */
  readonly peakBytes: number | undefined
}

/** Reads texts by the command line, as a user would and as score.py does: one file each, one call. */
export async function readTexts(texts: ReadonlyMap<string, string>): Promise<Reading> {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-bench-"))
  try {
    const files = [...texts.values()].map((text, i) => {
      const path = join(folder, `${String(i).padStart(5, "0")}.txt`)
      writeFileSync(path, text)
      return path
    })
    const { output, seconds, peakBytes } = await runReader(files)
    return { records: byId(output, texts), seconds, peakBytes }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Another command line may be measured, such as that of an installed package: ONRECORD="npx onrecord". */
const command = process.env.ONRECORD ?? "node dist/cli/main.js"

async function runReader(files: readonly string[]) {
  const [program = "", ...rest] = command.split(" ")
  const start = performance.now()
  const child = spawn(program, [...rest, "read", "--json", ...files], { stdio: ["ignore", "pipe", "pipe"] })
  const memory = watchMemory(child.pid)
  const pieces: Buffer[] = []
  const complaints: Buffer[] = []
  child.stdout.on("data", (piece) => pieces.push(piece))
  child.stderr.on("data", (piece) => complaints.push(piece))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject)
    child.on("close", resolve)
  })
  const peakBytes = memory.stop()
  const seconds = (performance.now() - start) / 1000
  if (code !== 0) console.error(`reader exit ${code}: ${Buffer.concat(complaints).toString("utf8").slice(-1500)}`)
  return { output: Buffer.concat(pieces).toString("utf8"), seconds, peakBytes }
}

/** A record belongs to the text that it repeats, character for character; of equal texts, to the last. */
function byId(output: string, texts: ReadonlyMap<string, string>): Map<string, Record> {
  const idOf = new Map([...texts].map(([id, text]) => [text, id]))
  const records = new Map<string, Record>()
  let strange = 0
  for (const line of output.split("\n")) {
    if (!line.trim()) continue
    const record: Record = JSON.parse(line)
    const id = idOf.get(record.report.text)
    if (id === undefined) strange++
    else records.set(id, record)
  }
  if (strange) console.error(`${strange} records whose report.text is not the input, character for character`)
  const missing = texts.size - records.size
  if (missing) console.error(`${missing} of ${texts.size} reports have no record`)
  return records
}
