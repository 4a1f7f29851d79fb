import type { RequestListener } from "node:http"
import { brotliCompressSync, gzipSync } from "node:zlib"
import { expect, test } from "vitest"
import { serve } from "../../../test/serve.js"
import { describeInputError, isInputError } from "../errors.js"
import { openRequests, usualLimits } from "./request.js"

/** What comes back from a server that answers so: the text, or the code of the error. */
async function asked(answer: RequestListener, limits = usualLimits, path = "/") {
  const site = await serve(answer)
  const get = openRequests("onrecord-test", { allow: [`127.0.0.1:${site.port}`] })
  const outcome = await get(`${site.url}${path}`, {}, undefined, limits)
  await site.close()
  return isInputError(outcome) ? outcome.code : Buffer.from(outcome.bytes).toString()
}

const small = { bytes: 1_000_000, seconds: 2 }

test("an answer is read, packed or not", async () => {
  const text = "Reed said no. ".repeat(1000)
  expect(await asked((_, response) => response.end(text))).toBe(text)
  expect(
    await asked((_, response) => response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(text))),
  ).toBe(text)
  expect(
    await asked((_, response) => response.writeHead(200, { "content-encoding": "br" }).end(brotliCompressSync(text))),
  ).toBe(text)
})

test("what is too large is not read: announced, not announced, and packed into little", async () => {
  const large = Buffer.alloc(2_000_000, "a")
  expect(await asked((_, response) => response.end(large), small)).toBe("too-large")
  expect(
    await asked((_, response) => {
      response.write(large)
      response.end()
    }, small),
  ).toBe("too-large")
  const bomb = gzipSync(Buffer.alloc(200_000_000))
  expect(bomb.length).toBeLessThan(small.bytes)
  const before = process.memoryUsage().rss
  const gzip = { "content-encoding": "gzip" }
  expect(await asked((_, response) => response.writeHead(200, gzip).end(bomb), small)).toBe("too-large")
  const packed = brotliCompressSync(Buffer.alloc(20_000_000))
  expect(await asked((_, response) => response.writeHead(200, { "content-encoding": "br" }).end(packed), small)).toBe(
    "too-large",
  )
  expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000)
})

test("packed data that is damaged, cut, or packed in a way not asked for", async () => {
  const packed = gzipSync("Reed said no. ".repeat(1000))
  const send = (encoding: string, bytes: Uint8Array) =>
    asked((_, response) => response.writeHead(200, { "content-encoding": encoding }).end(bytes))
  expect(await send("gzip", packed.subarray(0, 40))).toBe("broken-gzip")
  expect(await send("gzip", Buffer.from("no gzip at all"))).toBe("broken-gzip")
  expect(await send("br", Buffer.from("no brotli at all"))).toBe("broken-gzip")
  expect(await send("zstd", packed)).toBe("encoding")
  expect(await send("gzip, gzip", gzipSync(packed))).toBe("encoding")
})

test("a server that takes for ever: before it answers, and in the middle", async () => {
  const short = { bytes: 1000, seconds: 0.2 }
  expect(await asked(() => {}, short)).toBe("timeout")
  expect(await asked((_, response) => void response.write("Reed"), short)).toBe("timeout")
  const redirect: RequestListener = (_, response) => void response.writeHead(302, { location: "/" }).write("Reed")
  expect(await asked(redirect, short)).toBe("timeout")
  const broken: RequestListener = (_, response) => void response.writeHead(500).write("Reed")
  expect(await asked(broken, short)).toBe("http-status")
})

test("redirects are followed, five of them", async () => {
  const hops: RequestListener = (request, response) => {
    const left = Number(request.url!.slice(1))
    if (left === 0) response.end("there")
    else response.writeHead(301 + (left % 2), { location: `/${left - 1}` }).end()
  }
  expect(await asked(hops, usualLimits, "/5")).toBe("there")
  expect(await asked(hops, usualLimits, "/6")).toBe("redirects")
  expect(await asked((_, response) => response.writeHead(302, { location: "/" }).end())).toBe("redirects")
  expect(await asked((_, response) => response.writeHead(302, { location: "http://[" }).end())).toBe("not-a-url")
  expect(await asked((_, response) => response.writeHead(302).end("nowhere"))).toBe("http-status")
})

test.each([
  [401, "log in"],
  [402, "pay"],
  [403, "save the page from your browser"],
  [404, "check the address"],
  [410, "for good"],
  [429, "later"],
  [451, "legal"],
  [503, "later"],
  [418, "no page"],
])("%i says what to do: %s", async (status, words) => {
  const site = await serve((_, response) => response.writeHead(status, { "retry-after": "90" }).end("<h1>Sorry</h1>"))
  const outcome = await openRequests("onrecord-test", { allow: [`127.0.0.1:${site.port}`] })(site.url)
  await site.close()
  if (!isInputError(outcome)) throw new Error("no error")
  expect(describeInputError(outcome)).toContain(`${site.url}: the server answers ${status}: `)
  expect(outcome.message).toContain(words)
  expect(outcome).toMatchObject({ status, retryAfter: 90 })
})

test("nobody there", async () => {
  const site = await serve(() => {})
  await site.close()
  const outcome = await openRequests("onrecord-test", { allow: [`127.0.0.1:${site.port}`] })(site.url)
  expect(outcome).toMatchObject({ code: "unreachable", path: site.url })
})
