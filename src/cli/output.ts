import { once } from "node:events"

// Node's standard output stays "writable" after its reader has gone; only the error tells.
let open = true

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error
  open = false
})

/** Writes to standard output, at its reader's pace. False when the reader has seen enough (`| head`): no error. */
export async function write(text: string): Promise<boolean> {
  if (open && !process.stdout.write(text)) await once(process.stdout, "drain").catch(() => {})
  return open
}
