import { isIP, Socket, type TcpSocketConnectOpts } from "node:net"
import { afterEach, expect, test, vi } from "vitest"
import { serve } from "../../../test/serve.js"
import { isInputError } from "../errors.js"
import { isPublicAddress } from "./addresses.js"
import type { Doors, Lookup } from "./connect.js"
import { openRequests } from "./request.js"

afterEach(() => {
  vi.restoreAllMocks()
})

test("addresses of the public internet, and all others", () => {
  for (const address of ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34", "64:ff9b::5db8:d822"]) {
    expect([address, isPublicAddress(address)]).toEqual([address, true])
  }
  const others = `0.0.0.0 0.1.2.3 10.1.2.3 100.64.0.1 100.100.100.200 127.0.0.1 127.255.255.254 169.254.169.254 172.16.0.1
    172.31.255.255 192.0.0.192 192.0.2.1 192.168.1.1 198.18.0.1 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255
    168.63.129.16 :: ::1 ::7f00:1 ::ffff:127.0.0.1 ::ffff:a9fe:a9fe ::ffff:0:7f00:1 64:ff9b::7f00:1 64:ff9b:1::1 100::1
    2001::1 2001:db8::1 2002:7f00:1:: 2002:a9fe:a9fe::1 4000::1 fc00::1 fd00:ec2::254 fe80::1 fe80::1%lo fec0::1 ff02::1
    127.1 0177.0.0.1 0x7f.0.0.1 2130706433 localhost`
  for (const address of others.split(/\s+/)) expect([address, isPublicAddress(address)]).toEqual([address, false])
})

const public4 = "93.184.216.34"

/** A resolver that knows these names only. */
const names = (table: { readonly [name: string]: readonly string[] }): Lookup => {
  return (name, _options, callback) => {
    const addresses = (table[name] ?? []).map((address) => ({ address, family: address.includes(":") ? 6 : 4 }))
    setImmediate(() => callback(null, addresses))
  }
}

/** Asks for the address; tells the code of the error and how many connections would have been begun. None is. */
async function ask(address: string, doors: Doors = {}) {
  let attempts = 0
  // A socket that looks its host up as every socket does, and stops there.
  vi.spyOn(Socket.prototype, "connect").mockImplementation(function (this: Socket, ...given: unknown[]) {
    const options = [given[0]].flat()[0] as TcpSocketConnectOpts
    const begin = () => {
      attempts += 1
      this.destroy(Object.assign(new Error("refused"), { code: "ECONNREFUSED" }))
    }
    if (isIP(options.host!)) setImmediate(begin)
    else options.lookup!(options.host!, { all: true }, (error) => (error ? this.destroy(error) : begin()))
    return this
  })
  const outcome = await openRequests("onrecord-test", doors)(address)
  vi.restoreAllMocks()
  return { code: isInputError(outcome) ? outcome.code : outcome.status, attempts }
}

const spellings = `
  http://127.0.0.1/ http://127.1/ http://127.0.1/ http://2130706433/ http://0x7f000001/ http://0x7f.0.0.1/
  http://0177.0.0.1/ http://017700000001/ http://127.0.0.1./ http://①②⑦.⓪.⓪.①/ http://127。0。0。1/ http://%31%32%37.0.0.1/
  http://0/ http://0.0.0.0/ http://10.0.0.1/ http://0xa.1/ http://172.16.5.4/ http://192.168.0.1/ http://3232235521/
  http://169.254.169.254/latest/meta-data/ http://2852039166/ http://0xa9.0xfe.0xa9.0xfe/ http://0251.0376.0251.0376/
  http://100.64.1.1/ http://100.100.100.200/latest/ http://168.63.129.16/metadata http://192.0.0.192/opc/
  http://224.0.0.1/ http://255.255.255.255/ http://[::1]/ http://[::]/ http://[0:0:0:0:0:0:0:1]/
  http://[::ffff:127.0.0.1]/ http://[::ffff:7f00:1]/ http://[0:0:0:0:0:ffff:169.254.169.254]/ http://[::127.0.0.1]/
  http://[64:ff9b::127.0.0.1]/ http://[64:ff9b:1::a00:1]/ http://[2002:7f00:1::]/ http://[2001:0:7f00:1::]/
  http://[fe80::1]/ http://[fc00::1]/ http://[fd00:ec2::254]/ http://[fec0::1]/ http://[ff02::1]/ http://[2001:db8::1]/
  http://localhost/ http://LOCALHOST/ http://localhost./ http://localhost../ http://a.localhost/ http://intranet/
  http://metadata.google.internal/computeMetadata/ http://printer.local/ http://router.home.arpa/ https://127.0.0.1/
  http://foo@127.0.0.1/ http://127.0.0.1:8080/
`
  .trim()
  .split(/\s+/)

test.each(spellings)("nothing is sent to %s", async (address) => {
  // A name that passes would be looked up here; these names have no address at all.
  const { code, attempts } = await ask(address, { lookup: names({}) })
  expect(code).toBe(address.includes("@") ? "not-a-url" : "private-address")
  expect(attempts).toBe(0)
})

test.each([
  "http://[fe80::1%25lo]/",
  "http://[::1%lo]/",
  "http://127.0.0.1 .example.org/",
  "http://",
  "ftp://example.org/",
  "file:///etc/passwd",
  "gopher://127.0.0.1/",
  "javascript:alert(1)",
  "http://example.org:22/",
  "http://example.org:6379/",
  "http://user:secret@example.org/",
])("%s is not an address that can be asked for", async (address) => {
  expect(await ask(address)).toEqual({ code: "not-a-url", attempts: 0 })
})

test.each<[string, readonly string[]]>([
  ["one address that is private", ["127.0.0.1"]],
  ["the metadata address of a cloud", ["169.254.169.254"]],
  ["a private address among public ones", [public4, "10.0.0.1"]],
  ["a mapped private address", ["::ffff:192.168.0.1"]],
  ["IPv6 loopback beside a public address", ["::1", public4]],
  ["an address with a zone", ["fe80::1%lo"]],
  ["no address", []],
])("a name with %s is not visited", async (_, addresses) => {
  const lookup = names({ "news.example": addresses })
  expect(await ask("http://news.example/", { lookup })).toEqual({ code: "private-address", attempts: 0 })
  expect(await ask("https://news.example/", { lookup })).toEqual({ code: "private-address", attempts: 0 })
})

test("a name with a public address is visited: the table above refuses for the right reason", async () => {
  const { code, attempts } = await ask("http://news.example/", { lookup: names({ "news.example": [public4] }) })
  expect(code).toBe("unreachable")
  expect(attempts).toBe(1)
})

test("rebinding: a name is looked up for every connection, and what it means then is checked", async () => {
  const site = await serve((_, response) => response.writeHead(200, { connection: "close" }).end("text"))
  const place = `news.example:${site.port}`
  let asked = 0
  const lookup: Lookup = (_name, _options, callback) => {
    asked += 1
    const address = asked === 1 ? "127.0.0.1" : "127.0.0.2"
    setImmediate(() => callback(null, [{ address, family: 4 }]))
  }
  const get = openRequests("onrecord-test", { allow: [place, `127.0.0.1:${site.port}`], lookup })
  expect(await get(`http://${place}/`)).toMatchObject({ status: 200 })
  expect(await get(`http://${place}/`)).toMatchObject({ code: "private-address" })
  expect(asked).toBe(2)
  expect(site.visits()).toBe(1)
  await site.close()
})

test("redirects: each is checked as the first address was", async () => {
  const secret = await serve((_, response) => response.end("secret"))
  const site = await serve((request, response) => {
    const target = decodeURIComponent(request.url!.slice(1))
    response.writeHead(302, { location: target }).end()
  })
  const get = openRequests("onrecord-test", { allow: [`127.0.0.1:${site.port}`] })
  for (const target of [
    `http://127.0.0.1:${secret.port}/`,
    `http://localhost:${secret.port}/`,
    `http://[::ffff:127.0.0.1]:${secret.port}/`,
    `//127.1:${secret.port}/`,
    "http://169.254.169.254/latest/",
    "http://metadata.google.internal/",
  ]) {
    const outcome = await get(`${site.url}/${encodeURIComponent(target)}`)
    expect([target, outcome]).toEqual([target, expect.objectContaining({ code: "private-address" })])
  }
  for (const target of ["file:///etc/passwd", "ftp://example.org/", "http://a:b@example.org/"]) {
    expect(await get(`${site.url}/${encodeURIComponent(target)}`)).toMatchObject({ code: "not-a-url" })
  }
  expect(secret.visits()).toBe(0)
  await Promise.all([secret.close(), site.close()])
})
