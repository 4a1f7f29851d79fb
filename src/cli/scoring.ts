import { type Command, InvalidArgumentError, Option } from "commander"
import { parameterWords } from "../asking/parameters.js"
import type { AuditOptions } from "./audit.js"

interface SampleOptions {
  readonly archive: string
  readonly seed: number
  readonly verdicts?: string
}

/** The commands that tell how good the record is; what one needs is loaded when it runs. */
export function addScoring(program: Command): void {
  const sample = program
    .command("sample")
    .description("draw entries at random, to be compared with their reports by hand; CSV with a column for the verdict")
    .argument("[number]", "how many entries", wholeNumber)
    .option("--archive <file>", "the archive's file", "onrecord.db")
    .option("--seed <number>", "another one draws other entries", wholeNumber, 1)
    .option("--verdicts <file>", "the table with right, wrong or unsure in its last column: prints how many are right")
    .action(async (size: number | undefined, { verdicts, ...options }: SampleOptions) => {
      const { sampleCommand, verdictsCommand } = await import("./sample.js")
      if (verdicts !== undefined) process.exitCode = await verdictsCommand(verdicts)
      else if (size === undefined) sample.error("error: how many entries? `onrecord sample 200`")
      else process.exitCode = await sampleCommand(size, options)
    })
  program
    .command("audit")
    .description("who gets quoted and how much: shares of voice, first-hand, unnamed sources")
    .option("--archive <file>", "the archive's file", "onrecord.db")
    .addOption(
      new Option("--by <what>", "what reports are put together by")
        .choices(["outlet", "section", "month"])
        .default("outlet"),
    )
    .addOption(new Option("--copies <count>", parameterWords.copies).choices(["once", "each"]).default("once"))
    .option(
      "--attributes <file>",
      "CSV with a column name and one for each attribute, such as gender; nothing is told from names",
    )
    .option("--csv", "as a table, with every voice")
    .action(async (options: AuditOptions) => {
      const { auditCommand } = await import("./audit.js")
      process.exitCode = await auditCommand(options)
    })
  program
    .command("score")
    .description("how well the reader agrees with reports that you annotated")
    .argument("<gold...>", "marked reports (NAME.marked.txt), records or annotated reports (JSONL), folders of them")
    .action(async (gold: string[]) => {
      const { scoreCommand } = await import("./score.js")
      process.exitCode = await scoreCommand(gold)
    })
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new InvalidArgumentError("It must be a whole number from 1 on.")
  return Number(text)
}
