import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type Archive, ArchiveError, changeCount, explained, type PublicOptions, publicCopy } from "../archive/index.js"

const LOOK_EVERY = 60_000
/** So long whoever was asking the copy before may go on. */
const GRACE = 30_000
/** Making copies takes at most so much of the time. */
const SHARE = 10

export interface PublicArchive {
  /** the newest copy; asking it goes on when there is a newer one */
  readonly archive: Archive
  close(): Promise<void>
}

/**
 * A copy of an archive that everybody may read, made anew when the archive has changed: what it does not show is not in
 * its file, so no page can show it by mistake. It lies in a temporary folder until it is closed.
 */
export async function openPublic(source: Archive, options: PublicOptions = {}): Promise<PublicArchive> {
  const folder = await mkdtemp(join(tmpdir(), "onrecord-public-"))
  let made = 0
  const make = async () => {
    const began = Date.now()
    const state = await changeCount(source)
    const path = join(folder, `${made++}.db`)
    const archive = await publicCopy(source, path, options)
    return { archive, path, state, rest: (Date.now() - began) * SHARE, at: Date.now() }
  }
  const tell = (thrown: unknown) => {
    const error = explained(source.path, thrown)
    console.error(error instanceof ArchiveError ? `onrecord: ${error.message}` : error)
  }
  const removeAll = () => rm(folder, { recursive: true, force: true })
  let newest = await make().catch(async (error) => {
    await removeAll()
    throw error
  })
  const older = new Map<Archive, NodeJS.Timeout>()
  let making: Promise<void> | undefined

  async function renew(): Promise<void> {
    if (Date.now() - newest.at < newest.rest || (await changeCount(source)) === newest.state) return
    const before = newest
    newest = await make()
    const leave = async () => {
      older.delete(before.archive)
      await before.archive.close()
      await rm(before.path, { force: true })
    }
    older.set(before.archive, setTimeout(() => leave().catch(tell), GRACE).unref())
  }

  const looking = setInterval(() => {
    making ??= renew()
      .catch(tell) // the copy that there is goes on being shown
      .finally(() => {
        making = undefined
      })
  }, LOOK_EVERY).unref()

  return {
    archive: {
      path: source.path,
      get db() {
        return newest.archive.db
      },
      close: async () => {},
    },
    close: async () => {
      clearInterval(looking)
      await making
      for (const [archive, timer] of older) {
        clearTimeout(timer)
        await archive.close()
      }
      await newest.archive.close()
      await removeAll()
    },
  }
}
