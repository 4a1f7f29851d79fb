import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { makeFolder } from "./folder.js"

const folder = mkdtempSync(join(tmpdir(), "onrecord-folder-"))
afterAll(() => rmSync(folder, { recursive: true }))

test("a folder is made with those above it, and may be there already", async () => {
  const path = join(folder, "a", "b", "c")
  await makeFolder(path)
  await makeFolder(path)
  await makeFolder(`${path}/`)
  expect(statSync(path).isDirectory()).toBe(true)
})

test("where a file stands in the way, that is the answer", async () => {
  const file = join(folder, "file")
  writeFileSync(file, "")
  await expect(makeFolder(file)).rejects.toMatchObject({ code: "EEXIST", path: file })
  await expect(makeFolder(join(file, "b"))).rejects.toMatchObject({ code: "ENOTDIR" })
})

test.skipIf(!existsSync("/proc/self"))("below a folder in which nothing can be made it ends", async () => {
  await expect(makeFolder("/proc/nope/deeper")).rejects.toMatchObject({ code: "ENOENT", path: "/proc/nope" })
})
