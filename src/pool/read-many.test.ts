import { expect, test } from "vitest"
import { inputError } from "../input/errors.js"
import { readMany } from "./read-many.js"

const report = (n: number) => ({ id: `${n}`, textHash: "", text: `Report ${n}.`, paragraphs: [], language: "en" })
const missing = inputError("gone.txt", "not-found", "there is no such file")

async function idsOf(count: number, threads: number) {
  async function* inputs() {
    for (let n = 0; n < count; n++) yield n === 1 ? missing : report(n)
  }
  const ids: string[] = []
  for await (const outcome of readMany(inputs(), { threads })) {
    ids.push("report" in outcome ? outcome.report.id : outcome.path)
  }
  return ids
}

test("two reports are read here, many on threads, and both keep the order and the errors", async () => {
  expect(await idsOf(2, 2)).toEqual(["0", "gone.txt"])
  expect(await idsOf(6, 2)).toEqual(["0", "gone.txt", "2", "3", "4", "5"])
  expect(await idsOf(6, 1)).toEqual(["0", "gone.txt", "2", "3", "4", "5"])
})
