import { stat } from "node:fs/promises"
import { SingleBar } from "cli-progress"
import { walk } from "../input/walk.js"

export interface Progress {
  /** One more outcome, of this file. */
  count(path: string, failed: boolean): void
  /** A line on stderr that does not run into the bar. */
  say(line: string): void
  stop(): void
}

/**
 * How far a long reading is, on stderr: only where stderr is a terminal and the records go elsewhere
 * (records that scroll by are progress enough).
 */
export async function startProgress(paths: readonly string[]): Promise<Progress> {
  if (!process.stderr.isTTY || process.stdout.isTTY) {
    return { count: () => {}, say: (line) => console.error(line), stop: () => {} }
  }
  const total = await countFiles(paths)
  // How many reports one file of JSON lines holds cannot be known before its end, so it only counts.
  const format = `${total > 1 ? "{bar} {value} of {total} files · " : ""}{read} reports read{unread} · {duration_formatted}`
  const bar = new SingleBar({ format, stream: process.stderr, clearOnComplete: true, barsize: 24, hideCursor: true })
  let last: string | undefined
  let files = 0
  let read = 0
  let unread = 0
  bar.start(total, 0, { read, unread: "" })
  // Ctrl-C in the middle: give the terminal back as it was, then end as any interrupted command does.
  process.once("SIGINT", () => {
    bar.stop()
    process.kill(process.pid, "SIGINT")
  })
  return {
    count: (path, failed) => {
      if (last !== undefined && path !== last) files += 1 // outcomes come in order: the file before is done
      last = path
      if (failed) unread += 1
      else read += 1
      bar.update(files, { read, unread: unread > 0 ? `, ${unread} not` : "" })
    },
    say: (line) => {
      process.stderr.write(`\r\u001b[K${line}\n`)
    },
    stop: () => bar.stop(),
  }
}

async function countFiles(paths: readonly string[]): Promise<number> {
  let files = 0
  for (const path of paths) {
    const isDirectory = await stat(path).then(
      (found) => found.isDirectory(),
      () => false,
    )
    if (!isDirectory) files += 1
    else for await (const _ of walk(path)) files += 1
  }
  return files
}
