import { serve } from "@hono/node-server"
import type { Archive } from "../archive/index.js"
import { createApp } from "./app.js"

export interface ListenOptions {
  readonly host: string
  readonly port: number
}

export interface Listening {
  /** "http://127.0.0.1:4700" */
  readonly address: string
  close(): Promise<void>
}

/** Serves an archive until it is closed. Port 0 takes a free one. */
export async function listen(archive: Archive, { host, port }: ListenOptions): Promise<Listening> {
  const app = createApp(archive)
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, (bound) => {
      server.off("error", reject)
      resolve({
        address: `http://${host.includes(":") ? `[${host}]` : host}:${bound.port}`,
        close: () =>
          new Promise((done, failed) => {
            server.close((error) => (error ? failed(error) : done()))
            if ("closeIdleConnections" in server) server.closeIdleConnections() // browsers keep theirs open
          }),
      })
    })
    server.once("error", reject)
  })
}
