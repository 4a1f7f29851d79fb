import { type Archive, ArchiveError, openArchive, whyFailed } from "../archive/index.js"
import { harmless } from "./terminal.js"

/** Opens an archive that is there, lets `act` work with it, and closes it. What a person can act on is told, not thrown. */
export async function withArchive(path: string, act: (archive: Archive) => Promise<unknown>): Promise<0 | 1> {
  try {
    const archive = await openArchive(path, { mustExist: true })
    try {
      await act(archive)
    } catch (error) {
      throw await whyFailed(archive, error)
    } finally {
      await archive.close()
    }
    return 0
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error
    process.stderr.write(`onrecord: ${harmless(error.message)}\n`)
    return 1
  }
}
