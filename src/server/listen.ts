import { type ServerType, serve } from "@hono/node-server"
import type { Archive } from "../archive/index.js"
import { type Access, refusalOf, thisMachine } from "./access/access.js"
import { openedOnce } from "./adding/fetching.js"
import { openQueue } from "./adding/queue.js"
import { startReader } from "./adding/reading.js"
import { createApp } from "./app.js"
import { loadAssets } from "./assets.js"
import { openPublic } from "./public.js"

export interface ListenOptions {
  readonly host: string
  readonly port: number
  /** who may do what; anybody at this machine everything, unless given */
  readonly access?: Access
  /** how the operator of a site that is read from reaches whoever runs this server */
  readonly contact?: string
}

/** The archive may not be served like that; the message says what to do. */
export class AccessError extends Error {
  override readonly name = "AccessError"
}

export interface Listening {
  /** "http://127.0.0.1:4700" */
  readonly address: string
  close(): Promise<void>
}

/**
 * Serves an archive until it is closed. Port 0 takes a free one. Throws an AccessError where others could reach it and
 * nobody asks who they are.
 */
export async function listen(
  archive: Archive,
  { host, port, access = thisMachine, contact }: ListenOptions,
): Promise<Listening> {
  const refusal = refusalOf(access, host)
  if (refusal !== undefined) throw new AccessError(refusal)
  const queue = openQueue(archive, startReader())
  const fetcher = openedOnce(contact === undefined ? {} : { contact })
  const everybodys = access.readOnly
    ? await openPublic(archive, access.wholeTexts ? { wholeTexts: true } : {})
    : undefined
  const app = createApp(everybodys?.archive ?? archive, loadAssets(), access, { queue, fetcher })
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, (bound) => {
      server.removeAllListeners("error")
      resolve({
        address: `http://${host.includes(":") ? `[${host}]` : host}:${bound.port}`,
        close: async () => {
          await closed(server)
          await queue.close()
          await everybodys?.close()
        },
      })
    })
    server.once("error", async (error) => {
      await everybodys?.close()
      reject(error)
    })
  })
}

const closed = (server: ServerType) =>
  new Promise<void>((done, failed) => {
    server.close((error) => (error ? failed(error) : done()))
    if ("closeIdleConnections" in server) server.closeIdleConnections() // browsers keep theirs open
  })
