import { once } from "node:events"
import { readFile } from "node:fs/promises"
import { ArchiveError, openArchive, whyFailed } from "../archive/index.js"
import { type Access, isLoopback, listen, originOf, parseTokens, refusalOf, TokenError } from "../server/index.js"
import { write } from "./output.js"
import { harmless } from "./terminal.js"

export interface ServeOptions {
  readonly archive: string
  readonly host: string
  readonly port: number
  readonly tokenFile?: string
  readonly userHeader?: string
  readonly url?: string
  readonly readOnly?: boolean
  readonly wholeTexts?: boolean
  readonly contact?: string
}

/** Something in the options that whoever gave them can put right. */
class OptionError extends Error {}

/** Serves the archive until the process is told to end. */
export async function serveCommand(options: ServeOptions): Promise<0 | 1> {
  const { archive: path, host, port, contact } = options
  try {
    const access = await accessOf(options)
    const refusal = refusalOf(access, host)
    if (refusal !== undefined) throw new OptionError(refusal)
    const archive = await openArchive(path, { mustExist: true })
    try {
      const listening = await listen(archive, { host, port, access, ...(contact === undefined ? {} : { contact }) })
      const at = access.origin === undefined ? listening.address : `${access.origin}, through ${listening.address}`
      await write(`${path} can be read at ${at} (Ctrl+C ends it)\n`)
      if (!isLoopback(host) && access.tokens && access.origin === undefined) {
        process.stderr.write(
          "onrecord: tokens travel unencrypted; put a proxy with https in front and name it by --url\n",
        )
      }
      await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")])
      await listening.close()
    } catch (error) {
      throw await whyFailed(archive, error)
    } finally {
      await archive.close()
    }
    return 0
  } catch (error) {
    const words = problemWords(error, host, port)
    if (words === undefined) throw error
    process.stderr.write(`onrecord: ${harmless(words)}\n`)
    return 1
  }
}

async function accessOf({ tokenFile, userHeader, url, readOnly, wholeTexts }: ServeOptions): Promise<Access> {
  const origin = url === undefined ? undefined : originOf(url)
  if (url !== undefined && origin === undefined) {
    throw new OptionError(`${url}: is not the address of a whole site; one is https://archive.example`)
  }
  return {
    ...(tokenFile === undefined ? {} : { tokens: await tokensIn(tokenFile) }),
    ...(userHeader === undefined ? {} : { userHeader }),
    ...(origin === undefined ? {} : { origin }),
    ...(readOnly ? { readOnly } : {}),
    ...(wholeTexts ? { wholeTexts } : {}),
  }
}

async function tokensIn(path: string) {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new OptionError(`${path}: the file of tokens cannot be read (${error.code})`)
  })
  try {
    return parseTokens(text)
  } catch (error) {
    throw error instanceof TokenError ? new OptionError(`${path}: ${error.message}`) : error
  }
}

function problemWords(error: unknown, host: string, port: number): string | undefined {
  if (error instanceof ArchiveError || error instanceof OptionError) return error.message
  const { code } = error as { code?: string }
  if (code === "EADDRINUSE") return `port ${port} is taken; choose another with --port`
  if (code === "EACCES") return `port ${port} may not be used by you; choose one from 1024 on with --port`
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") return `${host} is no address of this machine`
  return undefined
}
