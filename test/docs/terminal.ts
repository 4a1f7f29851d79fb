import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { chmodSync, mkdirSync, writeFileSync } from "node:fs"
import { createServer } from "node:net"
import { join } from "node:path"
import { onrecordIn } from "../onrecord.js"
import { ended } from "./pages.js"

/** A terminal in a folder, in which `onrecord` is the command of the sources. */
export interface Terminal {
  /** What the command prints, on standard output and error as they come, and its exit code. */
  run(command: string): Promise<{ readonly printed: string; readonly code: number }>
  /** Starts what goes on until it is stopped, and waits until it has printed what is wanted, or for a minute. */
  start(command: string, enough: (printed: string) => boolean): Promise<string>
  close(): Promise<void>
}

const root = join(import.meta.dirname, "..", "..")

export function openTerminal(folder: string): Terminal {
  const commands = join(folder, ".bin")
  mkdirSync(commands)
  const main = [import.meta.resolve("tsx"), join(root, "src", "cli", "main.ts")]
  writeFileSync(
    join(commands, "onrecord"),
    `#!/bin/sh\nexec "${process.execPath}" --import "${main.join('" "')}" "$@"\n`,
  )
  chmodSync(join(commands, "onrecord"), 0o755)
  const surroundings = {
    ...process.env,
    PATH: `${commands}:${process.env.PATH}`,
    NO_COLOR: "1",
    COLUMNS: "80",
    TSX_TSCONFIG_PATH: join(root, "tsconfig.json"),
  }
  const started: ChildProcess[] = []
  // A page names a port that may be taken on this machine: another stands in for it.
  const ports = new Map<string, string>()
  const shown = (printed: string) =>
    swap(
      printed,
      [...ports].map(([named, taken]) => [taken, named]),
    )

  function shell(command: string) {
    const child = spawn("bash", ["-c", swap(command, [...ports])], { cwd: folder, env: surroundings, detached: true })
    let printed = ""
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes) => (printed += bytes))
    return { child, printed: () => ended(shown(printed)) }
  }

  return {
    async run(command) {
      const [name, ...args] = wordsOf(command) ?? []
      // Within this process the model is loaded once for all commands.
      if (name === "onrecord") {
        const { printed, status } = await onrecordIn(folder, oneThread(args))
        return { printed: ended(printed), code: status }
      }
      const { child, printed } = shell(command)
      const [code] = await once(child, "close")
      return { printed: printed(), code }
    },
    async start(command, enough) {
      const named = /--port (\d+)/.exec(command)?.[1] ?? "4700"
      ports.set(named, String(await freePort()))
      const { child, printed } = shell(/--port/.test(command) ? command : `${command} --port ${named}`)
      started.push(child)
      for (let tries = 0; tries < 600 && !enough(printed()) && child.exitCode === null; tries++) {
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
      return printed()
    },
    async close() {
      for (const child of started) {
        if (child.exitCode !== null) continue
        const closed = once(child, "close")
        process.kill(-child.pid!, "SIGINT")
        await closed
      }
    },
  }
}

/** The words of a command, quotes taken off, or nothing where only a shell knows: pipes, patterns, variables. */
export function wordsOf(command: string): string[] | undefined {
  const word = /\s*((?:'[^']*'|"[^"$`\\]*"|[^\s'"$`\\|&;<>()*?[\]{}~#]|(?<=\S)#)+)/gy
  const words: string[] = []
  let end = 0
  for (const { 0: all, 1: written = "", index } of command.matchAll(word)) {
    words.push(written.replace(/'([^']*)'|"([^"]*)"/g, (_, single, double) => single ?? double))
    end = index + all.length
  }
  return command.slice(end).trim() === "" ? words : undefined
}

/** Threads would each load the model again, and read no different record. */
const oneThread = (args: readonly string[]): readonly string[] =>
  /^(?:read|add)$/.test(args[0] ?? "") && !args.includes("--threads") ? [...args, "--threads", "1"] : args

const swap = (text: string, pairs: readonly (readonly [string, string])[]): string =>
  pairs.reduce((so, [from, to]) => so.replaceAll(new RegExp(`\\b${from}\\b`, "g"), to), text)

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  server.close()
  if (address === null || typeof address === "string") throw new Error("no port")
  return address.port
}
