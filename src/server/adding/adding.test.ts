import { once } from "node:events"
import type { AddressInfo } from "node:net"
import { connect } from "node:net"
import { gzipSync } from "node:zlib"
import { serve } from "@hono/node-server"
import { afterEach, expect, test } from "vitest"
import { site } from "../../../test/site.js"
import { countArchive, openArchive } from "../../archive/index.js"
import { extract } from "../../extract.js"
import { readText } from "../../index.js"
import type { Report } from "../../record.js"
import type { Access } from "../access/access.js"
import { parseTokens } from "../access/tokens.js"
import { createApp } from "../app.js"
import { openQueue } from "./queue.js"
import type { Reader } from "./reading.js"

const here = "http://127.0.0.1:4700"
const bearer = { authorization: "Bearer ada-has-this-long-token" }
const access: Access = { tokens: parseTokens("Ada Lund:ada-has-this-long-token") }
const river = "“The river keeps no minutes,” Mara Lind, the mayor, told reporters on Tuesday."

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const reader: Reader = { read: async (report) => ({ record: await extract(report) }), stop: async () => {} }

async function server({
  pages = {},
  read = reader.read,
}: {
  pages?: Parameters<typeof site>[0]
  read?: Reader["read"]
} = {}) {
  const archive = await openArchive(":memory:")
  const queue = openQueue(archive, { read, stop: reader.stop })
  closing.push(
    () => archive.close(),
    () => queue.close(),
  )
  const { fetcher, server: web } = await site(pages)
  const app = createApp(archive, { path: "/assets/1", files: new Map() }, access, {
    queue,
    fetcher: async () => fetcher,
  })
  const post = (path: string, form: FormData) =>
    app.request(`${here}/add/${path}`, { method: "POST", headers: bearer, body: form })
  const get = async (path: string) => (await app.request(here + path, { headers: bearer })).text()
  /** The page of the job, once it is over. */
  const outcome = async (response: Response) => {
    const path = response.headers.get("location")
    if (response.status !== 303 || path === null) throw new Error(`${response.status}: ${await response.text()}`)
    for (;;) {
      const page = await get(path)
      if (page.includes('data-over="true"')) return page
      await new Promise((later) => setTimeout(later, 10))
    }
  }
  return { archive, app, web, post, get, outcome }
}

const formOf = (fields: { readonly [name: string]: string }) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}

function filesOf(files: { readonly [name: string]: string | Uint8Array<ArrayBuffer> }) {
  const form = new FormData()
  for (const [name, bytes] of Object.entries(files)) form.append("files", new File([bytes], name))
  return form
}

const words = (page: string) => page.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ")

test("a pasted report is read and kept with all that is known of it", async () => {
  const { archive, post, get, outcome } = await server()
  const page = await outcome(
    await post(
      "text",
      formOf({
        text: `${river}\r\n\r\nShe left.`,
        title: "No minutes",
        outlet: "The Dorn Courier",
        date: "2026-03-04",
        url: "courier.example/1",
      }),
    ),
  )
  expect(words(page)).toContain("No minutes: 1 report added.")
  expect(words(page)).toContain("The Dorn Courier · 4 March 2026 · 1 statement · 0 contacts")
  const report = await get(/href="(\/reports\/[0-9a-f]{12})"/.exec(page)![1]!)
  expect(report).toContain("No minutes")
  expect(report).toContain("https://courier.example/1")
  expect(await countArchive(archive)).toMatchObject({ reports: 1, statements: 1, from: "2026-03-04" })
})

const odd: readonly (readonly [fields: { readonly [name: string]: string }, words: string])[] = [
  [{}, "Paste the text of the report."],
  [{ text: " \r\n " }, "Paste the text of the report."],
  [{ text: river, date: "4 March" }, "A day is written like 2026-03-04."],
  [{ text: river, date: "2026-02-30" }, "A day is written like 2026-03-04."],
  [{ text: river, url: "javascript:alert(1)" }, "An address is written like"],
  [{ text: river, url: "file:///etc/passwd" }, "An address is written like"],
  [{ text: "x".repeat(1_000_001) }, "more than a million letters"],
]

test.each(odd)("%j is told what is wrong with it, and nothing is added", async (fields, problem) => {
  const { archive, post } = await server()
  const response = await post("text", formOf({ title: '"><script>', ...fields }))
  expect(response.status).toBe(422)
  const page = await response.text()
  expect(page).toContain(problem)
  // What was filled in stands there still, as words.
  expect(page).toContain('value="&quot;&gt;&lt;script&gt;"')
  expect((await countArchive(archive)).reports).toBe(0)
})

test("a report that its publisher calls back is taken out without being read again, and usable again it is back", async () => {
  let read = 0
  const { archive, post, outcome } = await server({
    read: (report) => {
      read++
      return reader.read(report)
    },
  })
  const give = async (status?: string) =>
    words(
      await outcome(
        await post("files", filesOf({ "wire.jsonl": JSON.stringify({ text: river, title: "No minutes", status }) })),
      ),
    )
  const standing = () => archive.db.selectFrom("statements").select("standing").execute()
  await give()
  const recalled = await give("cancelled")
  expect(recalled).toContain("wire.jsonl: 0 reports added, 1 with a new status.")
  expect(recalled).toContain("No minutes cancelled by its publisher: it answers nothing now")
  expect(await standing()).toEqual([{ standing: "hidden" }])
  expect(await give("usable")).toContain("No minutes usable again")
  expect(await standing()).toEqual([{ standing: "current" }])
  expect(read).toBe(1)
})

test("files of every kind are added; what cannot be read is named, and the others are", async () => {
  const { post, outcome } = await server()
  const line = (text: string) => `${JSON.stringify({ text, title: text.slice(0, 5), publisher: "Wire" })}\n`
  const page = words(
    await outcome(
      await post(
        "files",
        filesOf({
          "one.txt": river,
          "../../etc/two.html": `<html><head><title>Two</title></head><body><article><p>${river}</p><p>${"She left early. ".repeat(30)}</p></article></body></html>`,
          "three.jsonl.gz": Uint8Array.from(gzipSync(`${line("Third. Ann Lee said no.")}{broken\n${line("Fourth.")}`)),
          "four.csv": 'text,title\n"Fifth. Bo Karr said yes.",Fifth\n',
          "broken.txt.gz": Uint8Array.from([0x1f, 0x8b, 8, 0, 1, 2, 3]),
          "picture.png": Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]),
          "empty.txt": "",
        }),
      ),
    ),
  )
  expect(page).toContain("7 files: 5 reports added, 4 not read.")
  expect(page).toContain("three.jsonl.gz, line 2: not valid JSON")
  expect(page).toContain("broken.txt.gz: the gzip data ends early or is damaged")
  expect(page).toContain("picture.png: ")
  expect(page).toContain("empty.txt: holds no text")
  expect(page).not.toContain("etc/")
})

test("whatever stands in names, titles and texts, it reaches the page as words", async () => {
  const evil = `<img src=x onerror=alert(1)>"'`
  const { post, get, outcome, app } = await server()
  const files = await outcome(
    await post("files", filesOf({ [`${evil}.png`]: Uint8Array.from([0, 1, 2, 3, 0xff, 0xfe]) })),
  )
  expect(files).toContain("&lt;img src=x onerror=alert(1)&gt;")
  const text = formOf({
    text: `${evil} said “${evil}.”`,
    title: evil,
    outlet: evil,
    url: `https://a.example/${evil.replaceAll(" ", "/")}`,
  })
  const pasted = await outcome(await post("text", text))
  const report = await get(/href="(\/reports\/[0-9a-f]{12})"/.exec(pasted)![1]!)
  const odd = await post("addresses", formOf({ addresses: evil }))
  const unknown = await app.request(`${here}/add/${encodeURIComponent(evil)}`, { headers: bearer })
  for (const page of [files, pasted, report, await odd.text(), await unknown.text()]) {
    expect(page).not.toMatch(/<img|onerror=alert\(1\)>/)
  }
})

test("records that were made elsewhere are kept as they are", async () => {
  const { post, outcome } = await server({ read: async () => ({ problem: "it should not be read" }) })
  const record = await readText(river)
  const page = await outcome(await post("files", filesOf({ "records.jsonl": `${JSON.stringify(record)}\n` })))
  expect(words(page)).toContain("records.jsonl: 1 report added.")
})

test("what is there already is not added again; a copy and a new version are told as what they are", async () => {
  const { post, outcome } = await server()
  const long = `${river} ${"The council met in the old mill and nobody left before noon. ".repeat(8)}`
  const give = async (fields: { readonly [name: string]: string }) =>
    words(
      await outcome(await post("text", formOf({ text: long, title: "First", url: "https://a.example/1", ...fields }))),
    )
  await give({})
  const again = await give({})
  expect(again).toContain("First: 0 reports added, 1 already there.")
  expect(await give({ url: "https://b.example/9", title: "Second" })).toContain("a copy of First")
  expect(await give({ text: `${long} Lind resigned.`, title: "Third" })).toContain("a new version of First")
})

test("pages and feeds are fetched, and a site that refuses is told of", async () => {
  const article = `<html><head><title>Minutes</title></head><body><article><p>${river}</p><p>${"She left early. ".repeat(30)}</p></article></body></html>`
  const feed = `<rss version="2.0"><channel><title>W</title><item><guid>1</guid><title>Item</title><description>${"Bo Karr said yes. ".repeat(30)}</description></item></channel></rss>`
  const { post, outcome, web } = await server({
    pages: { "/robots.txt": "User-agent: *\nDisallow: /closed", "/page": article, "/feed": feed, "/closed": article },
  })
  const addresses = ["/page", "/feed", "/closed", "/none"].map((path) => web.url + path).join("\r\n")
  const page = words(await outcome(await post("addresses", formOf({ addresses }))))
  expect(page).toContain("4 addresses: 2 reports added, 2 not read.")
  expect(page).toMatch(/\/closed: [^.]*robots\.txt/)
  expect(page).toContain("/none: the server answers 404")
})

test("no address leads into a private network", async () => {
  const { post, outcome } = await server()
  const addresses = "http://127.0.0.1:4700/\nhttp://169.254.169.254/latest/meta-data\nhttp://[::1]/"
  const page = words(await outcome(await post("addresses", formOf({ addresses }))))
  expect(page).toContain("3 addresses: 0 reports added, 3 not read.")
  expect(page.match(/private|own machine|network/gi)?.length).toBeGreaterThanOrEqual(3)
})

test.each([
  ["", "Give the address of a page or a feed."],
  ["not an address", "not an address is no address"],
  ["ftp://news.example/x", "is no address"],
  ["file:///etc/passwd", "is no address"],
  [`${"https://news.example/x\n".repeat(101)}`, "At most 100 addresses"],
])("the addresses %j are refused in words", async (addresses, problem) => {
  const { post } = await server()
  const response = await post("addresses", formOf({ addresses }))
  expect(response.status).toBe(422)
  expect(await response.text()).toContain(problem)
})

test("while it goes on the page says how far it is, and it can be stopped; what was added stays", async () => {
  const going: (() => void)[] = []
  const slowly = async (report: Report) => {
    await new Promise<void>((go) => going.push(go))
    return reader.read(report)
  }
  const { app, archive, post, get } = await server({ read: slowly })
  const started = await post(
    "files",
    filesOf({ "one.txt": "One. Ann said no.", "two.txt": "Two.", "three.txt": "Three." }),
  )
  const path = started.headers.get("location")!
  const waiting = await post("text", formOf({ text: river }))
  expect(words(await get(waiting.headers.get("location")!))).toContain("pasted text: waiting for what is being read.")
  await until(() => going.length === 1)
  going[0]!()
  await until(() => going.length === 2)
  const page = await get(path)
  expect(words(page)).toContain("3 files: 1 report added. 1 of 3 are done.")
  expect(page).toContain('<noscript><meta http-equiv="refresh" content="2"/></noscript>')
  await app.request(`${here}${path}/stop`, { method: "POST", headers: bearer })
  going[1]!()
  await until(() => going.length === 3) // the one that waited begins
  going[2]!()
  expect(words(await get(path))).toContain("2 reports added. It was stopped; what was added stays.")
  await until(async () => (await countArchive(archive)).reports === 3)
})

test("whoever gives too much at once is asked to wait", async () => {
  let go = () => {}
  const gate = new Promise<void>((open) => {
    go = open
  })
  const { post } = await server({ read: (report) => gate.then(() => reader.read(report)) })
  const statuses: number[] = []
  for (let n = 0; n < 7; n++) statuses.push((await post("text", formOf({ text: `Text ${n}.` }))).status)
  expect(statuses).toEqual([303, 303, 303, 303, 303, 303, 429])
  go()
})

test("a connection that breaks off in the middle of a form adds nothing and leaves the server well", async () => {
  const { archive, app } = await server()
  const listening = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 })
  await once(listening, "listening")
  closing.push(() => new Promise((done) => listening.close(done)))
  const { port } = listening.address() as AddressInfo
  for (const length of ["Content-Length: 5000", "Transfer-Encoding: chunked"]) {
    const socket = connect(port, "127.0.0.1")
    socket.write(
      `POST /add/text HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: ${bearer.authorization}\r\n` +
        `Content-Type: application/x-www-form-urlencoded\r\n${length}\r\n\r\n` +
        (length.startsWith("T") ? `20\r\ntext=Ann+Lee+said+no.+Bo+Karr+sa\r\n` : "text=Ann+Lee+said+no."),
    )
    await new Promise((later) => setTimeout(later, 100))
    socket.destroy()
  }
  await new Promise((later) => setTimeout(later, 100))
  const page = await fetch(`http://127.0.0.1:${port}/`, { headers: { ...bearer, connection: "close" } })
  expect(page.status).toBe(200)
  expect((await countArchive(archive)).reports).toBe(0)
})

test("nobody adds to an archive that can only be read, nor without saying who they are", async () => {
  const archive = await openArchive(":memory:")
  closing.push(() => archive.close())
  const open = createApp(archive, { path: "/assets/1", files: new Map() }, {})
  const asked = await open.request(`${here}/add`)
  expect(asked.headers.get("location")).toBe("/enter?next=%2Fadd")
  const closed = createApp(archive, { path: "/assets/1", files: new Map() }, { readOnly: true })
  expect((await closed.request(`${here}/add`)).status).toBe(403)
  expect(await (await closed.request(`${here}/`)).text()).not.toContain('href="/add"')
  const headers = { origin: here }
  for (const app of [open, closed]) {
    const posted = await app.request(`${here}/add/text`, { method: "POST", headers, body: formOf({ text: river }) })
    expect([401, 403]).toContain(posted.status)
  }
  expect((await countArchive(archive)).reports).toBe(0)
})

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await holds()); tries++) {
    if (tries > 500) throw new Error("it never came to that")
    await new Promise((later) => setTimeout(later, 10))
  }
}
