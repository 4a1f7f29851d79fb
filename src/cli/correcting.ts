import { type Command, InvalidArgumentError } from "commander"
import type { LogOptions } from "./log.js"
import type { RereadOptions } from "./reread.js"

interface SignedOptions {
  readonly archive: string
  readonly by: string
  readonly reason: string
}

/** The commands by which people correct the record; what one needs is loaded when it runs. */
export function addCorrecting(program: Command): void {
  const deed = (name: string, description: string) =>
    inArchive(program.command(name).description(description))
      .requiredOption("--by <name>", "who does it")
      .requiredOption("--reason <text>", "why")

  deed("correct", "give fields of an entry anew; what the machine read is kept beside it")
    .argument("<entry>", "such as 4fe09a21#s3, as the answers print it")
    .argument(
      "<changes...>",
      "field=value, such as act=promise, speaker='Mara Lind', content='words of the report'; field= takes it away",
    )
    .addHelpText("after", valuesHelp)
    .action(async (entry: string, changes: string[], { archive, ...signed }: SignedOptions) => {
      const { correctCommand } = await import("./correct.js")
      process.exitCode = await correctCommand(archive, entry, changes, signed)
    })
  deed("insert", "add an entry that the machine missed to a report")
    .argument("<report>", "the first letters of its id")
    .argument("<kind>", "statement, contact or actor", entryKind)
    .argument("<changes...>", "field=value, as for correct")
    .addHelpText("after", valuesHelp)
    .action(async (report: string, kind: Kind, changes: string[], { archive, ...signed }: SignedOptions) => {
      const { insertCommand } = await import("./correct.js")
      process.exitCode = await insertCommand(archive, report, kind, changes, signed)
    })
  deed("accept", "say that entries were compared with their reports and are right; what the machine scored is kept")
    .argument("<entries...>", "such as 4fe09a21#s3 4fe09a21#s4")
    .action(async (entries: string[], { archive, ...signed }: SignedOptions) => {
      const { acceptCommand } = await import("./correct.js")
      process.exitCode = await acceptCommand(archive, entries, signed)
    })
  deed("withdraw", "take an entry out of every answer")
    .argument("<entry>")
    .action(async (entry: string, { archive, ...signed }: SignedOptions) => {
      const { withdrawCommand } = await import("./correct.js")
      process.exitCode = await withdrawCommand(archive, entry, signed)
    })
  deed("restore", "bring an entry back that was withdrawn")
    .argument("<entry>")
    .action(async (entry: string, { archive, ...signed }: SignedOptions) => {
      const { restoreCommand } = await import("./correct.js")
      process.exitCode = await restoreCommand(archive, entry, signed)
    })
  deed(
    "dispute",
    "set the words of a person who was quoted, or is said to have been in contact or not, beside an entry, which stays",
  )
    .argument("<entry>")
    .argument("<words>", "what they say")
    .action(async (entry: string, words: string, { archive, ...signed }: SignedOptions) => {
      const { disputeCommand } = await import("./correct.js")
      process.exitCode = await disputeCommand(archive, entry, words, signed)
    })
  deed("undo", "undo what has a number in the log, also an undo")
    .argument("<number>", "as `onrecord log` prints it", lineNumber)
    .action(async (number: number, { archive, ...signed }: SignedOptions) => {
      const { undoCommand } = await import("./correct.js")
      process.exitCode = await undoCommand(archive, number, signed)
    })
  deed("hide", "take a person, a body or a report out of every answer and export; the source stays")
    .argument(
      "<name>",
      "a whole name, the number of a person or body such as '#12', or eight letters or more of a report's id",
    )
    .action(async (name: string, { archive, ...signed }: SignedOptions) => {
      const { hideCommand } = await import("./correct.js")
      process.exitCode = await hideCommand(archive, name, signed)
    })
  deed("lift", "show again what was taken down")
    .argument("<name>", "as for hide")
    .action(async (name: string, { archive, ...signed }: SignedOptions) => {
      const { liftCommand } = await import("./correct.js")
      process.exitCode = await liftCommand(archive, name, signed)
    })
  deed("erase", "remove a report's text, or a person's name and all that they said, for good; this cannot be undone")
    .argument("<name>", "as for hide")
    .action(async (name: string, { archive, ...signed }: SignedOptions) => {
      const { eraseCommand } = await import("./correct.js")
      process.exitCode = await eraseCommand(archive, name, signed)
    })
  inArchive(
    program.command("reread").description("read reports again with the present model, and do the corrections anew"),
  )
    .argument("[reports...]", "the first letters of their ids")
    .option("--all", "all that another model has read")
    .option("--json", "what changed in a report as JSON on a line")
    .action(async (reports: string[], options: RereadOptions) => {
      const { rereadCommand } = await import("./reread.js")
      process.exitCode = await rereadCommand(reports, options)
    })
  inArchive(program.command("log").description("what people did to the record, by whom and why"))
    .argument("[name]", "an entry or a report; all of it unless given")
    .option("--json", "one line of the log as JSON on a line")
    .option(
      "--lessons",
      "entries as the machine read them and as they were corrected, as JSON lines of spans to learn from",
    )
    .option("--marked <folder>", "the same as marked reports, NAME.marked.txt, in a folder")
    .action(async (name: string | undefined, options: LogOptions) => {
      const { logCommand } = await import("./log.js")
      process.exitCode = await logCommand(name, options)
    })
}

type Kind = "statement" | "contact" | "actor"

const inArchive = (command: Command) => command.option("--archive <file>", "the archive", "onrecord.db")

const valuesHelp = `
Values: words of the report as they stand, or places such as 120-134; pieces are joined by " … ".
Times: when='over the summer@2021-06-01..2021-09-22'; an end that is not known is left out:
when='over the summer@..2021-09-22', when='over the summer@2021-06-01..'.
A contact did not happen on all of these days, to the day of the report where the end is left out (where the
beginning is, none of them is sure), unless you say of which you are sure:
when='since the summer@2021-06-01..2021-12-08; surely 2021-09-22..2021-12-08', or '…; surely nothing'.
Several actors: speakers='Mara Lind; Tom Reed'.
Who is not in the record yet is new, with the words that mean them: speaker='new:Jo Ardan@Mr. Ardan',
or speaker='new organisation:Harbour Board@the board'.`

function entryKind(text: string): Kind {
  if (text !== "statement" && text !== "contact" && text !== "actor") {
    throw new InvalidArgumentError("It must be statement, contact or actor.")
  }
  return text
}

function lineNumber(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new InvalidArgumentError("It must be a number of the log.")
  return Number(text)
}
