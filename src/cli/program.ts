import { Argument, Command, InvalidArgumentError, Option } from "commander"
import { type Format, formats } from "../export/format-names.js"
import { version } from "../version.js"
import type { AddOptions } from "./add.js"
import { addAsking } from "./asking.js"
import { addCorrecting } from "./correcting.js"
import type { ExportOptions } from "./export.js"
import { addFollowing } from "./following.js"
import { addIdentifying } from "./identifying.js"
import { addKeeping } from "./keeping.js"
import { write } from "./output.js"
import type { ReadOptions } from "./read.js"
import { addScoring } from "./scoring.js"
import type { ServeOptions } from "./serve.js"

/** All the commands. Each sets `process.exitCode`; wrong usage throws a CommanderError. */
export function makeProgram(): Command {
  const program = new Command("onrecord")
    .description("Reads news reports and keeps the record: who said what to whom, where and when, on whose word.")
    .version(version)
    .showHelpAfterError("(--help tells how it is used)")
    .exitOverride()

  program
    .command("read")
    .description("print the record of each report")
    .argument(
      "<files...>",
      "text, HTML, JSONL, CSV or feed files, folders of them, web addresses, or - for standard input",
    )
    .addOption(new Option("--json", "one record as JSON on a line per report, in the order given").conflicts("marked"))
    .option("--marked", "the text of each report with the findings marked in it")
    .option("--why", "with each statement the rules and heads that signed it")
    .option("--origin", "in the record, the way back from the text to the file's own characters")
    .option("--contact <address>", "how the operator of a site that is read reaches you; sites are told")
    .option("--threads <number>", "worker threads; the machine's cores unless given", wholeNumber)
    .action(async (files: string[], options: ReadOptions) => {
      const { readCommand } = await import("./read.js") // only what a command needs is loaded
      process.exitCode = await readCommand(files, options)
    })

  program
    .command("add")
    .description("read reports and keep their records in an archive; what it holds already is not read again")
    .argument("<sources...>", "files, folders and web addresses as for read, and JSONL of records made elsewhere")
    .option("--archive <file>", "the archive, made where there is none", "onrecord.db")
    .option("--contact <address>", "how the operator of a site that is read reaches you; sites are told")
    .option("--threads <number>", "worker threads; the machine's cores unless given", wholeNumber)
    .action(async (sources: string[], options: AddOptions) => {
      const { addCommand } = await import("./add.js")
      process.exitCode = await addCommand(sources, options)
    })

  program
    .command("export")
    .description("write the archive's records for spreadsheets, R, Python, DuckDB and the web, with a manifest")
    .addArgument(new Argument("<format>", "what to write").choices(formats))
    .argument("[folder]", "where to", "onrecord-export")
    .option("--archive <file>", "the archive", "onrecord.db")
    .option(
      "--records <files...>",
      "instead of the archive JSON lines of records (onrecord/1), or - for standard input",
    )
    .option("--bom", "csv: begin with the mark by which Excel knows UTF-8")
    .option("--no-text", "jsonl: leave out the text of the reports; hashes, places and the entries' own words stay")
    .addOption(
      new Option("--offsets <unit>", "jsonl: what places count").choices(["utf-16", "code-points"]).default("utf-16"),
    )
    .action(async (format: Format, folder: string, options: ExportOptions) => {
      const { exportCommand } = await import("./export.js")
      process.exitCode = await exportCommand(format, folder, options)
    })

  program
    .command("schema")
    .description("print the JSON Schema of a record")
    .action(async () => {
      const [z, { recordSchema }] = await Promise.all([import("zod"), import("../record.js")])
      await write(`${JSON.stringify(z.toJSONSchema(recordSchema, { target: "draft-2020-12" }), null, 2)}\n`)
    })

  program
    .command("serve")
    .description("open the archive in a browser")
    .option("--archive <file>", "the archive's file", "onrecord.db")
    .option("--host <address>", "the address to answer on", "127.0.0.1")
    .option("--port <number>", "the port to answer on", portNumber, 4700)
    .option("--token-file <file>", "let in only who has a token: a line a person, name:token")
    .option("--user-header <name>", "the header in which a reverse proxy on this machine names who asks")
    .option("--url <address>", "the address that people open, where a reverse proxy stands in front")
    .option(
      "--read-only",
      "for everybody: nothing can be changed, private people are shown by their role, entries in their sentences",
    )
    .option("--whole-texts", "with --read-only, show whole reports: you have the right to publish them")
    .option("--contact <address>", "how the operator of a site that is read reaches you; sites are told")
    .action(async (options: ServeOptions) => {
      const { serveCommand } = await import("./serve.js")
      process.exitCode = await serveCommand(options)
    })

  program
    .command("mcp")
    .description("let an assistant ask the archive (Model Context Protocol on standard input and output)")
    .option("--archive <file>", "the archive", "onrecord.db")
    .action(async (options: { archive: string }) => {
      const { mcpCommand } = await import("./mcp.js")
      process.exitCode = await mcpCommand(options)
    })

  addAsking(program)
  addCorrecting(program)
  addFollowing(program)
  addIdentifying(program)
  addKeeping(program)
  addScoring(program)

  return program
}

function portNumber(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new InvalidArgumentError("It must be from 0 to 65535.")
  return Number(text)
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError("It must be a whole number from 1 on.")
  return Number(text)
}
