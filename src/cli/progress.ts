import { SingleBar } from "cli-progress"

export interface Progress {
  update(read: number, failed: number): void
  /** A line on stderr that does not run into the bar. */
  say(line: string): void
  stop(): void
}

/**
 * How far a long reading is, on stderr: only where stderr is a terminal and the records go elsewhere
 * (records that scroll by are progress enough). The end of a stream cannot be known, so it counts.
 */
export function startProgress(): Progress {
  if (!process.stderr.isTTY || process.stdout.isTTY) {
    return { update: () => {}, say: (line) => console.error(line), stop: () => {} }
  }
  const bar = new SingleBar({
    format: "{read} read{unread} · {duration_formatted}",
    stream: process.stderr,
    clearOnComplete: true,
    forceRedraw: true,
  })
  bar.start(1, 0, { read: 0, unread: "" })
  const stop = () => bar.stop()
  // Ctrl-C in the middle: take the bar away, then end as any interrupted command does.
  process.once("SIGINT", () => {
    stop()
    process.exit(130)
  })
  return {
    update: (read, failed) => bar.update(0, { read, unread: failed > 0 ? `, ${failed} not` : "" }),
    say: (line) => {
      process.stderr.write(`\r\u001b[K${line}\n`)
    },
    stop,
  }
}
