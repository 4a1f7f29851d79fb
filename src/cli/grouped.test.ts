import { setTimeout } from "node:timers/promises"
import { expect, test } from "vitest"
import { grouped } from "./grouped.js"

async function* coming(...steps: readonly (string | number)[]) {
  for (const step of steps) {
    if (typeof step === "number") await setTimeout(step)
    else yield step
  }
}

async function groupsOf(source: AsyncIterable<string>): Promise<string[]> {
  const groups: string[] = []
  for await (const group of grouped(source, 3, 40)) groups.push(group.join(""))
  return groups
}

test("what comes at once is in groups of as many as one may have", async () => {
  expect(await groupsOf(coming(..."abcdefg"))).toEqual(["abc", "def", "g"])
  expect(await groupsOf(coming(..."abc"))).toEqual(["abc"])
  expect(await groupsOf(coming())).toEqual([])
})

test("nobody waits for the next one longer than the first can", async () => {
  expect(await groupsOf(coming("a", "b", 200, "c", 200))).toEqual(["ab", "c"])
})

test("a source that fails does so after what came before", async () => {
  async function* failing() {
    yield* coming("a", "b", "c", "d")
    throw new Error("torn")
  }
  const groups: string[] = []
  const all = (async () => {
    for await (const group of grouped(failing(), 2, 40)) {
      groups.push(group.join(""))
      await setTimeout(5)
    }
  })()
  await expect(all).rejects.toThrow("torn")
  expect(groups).toEqual(["ab", "cd"])
})

test("whoever stops early ends the source", async () => {
  let ended = false
  async function* source() {
    try {
      yield* coming("a", "b", "c")
    } finally {
      ended = true
    }
  }
  for await (const _ of grouped(source(), 1, 40)) break
  expect(ended).toBe(true)
})
