import { CommanderError } from "commander"
import { makeProgram } from "./program.js"

const WRONG_USAGE = 2

/** Runs `onrecord` with these arguments; the exit code: 0 all read, 1 some not, 2 wrong usage. */
export async function runCommand(args: readonly string[]): Promise<number> {
  process.exitCode = 0
  try {
    await makeProgram().parseAsync(args, { from: "user" })
    return Number(process.exitCode)
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USAGE
    if (!(error instanceof Error && error.name === "ArchiveError")) throw error
    console.error(`onrecord: ${error.message}`)
    return 1
  }
}
