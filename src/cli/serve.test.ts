import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test, vi } from "vitest"
import { type ServeOptions, serveCommand } from "./serve.js"

async function refused(host: string, more: Partial<ServeOptions> = {}): Promise<string> {
  const written: string[] = []
  const stderr = vi.spyOn(process.stderr, "write").mockImplementation((words) => written.push(String(words)) > 0)
  try {
    expect(await serveCommand({ archive: "nowhere.db", host, port: 0, ...more })).toBe(1)
  } finally {
    stderr.mockRestore()
  }
  return written.join("")
}

test("nothing but this machine may ask an archive that asks nobody who they are", async () => {
  for (const host of ["0.0.0.0", "::", "192.0.2.7", "127.0.0.1.example.org"]) {
    expect(await refused(host)).toContain("can be reached from other machines")
  }
})

test("an archive that is not there is named", async () => {
  expect(await refused("127.0.0.1")).toContain("nowhere.db: there is no archive here")
})

test("a file of tokens that says nothing is named with its line, and no token of it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-serve-"))
  const file = join(folder, "tokens")
  writeFileSync(file, "Ada Lund:secret\n")
  const words = await refused("0.0.0.0", { tokenFile: file })
  expect(words).toContain(`${file}: line 1: the token of Ada Lund must be 20`)
  expect(words).not.toContain("secret")
  expect(await refused("0.0.0.0", { tokenFile: join(folder, "none") })).toContain("cannot be read (ENOENT)")
  rmSync(folder, { recursive: true })
})

test("an address that is none of a site is refused", async () => {
  const words = await refused("127.0.0.1", { url: "https://example.org/archive", readOnly: true })
  expect(words).toContain("is not the address of a whole site")
})
