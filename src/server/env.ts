import type { HttpBindings } from "@hono/node-server"
import type { Hono } from "hono"

/** What the first layers of the server find out for those behind them. */
export interface ServerEnv {
  readonly Bindings: Partial<HttpBindings>
  readonly Variables: {
    /** who asks; always there in what changes something */
    person: string | undefined
    /** what forms of the page have to bear */
    mark: string
    /** whether anything can be changed at all */
    mayWrite: boolean
    /** whether there is a session that can be left */
    mayLeave: boolean
    /** whether of each report only the sentences are here in which entries stand */
    excerpts: boolean
  }
}

export type App = Hono<ServerEnv>
