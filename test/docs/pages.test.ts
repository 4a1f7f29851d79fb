import { expect, test } from "vitest"
import { blocksOf, matches, stepsOf } from "./pages.js"
import { wordsOf } from "./terminal.js"

test("a block is commands, each with what follows it", () => {
  const page =
    "# Title\n\n```console\n$ onrecord said Lopez\n│ no\n$ onrecord who \\\n>   --csv\n```\n\n```csv list.csv\na,b\n```\n"
  const [commands, file] = blocksOf(page)
  expect(stepsOf(commands!)).toEqual([
    { line: 4, command: "onrecord said Lopez", wanted: ["│ no"], from: 4, to: 5 },
    { line: 6, command: "onrecord who \\\n  --csv", wanted: [], from: 7, to: 7 },
  ])
  expect(file).toEqual({ line: 10, language: "csv", file: "list.csv", lines: ["a,b"] })
})

test("a block of what is no command is refused", () => {
  expect(() => stepsOf({ line: 7, language: "console", file: "", lines: ["onrecord who"] })).toThrow(/^line 8: .+\$/)
})

test("dots stand for lines or for a part of one, and nothing else may differ", () => {
  expect(matches(["one", "…", "four"], "one\ntwo\nthree\nfour\n")).toBe(true)
  expect(matches(["one", "…", "four"], "one\nfour\n")).toBe(true)
  expect(matches(["on … at 10"], "on Monday at 10\n")).toBe(true)
  expect(matches(["a.c"], "abc\n")).toBe(false)
  expect(matches(["one", "four"], "one\ntwo\nfour\n")).toBe(false)
  expect(matches(["one"], "one\ntwo\n")).toBe(false)
  expect(matches(["on … at 10"], "on\nMonday at 10\n")).toBe(false)
  expect(matches([], "something\n")).toBe(false)
  expect(matches(["something"], "")).toBe(false)
})

test("what only a shell can do is left to it", () => {
  expect(wordsOf("onrecord show 4fe09a21#s1 '#12' speaker=\"Mara Lind\"")).toEqual([
    "onrecord",
    "show",
    "4fe09a21#s1",
    "#12",
    "speaker=Mara Lind",
  ])
  for (const command of [
    "onrecord read a | wc",
    "cat *.txt",
    "onrecord said $WHO",
    "ls > list",
    'echo "',
    "ls # all",
  ]) {
    expect(wordsOf(command), command).toBeUndefined()
  }
})
