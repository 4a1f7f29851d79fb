import { CommanderError } from "commander"
import { makeProgram } from "./program.js"
import { systemWords } from "./reason.js"

const WRONG_USAGE = 2

/** Runs `onrecord` with these arguments; the exit code: 0 all read, 1 some not, 2 wrong usage. */
export async function runCommand(args: readonly string[]): Promise<number> {
  process.exitCode = 0
  try {
    await makeProgram().parseAsync(args, { from: "user" })
    return Number(process.exitCode)
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USAGE
    const words = wordsOf(error)
    if (words === undefined) throw error
    console.error(`onrecord: ${words}`)
    return 1
  }
}

/** What a person can act on; anything else is a mistake of ours, and ends with where it happened. */
function wordsOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if (error.name === "ArchiveError") return error.message
  const words = systemWords(error)
  return words && "path" in error ? `${error.path}: ${words}` : undefined
}
