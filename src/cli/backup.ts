import { backUp } from "../archive/index.js"
import { write } from "./output.js"
import { harmless } from "./terminal.js"
import { withArchive } from "./with-archive.js"

export const backupCommand = (path: string, file: string) =>
  withArchive(path, async (archive) => {
    await backUp(archive, file)
    await write(`${harmless(file)} is a copy of ${harmless(path)}, and whole\n`)
  })
