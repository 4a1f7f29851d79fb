import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

/** A command of a page, with what it prints there. */
export interface Step {
  /** Of the command in the page, from 1. */
  readonly line: number
  readonly command: string
  readonly wanted: readonly string[]
  /** Where `wanted` stands in the page: lines, from 0, half-open. */
  readonly from: number
  readonly to: number
}

/** A fenced block of a page. */
export interface Block {
  readonly line: number
  /** "console" holds commands, "ts" a program; any other with a file's name behind it is that file. */
  readonly language: string
  readonly file: string
  readonly lines: readonly string[]
}

export interface Page {
  readonly path: string
  readonly blocks: readonly Block[]
}

const root = join(import.meta.dirname, "..", "..")

/** The README and the manual. */
export function readPages(): Page[] {
  const manual = readdirSync(join(root, "docs")).filter((name) => name.endsWith(".md"))
  return ["README.md", ...manual.sort().map((name) => `docs/${name}`)].map((path) => ({
    path,
    blocks: blocksOf(readFileSync(join(root, path), "utf8")),
  }))
}

export function blocksOf(page: string): Block[] {
  return [...page.matchAll(/^```(\S*)[ \t]*(.*)\n([\s\S]*?)^```$/gm)].map(
    ({ index, 1: language = "", 2: file = "", 3: body = "" }) => ({
      line: page.slice(0, index).split("\n").length,
      language,
      file,
      lines: body.split("\n").slice(0, -1),
    }),
  )
}

/** Each line that begins with "$ " is a command, with "> " before what it goes on with; what follows is printed. */
export function stepsOf({ line, lines }: Block): Step[] {
  const steps: Step[] = []
  for (let n = 0; n < lines.length; ) {
    if (!lines[n]!.startsWith("$ "))
      throw new Error(`line ${line + n + 1}: a block begins with a command: $ onrecord …`)
    const start = n
    let command = lines[n++]!.slice(2)
    while (lines[n]?.startsWith("> ")) command += `\n${lines[n++]!.slice(2)}`
    const from = n
    while (n < lines.length && !lines[n]!.startsWith("$ ")) n++
    steps.push({ line: line + start + 1, command, wanted: lines.slice(from, n), from: line + from, to: line + n })
  }
  return steps
}

/** Whether this was printed: "…" alone on a line stands for any lines, or none, and within a line for anything in it. */
export function matches(wanted: readonly string[], printed: string): boolean {
  const pattern = wanted.map((line) =>
    line.trim() === "…" ? "(?:.*\n)*?" : `${line.split("…").map(escaped).join(".*")}\n`,
  )
  return new RegExp(`^${pattern.join("")}$`).test(ended(printed))
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")

/** As a terminal shows it, which no CR is seen on, with one line end behind it unless it is empty. */
export const ended = (printed: string): string =>
  printed.replaceAll("\r\n", "\n").replace(/\n*$/, printed.trim() === "" ? "" : "\n")
