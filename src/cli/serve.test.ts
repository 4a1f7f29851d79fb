import { expect, test, vi } from "vitest"
import { serveCommand } from "./serve.js"

async function refused(host: string, archive = "nowhere.db"): Promise<string> {
  const written: string[] = []
  const stderr = vi.spyOn(process.stderr, "write").mockImplementation((words) => written.push(String(words)) > 0)
  try {
    expect(await serveCommand({ archive, host, port: 0 })).toBe(1)
  } finally {
    stderr.mockRestore()
  }
  return written.join("")
}

test("nothing but this machine may ask an archive that has no password", async () => {
  for (const host of ["0.0.0.0", "::", "192.0.2.7", "127.0.0.1.example.org"]) {
    expect(await refused(host)).toContain("can be reached from other machines")
  }
})

test("an archive that is not there is named", async () => {
  expect(await refused("127.0.0.1")).toContain("nowhere.db: there is no archive here")
})
