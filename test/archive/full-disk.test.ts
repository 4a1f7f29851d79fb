import { spawnSync } from "node:child_process"
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { told } from "../told.js"

const root = join(import.meta.dirname, "..", "..")
const folder = mkdtempSync(join(tmpdir(), "onrecord-full-"))
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs a script for the shell where a small disk can be mounted that nobody else sees; `$1` and so on are the words. */
const apart = (script: string, ...words: readonly string[]) =>
  spawnSync("unshare", ["--map-root-user", "--mount", "sh", "-c", script, "sh", ...words], {
    cwd: root,
    encoding: "utf8",
  })

const disk = join(folder, "disk")
mkdirSync(disk)
const canMount = apart('mount -t tmpfs -o size=64k tmpfs "$1"', disk).status === 0

test.skipIf(!canMount)(
  `a disk that is really full is told, and what was confirmed is kept${canMount ? "" : ": no disk can be mounted here"}`,
  () => {
    const records = Array.from({ length: 120 }, (_, n) =>
      told(`{q1:"Gate ${n} will hold,"} {c1:said} {s1:Mara Lind}. ${"Nobody else spoke. ".repeat(40)}`, {
        url: `https://paper.example/${n}`,
      }),
    )
    const file = join(folder, "many.jsonl")
    writeFileSync(file, records.map((record) => `${JSON.stringify(record)}\n`).join(""))
    const onrecord = '"$1" --import tsx src/cli/main.ts'
    const script = `mount -t tmpfs -o size=1200k tmpfs "$2" || exit 9
      ${onrecord} add "$3" --archive "$2/f.db"; echo "exit $?"
      mount -o remount,size=64m "$2" || exit 9
      ${onrecord} doctor --archive "$2/f.db" || exit 9
      ${onrecord} add "$3" --archive "$2/f.db"; echo "exit $?"`
    const { status, stdout, stderr } = apart(script, process.execPath, disk, file)
    const [problem, summary, ...others] = stderr.trimEnd().split("\n")
    expect(problem).toBe(
      `onrecord: ${disk}/f.db: the disk is full; what was added before is kept, and the same command goes on from there`,
    )
    const [, added, kept] = /: (\d+) reports added to .*, (\d+) already there$/.exec(summary!)!
    expect({ status, others, kept: Number(kept) > 0, all: Number(added) + Number(kept) }).toEqual({
      status: 0,
      others: [],
      kept: true,
      all: records.length,
    })
    expect(stdout).toMatch(/^exit 1\n.*\/f\.db: nothing is wrong\n/)
    expect(stdout).toMatch(/\nexit 0\n$/)
  },
  120_000,
)
