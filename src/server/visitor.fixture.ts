import type { createApp } from "./app.js"

// Somebody at this machine, as a browser would speak for them.

type App = ReturnType<typeof createApp>

export const here = "http://127.0.0.1:4700"
export const env = { incoming: { socket: { remoteAddress: "127.0.0.1" } } } as never

export interface Visitor {
  readonly cookie: string
  readonly mark: string
}

export type Sent = { readonly [field: string]: string | readonly string[] }

interface Answer {
  readonly status: number
  readonly location: string | null
  readonly body: string
}

const markIn = (page: string): string => /name="mark" value="([^"]+)"/.exec(page)![1]!

export async function enter(app: App, name: string): Promise<Visitor> {
  const mark = markIn(await (await app.request(`${here}/enter`, {}, env)).text())
  const body = new URLSearchParams({ mark, next: "/", name })
  const entered = await app.request(`${here}/enter`, { method: "POST", headers: { origin: here }, body }, env)
  const cookie = entered.headers.get("set-cookie")!.split(";")[0]!
  return { cookie, mark: markIn(await (await app.request(`${here}/enter`, { headers: { cookie } }, env)).text()) }
}

export async function get(app: App, address: string, visitor?: Visitor): Promise<Answer> {
  return answerOf(await app.request(`${here}${address}`, visitor ? { headers: { cookie: visitor.cookie } } : {}, env))
}

/** Sends a form, with a reason where it has none. */
export async function post(app: App, address: string, { cookie, mark }: Visitor, form: Sent): Promise<Answer> {
  const body = new URLSearchParams({ mark })
  for (const [field, value] of Object.entries({ reason: "read it again", ...form })) {
    for (const one of [value].flat()) body.append(field, one)
  }
  return answerOf(
    await app.request(`${here}${address}`, { method: "POST", headers: { origin: here, cookie }, body }, env),
  )
}

const answerOf = async (response: Response): Promise<Answer> => ({
  status: response.status,
  location: response.headers.get("location"),
  body: await response.text(),
})
