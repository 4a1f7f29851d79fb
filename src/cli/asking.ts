import { type Command, InvalidArgumentError, Option } from "commander"
import type { AnswerOptions } from "./answers.js"
import type { NarrowOptions, SaidOptions, SearchOptions, WhoOptions } from "./ask.js"

/** The commands by which an archive is asked; what one needs is loaded when it runs. */
export function addAsking(program: Command): void {
  const answer = (name: string, description: string) =>
    program
      .command(name)
      .description(description)
      .option("--archive <file>", "the archive", "onrecord.db")
      .addOption(new Option("--json", "an entry as JSON on a line, all of them").conflicts("csv"))
      .option("--csv", "a table of all entries, safe to open in a spreadsheet")
  const question = (name: string, description: string) =>
    answer(name, description)
      .option("--since <date>", "reported on that day or later, such as 2021-03-04", date)
      .option("--until <date>", "reported on that day or earlier", date)
      .option("--in <outlet>", "reported by this outlet")
      .option("--stale", "also entries beside which a newer version of their report stands, marked so")
  const statements = (name: string, description: string) =>
    question(name, description)
      .addOption(new Option("--kind <kind>", "only these").choices(["direct", "indirect", "mixed"]))
      .option("--first-hand", "only what the report itself tells that somebody said")

  statements("said", "what somebody said")
    .argument("<who>", whoHelp)
    .option("--about <subject>", "about this person or body, or with these words")
    .option("--to <who>", "said to them")
    .action(async (who: string, options: SaidOptions) => {
      const { saidCommand } = await import("./ask.js")
      process.exitCode = await saidCommand(who, options)
    })
  statements("about", "what was said about somebody")
    .argument("<who>", whoHelp)
    .action(async (who: string, options: NarrowOptions) => {
      const { aboutCommand } = await import("./ask.js")
      process.exitCode = await aboutCommand(who, options)
    })
  question("contacts", "when somebody met, spoke with or wrote to others, or did not, and who says so")
    .argument("<who>", whoHelp)
    .argument("[other]", "only with them; whoever speaks for a body is taken for it")
    .action(async (who: string, other: string | undefined, options: NarrowOptions) => {
      const { contactsCommand } = await import("./ask.js")
      process.exitCode = await contactsCommand(who, other, options)
    })
  statements("asked", "questions put to somebody or by them, and what came back")
    .argument("<who>", whoHelp)
    .action(async (who: string, options: NarrowOptions) => {
      const { askedCommand } = await import("./ask.js")
      process.exitCode = await askedCommand(who, options)
    })
  statements("search", "statements with these words in them, best first")
    .argument("<words>", 'all of them; a "phrase" stands together, begin* stands for more')
    .option("--reports", "reports instead of statements")
    .action(async (words: string, options: SearchOptions) => {
      const { searchCommand } = await import("./ask.js")
      process.exitCode = await searchCommand(words, options)
    })
  question("check", "whether a quotation is real: found exactly, found altered with the difference shown, or not found")
    .argument("<words>", "the quotation; dots in it stand for words left out")
    .action(async (words: string, options: NarrowOptions) => {
      const { checkCommand } = await import("./check.js")
      process.exitCode = await checkCommand(words, options)
    })
  answer("show", "an entry in its paragraph, through whose mouths it came, and what people did to it")
    .argument("<entry>", "such as 4fe09a21#s3, as the answers print it")
    .action(async (entry: string, options: AnswerOptions) => {
      const { showCommand } = await import("./show.js")
      process.exitCode = await showCommand(entry, options)
    })
  statements("who", "everyone quoted, and how often")
    .addOption(
      new Option("--copies <count>", "what several outlets copied counts once, or for each of them")
        .choices(["once", "each"])
        .default("once"),
    )
    .action(async (options: WhoOptions) => {
      const { whoCommand } = await import("./ask.js")
      process.exitCode = await whoCommand(options)
    })
}

const whoHelp = "a name or a part of one, a Wikidata id, or the number of an identity such as '#12'"

function date(text: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(Date.parse(text))) {
    throw new InvalidArgumentError("It must be a day such as 2021-03-04.")
  }
  return text
}
