import type { IncomingMessage, ServerResponse } from "node:http"
import { afterEach } from "vitest"
import { isInputError } from "../src/input/errors.js"
import { openFetcher, type WebOptions } from "../src/input/web/fetcher.js"
import { serve } from "./serve.js"

export type Pages = {
  readonly [path: string]: string | Uint8Array | ((request: IncomingMessage, response: ServerResponse) => void)
}

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()))
})

/** A site with these pages, and a fetcher with a clock that only moves where the fetcher waits. */
export async function site(pages: Pages, options: WebOptions = {}) {
  const server = await serve((request, response) => {
    const page = pages[request.url!]
    if (page === undefined) response.writeHead(404).end()
    else if (typeof page === "function") page(request, response)
    else response.end(page)
  })
  closing.push(server.close)
  const clock = { now: 1_700_000_000_000, waited: 0 }
  const fetcher = openFetcher(options, {
    allow: [`127.0.0.1:${server.port}`],
    now: () => clock.now,
    wait: async (milliseconds) => {
      clock.now += milliseconds
      clock.waited += milliseconds
    },
  })
  const read = async (path: string) => {
    const outcome = await fetcher(`${server.url}${path}`)
    return isInputError(outcome) ? outcome.code : Buffer.from(outcome.bytes).toString()
  }
  return { server, fetcher, read, clock }
}

/** A page that is sent with these headers. */
export const withHeaders =
  (headers: { readonly [name: string]: string }, body: string | Uint8Array) =>
  (_: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(200, headers).end(body)
  }
