import { type Command, InvalidArgumentError } from "commander"
import type { WatchOptions } from "./watch.js"

/** The commands that keep an archive: what it follows, whether it is well, a copy of it. */
export function addKeeping(program: Command): void {
  program
    .command("watch")
    .description("follow feeds at polite times and add what is new; those followed before go on")
    .argument("[feeds...]", "addresses of RSS, Atom or JSON feeds")
    .option("--archive <file>", "the archive, made where there is none", "onrecord.db")
    .option("--once", "visit what is due now, and end: for cron")
    .option("--contact <address>", "how the operator of a site that is read reaches you; sites are told")
    .option("--threads <number>", "worker threads; the machine's cores unless given", threadNumber)
    .action(async (feeds: string[], options: WatchOptions) => {
      const { watchCommand } = await import("./watch.js")
      process.exitCode = await watchCommand(feeds, options)
    })
  program
    .command("backup")
    .description("write an archive that is in use into a new file, and look whether it is whole")
    .argument("<file>")
    .option("--archive <file>", "the archive", "onrecord.db")
    .action(async (file: string, { archive: path }: { readonly archive: string }) => {
      const { backupCommand } = await import("./backup.js")
      process.exitCode = await backupCommand(path, file)
    })
  program
    .command("doctor")
    .description("look an archive through: damage, sizes, versions, rows that do not match the records")
    .option("--archive <file>", "the archive", "onrecord.db")
    .option("--json", "as JSON")
    .action(async ({ archive, json }: { readonly archive: string; readonly json?: boolean }) => {
      const { doctorCommand } = await import("./doctor.js")
      process.exitCode = await doctorCommand(archive, { json: json === true })
    })
}

function threadNumber(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError("It must be a whole number from 1 on.")
  return Number(text)
}
