import { type Info, parse } from "csv-parse"
import { parse as parseWhole } from "csv-parse/sync"
import type { Bytes } from "./lines.js"

/** One row of a table, in the file's own bytes. Its number is a spreadsheet's: the first row is 1. */
export interface Row {
  readonly number: number
  readonly cells: readonly Uint8Array[]
  /** What is wrong with the row; its cells mean nothing then. */
  readonly broken?: string
}

/** A longer row is a quotation mark that nobody closed. */
const longestRow = 64 * 1024 * 1024
/** So many times we go back for what a stray quotation mark has swallowed. */
const mostRepairs = 100

/**
 * The rows of a table, as the bytes come. A row with more or fewer cells than the first one is broken. Where a stray
 * quotation mark made one row of many, only the line that it stands in is lost, and the others are read again.
 */
export async function* tableRows(source: Bytes, delimiter: string): AsyncGenerator<Row> {
  let number = 1
  let width: number | undefined
  let repairs = 0
  let run = startRun(delimiter)

  /** The rows that are ready, and then the bytes that a stray mark had swallowed, if it did. */
  function* take(): Generator<Row, Uint8Array | undefined> {
    for (const { cells, from, to } of run.ready()) {
      width ??= cells.length
      if (cells.some(mayHaveSwallowed) && isBadlyQuoted(run.bytes(from, to), delimiter)) {
        yield { number: number++, cells: [], broken: strayMark }
        return afterLine(run.bytes(from))
      }
      yield { number: number++, cells, ...(fits(cells, width) ? {} : { broken: wrongWidth(cells.length, width) }) }
      run.forget(to)
    }
    if (run.problem === undefined) return undefined
    yield { number: number++, cells: [], broken: strayMark }
    return afterLine(run.bytes(run.end))
  }

  /** False where there is no sense in reading on. */
  async function* read(bytes: Uint8Array | undefined): AsyncGenerator<Row, boolean> {
    await (bytes ? run.write(bytes) : run.finish())
    for (;;) {
      const swallowed = yield* take()
      if (!swallowed) return true
      repairs += 1
      if (repairs === mostRepairs) {
        yield { number, cells: [], broken: `after ${mostRepairs} quotation marks not closed the rest is not read` }
        return false
      }
      run = startRun(delimiter)
      await run.write(swallowed)
      if (!bytes && run.problem === undefined) await run.finish()
    }
  }

  for await (const bytes of source) if (!(yield* read(bytes))) return
  yield* read(undefined)
}

const strayMark =
  "a quotation mark in it is not closed; put two marks for one within a cell, and one at either end of the cell"

const wrongWidth = (found: number, width: number): string =>
  `it has ${found} cells where the first row has ${width}; put cells that hold the delimiter into quotation marks`

// Spreadsheets write the delimiters of empty columns behind the last one, too; an empty line has one empty cell.
const fits = (cells: readonly Uint8Array[], width: number): boolean =>
  cells.length === width || (cells.length > width && cells.slice(width).every(isEmpty)) || cells.every(isEmpty)

export const isEmpty = (cell: Uint8Array): boolean => /^\s*$/.test(Buffer.from(cell).toString("latin1"))

// "He left, 5⏎Reed, "6": the mark in front was never closed, and so it is still there.
const mayHaveSwallowed = (cell: Uint8Array): boolean => cell[0] === 0x22 && cell.includes(0x0a)

/** A cell may begin with a mark of its own ("""No,"" she said"), but then it is well written. */
function isBadlyQuoted(row: Uint8Array, delimiter: string): boolean {
  try {
    parseWhole(Buffer.from(row), { delimiter, relax_column_count: true })
    return false
  } catch {
    return true
  }
}

function afterLine(bytes: Uint8Array): Uint8Array {
  const feed = bytes.indexOf(0x0a)
  return feed < 0 ? new Uint8Array() : bytes.subarray(feed + 1)
}

interface Found {
  readonly cells: readonly Uint8Array[]
  /** Its bytes, counted from the beginning of the run. */
  readonly from: number
  readonly to: number
}

/** One run of the parser from a place where a row begins. What it has not finished is held, to be read again. */
function startRun(delimiter: string) {
  let found: Found[] = []
  const held: Uint8Array[] = []
  let heldFrom = 0
  const run = { problem: undefined as string | undefined, end: 0, ready, bytes, forget, write, finish }
  const parser = parse({
    delimiter,
    encoding: null, // cells stay bytes: what they are written in is seen row by row
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: longestRow,
    on_record: (cells: unknown, info: Info) => {
      found.push({ cells: cells as Uint8Array[], from: run.end, to: info.bytes }) // its types know cells of text only
      run.end = info.bytes
      return null
    },
  })
  parser.on("error", (error) => {
    run.problem = "code" in error ? String(error.code) : error.message
  })
  parser.resume()

  function ready(): Found[] {
    const rows = found
    found = []
    return rows
  }

  function bytes(from: number, to?: number): Uint8Array {
    return Buffer.concat(held).subarray(from - heldFrom, to === undefined ? undefined : to - heldFrom)
  }

  function forget(before: number): void {
    while (held[0] && heldFrom + held[0].length <= before) heldFrom += held.shift()!.length
  }

  function write(chunk: Uint8Array): Promise<void> {
    held.push(chunk)
    return settled((done) => parser.write(chunk, done))
  }

  function finish(): Promise<void> {
    return settled(() => parser.end())
  }

  // After an error a write may not call back.
  function settled(act: (done: () => void) => void): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        parser.off("error", done).off("end", done)
        resolve()
      }
      parser.once("error", done).once("end", done)
      act(done)
    })
  }

  return run
}
