import { setTimeout as wait } from "node:timers/promises"
import { expect, test } from "vitest"
import { inOrder } from "./in-order.js"

async function* count(to: number, taken: number[] = []) {
  for (let n = 0; n < to; n++) {
    taken.push(n)
    yield n
  }
}

async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const one of source) all.push(one)
  return all
}

test("results come in the order of arrival, however long each takes", async () => {
  const results = inOrder(count(20), 5, async (n) => {
    await wait((n * 7) % 5)
    return n * 10
  })
  expect(await collect(results)).toEqual(Array.from({ length: 20 }, (_, n) => n * 10))
})

test("no more is taken in than the limit while nothing is taken out", async () => {
  const taken: number[] = []
  const results = inOrder(count(1000, taken), 4, async (n) => n)
  await results.next()
  await wait(20)
  expect(taken.length).toBeLessThanOrEqual(6) // four under way, one that went out, one that waits at the door
  await results.return(undefined)
})

test("a ready result goes out while the source is silent", async () => {
  const silent = (async function* () {
    yield 1
    await new Promise(() => {})
  })()
  const results = inOrder(silent, 4, async (n) => n)
  expect(await results.next()).toEqual({ done: false, value: 1 })
  await results.return(undefined)
})

test("the source is told when nobody wants more", async () => {
  let closed = false
  const source = (async function* () {
    try {
      yield* count(100)
    } finally {
      closed = true
    }
  })()
  for await (const _ of inOrder(source, 4, async (n) => n)) break
  await wait(5)
  expect(closed).toBe(true)
})

test("an error of the source reaches the reader", async () => {
  const broken = (async function* () {
    yield 1
    throw new Error("the pipe burst")
  })()
  await expect(collect(inOrder(broken, 4, async (n) => n))).rejects.toThrow("the pipe burst")
})
