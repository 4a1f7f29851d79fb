import { once } from "node:events"
import { serveStdio } from "@modelcontextprotocol/server/stdio"
import { assistantServer } from "./assistant.js"
import { harmless } from "./terminal.js"
import { withArchive } from "./with-archive.js"

/** Answers an assistant on standard input and output until it hangs up. */
export const mcpCommand = ({ archive: path }: { readonly archive: string }) =>
  withArchive(path, async (archive) => {
    const serving = serveStdio(() => assistantServer(archive), {
      onerror: (error) => process.stderr.write(`onrecord: ${harmless(error.message)}\n`),
    })
    await Promise.race([once(process.stdin, "end"), once(process, "SIGINT"), once(process, "SIGTERM")])
    await serving.close()
  })
