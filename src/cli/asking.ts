import { type Command, InvalidArgumentError, Option } from "commander"
import { daysOf, kinds, parameterWords, questionWords } from "../asking/parameters.js"
import type { AnswerOptions } from "./answers.js"
import type { ContactsOptions, NarrowOptions, SaidOptions, SearchOptions, WhoOptions } from "./ask.js"

/** The commands by which an archive is asked; what one needs is loaded when it runs. */
export function addAsking(program: Command): void {
  const answer = (name: keyof typeof questionWords) =>
    program
      .command(name)
      .description(questionWords[name])
      .option("--archive <file>", "the archive", "onrecord.db")
      .addOption(new Option("--json", "an entry as JSON on a line, all of them").conflicts("csv"))
      .option("--csv", "a table of all entries, safe to open in a spreadsheet")
  const question = (name: keyof typeof questionWords) =>
    answer(name)
      .option("--since <date>", `${parameterWords.since}; or a month or year from its first day on`, since)
      .option("--until <date>", `${parameterWords.until}; or a month or year to its last day`, until)
      .option("--in <outlet>", parameterWords.outlet)
      .option("--stale", parameterWords.stale)
  const statements = (name: keyof typeof questionWords) =>
    question(name)
      .addOption(new Option("--kind <kind>", parameterWords.kind).choices(kinds))
      .option("--first-hand", parameterWords.firstHand)

  statements("said")
    .argument("<who>", parameterWords.who)
    .option("--about <subject>", parameterWords.about)
    .option("--to <who>", parameterWords.to)
    .action(async (who: string, options: SaidOptions) => {
      const { saidCommand } = await import("./ask.js")
      process.exitCode = await saidCommand(who, options)
    })
  statements("about")
    .argument("<who>", parameterWords.who)
    .action(async (who: string, options: NarrowOptions) => {
      const { aboutCommand } = await import("./ask.js")
      process.exitCode = await aboutCommand(who, options)
    })
  question("contacts")
    .argument("<who>", parameterWords.who)
    .argument("[other]", parameterWords.other)
    .option("--newest", parameterWords.newest)
    .action(async (who: string, other: string | undefined, options: ContactsOptions) => {
      const { contactsCommand } = await import("./ask.js")
      process.exitCode = await contactsCommand(who, other, options)
    })
  statements("asked")
    .argument("<who>", parameterWords.who)
    .action(async (who: string, options: NarrowOptions) => {
      const { askedCommand } = await import("./ask.js")
      process.exitCode = await askedCommand(who, options)
    })
  statements("search")
    .argument("<words>", parameterWords.words)
    .option("--reports", "reports instead of statements")
    .action(async (words: string, options: SearchOptions) => {
      const { searchCommand } = await import("./ask.js")
      process.exitCode = await searchCommand(words, options)
    })
  question("check")
    .argument("<words>", parameterWords.quotation)
    .action(async (words: string, options: NarrowOptions) => {
      const { checkCommand } = await import("./check.js")
      process.exitCode = await checkCommand(words, options)
    })
  answer("show")
    .argument("<entry>", parameterWords.entry)
    .action(async (entry: string, options: AnswerOptions) => {
      const { showCommand } = await import("./show.js")
      process.exitCode = await showCommand(entry, options)
    })
  statements("who")
    .addOption(new Option("--copies <count>", parameterWords.copies).choices(["once", "each"]).default("once"))
    .action(async (options: WhoOptions) => {
      const { whoCommand } = await import("./ask.js")
      process.exitCode = await whoCommand(options)
    })
}

const since = (text: string): string => daysIn(text).first
const until = (text: string): string => daysIn(text).last

function daysIn(text: string): { readonly first: string; readonly last: string } {
  const days = /^\d{4}(?:-\d\d){0,2}$/.test(text) ? daysOf(text) : undefined
  if (!days) throw new InvalidArgumentError("It must be a day such as 2021-03-04, a month such as 2021-03, or a year.")
  return days
}
