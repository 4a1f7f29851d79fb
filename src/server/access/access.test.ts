import { afterAll, beforeAll, expect, test } from "vitest"
import { type Archive, openArchive } from "../../archive/index.js"
import { createApp } from "../app.js"
import { type Access, originOf, refusalOf } from "./access.js"
import { type Limits, usualLimits } from "./limits.js"
import { parseTokens } from "./tokens.js"

const here = "http://127.0.0.1:4700"
const adas = "ada-has-this-long-token"
const tokens = parseTokens(`Ada Lund:${adas}\nBo Karr:bo-has-another-long-token`)
const url = "https://archive.example"

let archive: Archive
beforeAll(async () => {
  archive = await openArchive(":memory:")
})
afterAll(() => archive.close())

type App = ReturnType<typeof createApp>

/** The server, and behind its guard an address that writes down who changed something. */
function serverWith(access: Access, limits: Partial<Limits> = {}) {
  const app = createApp(archive, { path: "/assets/1", files: new Map() }, access, {
    limits: { ...usualLimits, ...limits },
  })
  const done: (string | undefined)[] = []
  app.post("/change", (context) => {
    done.push(context.var.person)
    return context.text("done")
  })
  app.get("/who", (context) => context.text(context.var.person ?? "nobody"))
  return { app, done }
}

interface Asking {
  readonly method?: string
  readonly headers?: { readonly [name: string]: string }
  readonly form?: { readonly [name: string]: string }
  readonly body?: string
  /** the machine that it comes from */
  readonly peer?: string
}

function ask(app: App, address: string, { method = "GET", headers = {}, form, body, peer = "127.0.0.1" }: Asking = {}) {
  const env = { incoming: { socket: { remoteAddress: peer } } }
  const sent = form ? new URLSearchParams(form) : body
  return app.request(address, { method, headers, ...(sent === undefined ? {} : { body: sent }) }, env as never)
}

const markIn = (page: string): string => /name="mark" value="([^"]+)"/.exec(page)![1]!

/** Enters as a browser does, and gives what it needs to go on. */
async function enter(app: App, form: { readonly [name: string]: string }, at = here) {
  const page = await (await ask(app, `${at}/enter`)).text()
  const entered = await ask(app, `${at}/enter`, {
    method: "POST",
    headers: { origin: at },
    form: { mark: markIn(page), next: "/who", ...form },
  })
  const cookie = entered.headers.get("set-cookie")?.split(";")[0] ?? ""
  const own = await (await ask(app, `${at}/enter`, { headers: { cookie } })).text()
  return { entered, cookie, mark: markIn(own) }
}

const change = (app: App, { headers, form, ...how }: Asking = {}, at = here) =>
  ask(app, `${at}/change`, { method: "POST", headers: { origin: at, ...headers }, form: form ?? {}, ...how })

test("on this machine a name is asked for once, and what is changed bears it", async () => {
  const { app, done } = serverWith({})
  const { entered, cookie, mark } = await enter(app, { name: "  Ada   Lund " })
  expect(entered.status).toBe(303)
  expect(entered.headers.get("location")).toBe("/who")
  expect(entered.headers.get("set-cookie")).toMatch(/; HttpOnly; SameSite=Lax$/)
  expect(await (await ask(app, `${here}/who`, { headers: { cookie } })).text()).toBe("Ada Lund")
  expect((await change(app, { headers: { cookie }, form: { mark } })).status).toBe(200)
  expect((await change(app, { headers: { cookie, "x-mark": mark } })).status).toBe(200)
  expect(done).toEqual(["Ada Lund", "Ada Lund"])
})

test("the name outlasts a restart of the server", async () => {
  const { cookie } = await enter(serverWith({}).app, { name: "Ada Lund" })
  expect(await (await ask(serverWith({}).app, `${here}/who`, { headers: { cookie } })).text()).toBe("Ada Lund")
})

test.each(["", "   ", "\u202eadA", "a\u0000b", "—", "x".repeat(101)])("%j is no name", async (name) => {
  const { entered } = await enter(serverWith({}).app, { name })
  expect(entered.status).toBe(403)
  expect(entered.headers.get("set-cookie")).toBeNull()
})

interface Forgery {
  readonly what: string
  readonly headers?: { readonly [name: string]: string }
  readonly mark?: "none" | "nobody's" | "guessed"
}

const forgeries: readonly Forgery[] = [
  { what: "a page elsewhere", headers: { origin: "https://evil.example" } },
  { what: "a page that hides where it is", headers: { origin: "null" } },
  { what: "the same name on another port", headers: { origin: "http://127.0.0.1:4701" } },
  { what: "the same name with another scheme", headers: { origin: "https://127.0.0.1:4700" } },
  { what: "a request that does not say where it comes from", headers: { origin: "" } },
  {
    what: "a page elsewhere that calls itself ours",
    headers: { origin: "https://evil.example", "sec-fetch-site": "same-origin" },
  },
  { what: "a form without a mark", mark: "none" },
  { what: "a form with the mark of nobody", mark: "nobody's" },
  { what: "a form with a mark of its own", mark: "guessed" },
]

test.each(forgeries)("$what changes nothing", async ({ headers, mark: which }) => {
  const { app, done } = serverWith({})
  const { cookie, mark } = await enter(app, { name: "Ada Lund" })
  const marks = {
    none: "",
    "nobody's": markIn(await (await ask(app, `${here}/enter`)).text()),
    guessed: "A".repeat(mark.length),
  }
  const sent: { [name: string]: string } = { cookie, origin: here, ...headers }
  if (sent.origin === "") delete sent.origin
  const form = { mark: which ? marks[which] : mark }
  const response = await ask(app, `${here}/change`, { method: "POST", headers: sent, form })
  expect(response.status).toBe(403)
  expect(done).toEqual([])
})

test("neither JSON nor any other method goes round the guard", async () => {
  const { app, done } = serverWith({})
  const { cookie } = await enter(app, { name: "Ada Lund" })
  for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
    const headers = { cookie, origin: "https://evil.example", "content-type": "application/json" }
    expect((await ask(app, `${here}/change`, { method, headers, body: "{}" })).status).toBe(403)
  }
  expect(done).toEqual([])
})

test("whoever has not said a name changes nothing, and is asked for it", async () => {
  const { app, done } = serverWith({})
  const mark = markIn(await (await ask(app, `${here}/enter`)).text())
  const response = await change(app, { form: { mark } })
  expect(response.status).toBe(401)
  expect(await response.text()).toContain("Who is writing?")
  expect(done).toEqual([])
})

test("a cookie that somebody wrote is nobody's", async () => {
  const { app } = serverWith({})
  const { cookie } = await enter(app, { name: "Ada Lund" })
  for (const forgery of [cookie.replace("Ada", "Bob"), `${cookie.split("=")[0]}=x`, cookie.slice(0, -6)]) {
    expect(await (await ask(app, `${here}/who`, { headers: { cookie: forgery } })).text()).toBe("nobody")
  }
})

test("after leaving, nobody is there", async () => {
  const { app } = serverWith({})
  const { cookie, mark } = await enter(app, { name: "Ada Lund" })
  const left = await ask(app, `${here}/leave`, { method: "POST", headers: { cookie, origin: here }, form: { mark } })
  expect(left.status).toBe(303)
  expect(left.headers.get("set-cookie")).toContain("Max-Age=0")
})

test.each([
  ["/add?words=a%20b", "/add?words=a%20b"],
  ["//evil.example/", "/"],
  ["/\\evil.example/", "/"],
  ["https://evil.example/", "/"],
  ["/\t/evil.example", "/"],
  ["javascript:alert(1)", "/"],
  ["", "/"],
])("having entered, %j leads to %s", async (next, target) => {
  const { entered } = await enter(serverWith({}).app, { name: "Ada", next })
  expect(entered.headers.get("location")).toBe(target)
})

test("with tokens nothing is shown to whoever has none", async () => {
  const { app, done } = serverWith({ tokens })
  const page = await ask(app, `${here}/search?words=river`)
  expect(page.status).toBe(303)
  expect(page.headers.get("location")).toBe("/enter?next=%2Fsearch%3Fwords%3Driver")
  const program = await ask(app, `${here}/who`, { headers: { accept: "application/json" } })
  expect(program.status).toBe(401)
  expect(program.headers.get("www-authenticate")).toBe('Bearer realm="onrecord"')
  for (const headers of [{ authorization: "Bearer nobody-has-this-token" }, { authorization: "Bearer" }]) {
    expect((await ask(app, `${here}/who`, { headers })).status).toBe(401)
    expect((await change(app, { headers })).status).toBe(401)
  }
  expect(done).toEqual([])
})

test("a token names its person, in a request, as a password, or entered once", async () => {
  const { app, done } = serverWith({ tokens })
  const bearer = { authorization: `Bearer ${adas}` }
  expect(await (await ask(app, `${here}/who`, { headers: bearer })).text()).toBe("Ada Lund")
  const basic = { authorization: `Basic ${Buffer.from(`any:${adas}`).toString("base64")}` }
  expect(await (await ask(app, `${here}/who`, { headers: basic })).text()).toBe("Ada Lund")
  // A browser sends a password by itself, so another site could use it; a token in the request it cannot.
  expect((await change(app, { headers: { ...basic, origin: "https://evil.example" } })).status).toBe(403)
  expect((await ask(app, `${here}/change`, { method: "POST", headers: bearer })).status).toBe(200)
  const { cookie, mark } = await enter(app, { token: adas })
  expect((await change(app, { headers: { cookie }, form: { mark } })).status).toBe(200)
  expect(done).toEqual(["Ada Lund", "Ada Lund"])
})

test("a name is no token, and a session ends with the token it was begun with", async () => {
  const { app } = serverWith({ tokens })
  const refused = await enter(app, { token: "Ada Lund", name: "Ada Lund" })
  expect(refused.entered.status).toBe(403)
  const { cookie } = await enter(app, { token: adas })
  const without = serverWith({ tokens: parseTokens("Bo Karr:bo-has-another-long-token") })
  expect((await ask(without.app, `${here}/who`, { headers: { cookie } })).status).toBe(303)
  const open = serverWith({})
  const { cookie: named } = await enter(open.app, { name: "Ada Lund" })
  expect((await ask(app, `${here}/who`, { headers: { cookie: named } })).status).toBe(303)
})

const proxied: Access = { userHeader: "X-Forwarded-User", origin: url }

test("a proxy on this machine names who asks", async () => {
  const { app, done } = serverWith(proxied)
  const named = { "x-forwarded-user": Buffer.from("Joaquín Peñalver").toString("latin1") }
  expect(await (await ask(app, `${url}/who`, { headers: named })).text()).toBe("Joaquín Peñalver")
  const home = await (await ask(app, `${here}/`, { headers: named })).text()
  expect(home).toContain("Joaquín Peñalver")
  // The proxy speaks plain http to us, people https to it.
  const page = await ask(app, `http://archive.example/who`, { headers: named })
  expect(page.status).toBe(200)
  expect((await change(app, { headers: { ...named, origin: url } })).status).toBe(403)
  expect(done).toEqual([])
})

test.each([
  ["the header from another machine", { headers: { "x-forwarded-user": "Ada Lund" }, peer: "192.0.2.7" }],
  [
    "the header from another machine, in the newer notation",
    { headers: { "x-forwarded-user": "Ada" }, peer: "2001:db8::7" },
  ],
  ["no header", {}],
  ["an empty header", { headers: { "x-forwarded-user": " " } }],
  ["another header", { headers: { "x-remote-user": "Ada Lund" } }],
  ["a cookie of a server without a proxy", { headers: { cookie: "onrecord-00000000=x" } }],
] satisfies [string, Asking][])("%s names nobody", async (_, asking) => {
  const { app } = serverWith(proxied)
  const response = await ask(app, `${url}/who`, asking)
  expect(response.status).toBe(401)
  expect(await response.text()).toContain("Not through the proxy")
})

test("a request of this machine's through IPv4 written as IPv6 is this machine's", async () => {
  const { app } = serverWith(proxied)
  const asking = { headers: { "x-forwarded-user": "Ada Lund" }, peer: "::ffff:127.0.0.1" }
  expect(await (await ask(app, `${url}/who`, asking)).text()).toBe("Ada Lund")
})

test("a page elsewhere that lets its own name point here is not answered", async () => {
  for (const access of [{}, { readOnly: true }, proxied]) {
    const { app } = serverWith(access)
    expect((await ask(app, "http://evil.example:4700/", { headers: { "x-forwarded-user": "Ada" } })).status).toBe(421)
  }
})

test("cookies of an archive with https are sent by https only", async () => {
  const { app } = serverWith({ tokens, origin: url })
  const { entered, cookie } = await enter(app, { token: adas }, url)
  expect(entered.headers.get("set-cookie")).toMatch(/^__Host-onrecord-\w+=.*; HttpOnly; Secure; SameSite=Lax$/)
  expect(await (await ask(app, `${url}/who`, { headers: { cookie } })).text()).toBe("Ada Lund")
})

test("nobody changes anything in an archive that can only be read", async () => {
  for (const access of [{ readOnly: true }, { readOnly: true, tokens }, { ...proxied, readOnly: true }]) {
    const { app, done } = serverWith(access)
    const headers = { authorization: `Bearer ${adas}`, "x-forwarded-user": "Ada Lund" }
    const response = await change(app, { headers })
    expect(response.status).toBe(403)
    expect(await response.text()).toContain("This archive can only be read")
    expect(done).toEqual([])
  }
})

test("too much at once is refused before it is read, however it is sent", async () => {
  const { app, done } = serverWith({ tokens }, { bytes: 1000 })
  const headers = { authorization: `Bearer ${adas}`, "content-type": "application/x-www-form-urlencoded" }
  const long = `mark=${"x".repeat(2000)}`
  const told = await ask(app, `${here}/change`, {
    method: "POST",
    headers: { ...headers, "content-length": "2005" },
    body: long,
  })
  expect(told.status).toBe(413)
  let read = 0
  const endless = new ReadableStream({
    pull: (controller) => {
      read += 100
      controller.enqueue(new Uint8Array(100))
    },
  })
  const request = new Request(`${here}/change`, {
    method: "POST",
    headers,
    body: endless,
    duplex: "half",
  } as RequestInit)
  expect((await app.request(request)).status).toBe(413)
  expect(read).toBeLessThan(3000)
  expect(done).toEqual([])
})

test("whoever asks too often is told when to come back, and others are not held up", async () => {
  const { app } = serverWith({ tokens, origin: url }, { reading: 3, entering: 2 })
  const from = (forwarded: string) => ask(app, `${here}/enter`, { headers: { "x-forwarded-for": forwarded } })
  for (let n = 0; n < 3; n++) expect((await from("198.51.100.1")).status).toBe(200)
  const refused = await from("198.51.100.1")
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0)
  // What stands before the last address anybody can have written.
  expect((await from("203.0.113.9, 198.51.100.1")).status).toBe(429)
  expect((await from("198.51.100.2")).status).toBe(200)
  const guess = () => ask(app, `${here}/enter`, { method: "POST", peer: "192.0.2.1", form: { token: "guess" } })
  expect([await guess(), await guess(), await guess()].map(({ status }) => status)).toEqual([403, 403, 429])
})

const refusals: readonly (readonly [access: Access, host: string, words: string | undefined])[] = [
  [{}, "127.0.0.1", undefined],
  [{}, "::1", undefined],
  [{}, "0.0.0.0", "can be reached from other machines"],
  [{}, "127.0.0.1.example.org", "can be reached from other machines"],
  [{ readOnly: true }, "0.0.0.0", "can be reached from other machines"],
  [{ readOnly: true, origin: url }, "127.0.0.1", undefined],
  [{ tokens }, "0.0.0.0", undefined],
  [{ userHeader: "x-forwarded-user", origin: url }, "::", undefined],
  [{ wholeTexts: true }, "127.0.0.1", "--whole-texts belongs to --read-only"],
  [{ origin: url }, "127.0.0.1", "anybody could write"],
  [{ userHeader: "x-forwarded-user" }, "127.0.0.1", "--url https://archive.example"],
  [{ userHeader: "x user", origin: url }, "127.0.0.1", "is no name of a header"],
]

test.each(refusals)("%o on %s", (access, host, words) => {
  if (words === undefined) expect(refusalOf(access, host)).toBeUndefined()
  else expect(refusalOf(access, host)).toContain(words)
})

test.each([
  ["https://archive.example", "https://archive.example"],
  ["https://Archive.example:8443/", "https://archive.example:8443"],
  ["https://archive.example/record", undefined],
  ["archive.example", undefined],
  ["ftp://archive.example", undefined],
])("%s is the site %s", (address, origin) => {
  expect(originOf(address)).toBe(origin)
})
