import { format } from "node:util"
import { vi } from "vitest"
import { runCommand } from "../src/cli/run.js"

export interface Ran {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
  /** both, as they came */
  readonly printed: string
}

/** Runs the command in a folder, within this process: the model is loaded once for all that a test file runs. */
export async function onrecordIn(folder: string, args: readonly string[]): Promise<Ran> {
  const pieces: { stream: "stdout" | "stderr"; text: string }[] = []
  const taken = (stream: "stdout" | "stderr") => (text: string | Uint8Array) => {
    pieces.push({ stream, text: String(text) })
    return true
  }
  const spies = [
    vi.spyOn(process.stdout, "write").mockImplementation(taken("stdout")),
    vi.spyOn(process.stderr, "write").mockImplementation(taken("stderr")),
    vi.spyOn(console, "log").mockImplementation((...all) => void taken("stdout")(`${format(...all)}\n`)),
    vi.spyOn(console, "error").mockImplementation((...all) => void taken("stderr")(`${format(...all)}\n`)),
  ]
  const [before, exitCode] = [process.cwd(), process.exitCode]
  process.chdir(folder)
  try {
    const status = await runCommand(args)
    const joined = (some: typeof pieces) => some.map(({ text }) => text).join("")
    const of = (wanted: "stdout" | "stderr") => joined(pieces.filter(({ stream }) => stream === wanted))
    return { status, stdout: of("stdout"), stderr: of("stderr"), printed: joined(pieces) }
  } finally {
    process.chdir(before)
    process.exitCode = exitCode
    for (const spy of spies) spy.mockRestore()
  }
}
