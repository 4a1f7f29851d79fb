import type { Command } from "commander"
import { parameterWords, questionWords } from "../asking/parameters.js"
import type { PeopleOptions } from "./people.js"

interface SignedOptions {
  readonly archive: string
  readonly by: string
  readonly reason: string
}

/** The commands about who is who; what one needs is loaded when it runs. */
export function addIdentifying(program: Command): void {
  program
    .command("people")
    .description(questionWords.people)
    .argument("[name]", who)
    .option("--archive <file>", "the archive", "onrecord.db")
    .option("--offers", "only those who may be one with another; `merge` accepts an offer, `apart` declines it")
    .option("--json", "one as JSON on a line")
    .option("--wikidata <file>", "take Wikidata ids from a CSV with the columns name and wikidata")
    .option("--members <file>", "take who speaks for which body from a CSV with the columns member, body, from and to")
    .option("--by <name>", "with a list: whose it is")
    .option("--reason <text>", "with a list: where it comes from")
    .action(async (name: string | undefined, options: PeopleOptions) => {
      const { peopleCommand } = await import("./people.js")
      process.exitCode = await peopleCommand(name, options)
    })

  const deed = (name: string, description: string) =>
    program
      .command(name)
      .description(description)
      .option("--archive <file>", "the archive", "onrecord.db")
      .requiredOption("--by <name>", "who does it")
      .requiredOption("--reason <text>", "why")
  deed("merge", "two are one: the first counts as the second")
    .argument("<one>", who)
    .argument("<into>", who)
    .action(async (one: string, into: string, { archive, ...signed }: SignedOptions) => {
      const { mergeCommand } = await import("./people.js")
      process.exitCode = await mergeCommand(archive, one, into, signed)
    })
  deed("apart", "two are not one, and are not offered as one any more")
    .argument("<one>", who)
    .argument("<other>", who)
    .action(async (one: string, other: string, { archive, ...signed }: SignedOptions) => {
      const { apartCommand } = await import("./people.js")
      process.exitCode = await apartCommand(archive, one, other, signed)
    })
  deed("split", "in some reports it is somebody else")
    .argument("<one>", who)
    .argument("<reports...>", "the first letters of their ids")
    .requiredOption("--as <name>", "what the other one is called")
    .action(async (one: string, reports: string[], { archive, as, ...signed }: SignedOptions & { as: string }) => {
      const { splitCommand } = await import("./people.js")
      process.exitCode = await splitCommand(archive, one, reports, as, signed)
    })
  deed("rename", "give the name that somebody is shown by")
    .argument("<one>", who)
    .argument("<name>")
    .action(async (one: string, name: string, { archive, ...signed }: SignedOptions) => {
      const { renameCommand } = await import("./people.js")
      process.exitCode = await renameCommand(archive, one, name, signed)
    })
  for (const kind of ["private", "public"] as const) {
    deed(kind, `somebody is a ${kind} person, whatever the reports say`)
      .argument("<one>", who)
      .action(async (one: string, { archive, ...signed }: SignedOptions) => {
        const { privacyCommand } = await import("./people.js")
        process.exitCode = await privacyCommand(archive, one, kind === "private", signed)
      })
  }
  deed("speaks", "confirm or deny that somebody speaks for a body")
    .argument("<one>", who)
    .argument("<body>", who)
    .option("--not", "deny it")
    .action(async (one: string, body: string, { archive, not, ...signed }: SignedOptions & { not?: boolean }) => {
      const { speaksCommand } = await import("./people.js")
      process.exitCode = await speaksCommand(archive, one, body, not === true, signed)
    })
}

const { who } = parameterWords
