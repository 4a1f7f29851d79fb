import { once } from "node:events"
import { ArchiveError, openArchive } from "../archive/index.js"
import { isLoopback, listen } from "../server/index.js"
import { write } from "./output.js"

export interface ServeOptions {
  readonly archive: string
  readonly host: string
  readonly port: number
}

/** Serves the archive until the process is told to end. */
export async function serveCommand({ archive: path, host, port }: ServeOptions): Promise<0 | 1> {
  // There is no password yet, so nobody but this machine may ask.
  if (!isLoopback(host)) {
    process.stderr.write(
      `onrecord: ${host} can be reached from other machines; use an address of this one, such as 127.0.0.1\n`,
    )
    return 1
  }
  try {
    const archive = await openArchive(path, { mustExist: true })
    try {
      const listening = await listen(archive, { host, port })
      await write(`${path} can be read at ${listening.address} (Ctrl+C ends it)\n`)
      await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")])
      await listening.close()
    } finally {
      await archive.close()
    }
    return 0
  } catch (error) {
    const words = problemWords(error, host, port)
    if (words === undefined) throw error
    process.stderr.write(`onrecord: ${words}\n`)
    return 1
  }
}

function problemWords(error: unknown, host: string, port: number): string | undefined {
  if (error instanceof ArchiveError) return error.message
  const { code } = error as { code?: string }
  if (code === "EADDRINUSE") return `port ${port} is taken; choose another with --port`
  if (code === "EACCES") return `port ${port} may not be used by you; choose one from 1024 on with --port`
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") return `${host} is no address of this machine`
  return undefined
}
