import { existsSync, renameSync, rmSync } from "node:fs"
import { ArchiveError, damaged, explainedCopy } from "./errors.js"
import { damageIn, writeCopy } from "./file.js"
import { type Archive, connect } from "./open.js"

/** Writes an archive that is in use into a new file, as it is at this moment, and looks whether it is whole. */
export async function backUp(archive: Archive, path: string): Promise<void> {
  if (existsSync(path)) throw new ArchiveError(`${path}: is there already; give a new name, or remove it`)
  // Under its name stands only what is whole: an interrupted backup leaves this one.
  const unfinished = `${path}.unfinished`
  rmSync(unfinished, { force: true })
  try {
    await writeCopy(archive.db, unfinished)
    const copy = await connect(unfinished)
    const damage = await damageIn(copy).finally(() => copy.destroy())
    if (damage.length > 0) {
      // A copy may take some damage along without a word.
      if ((await damageIn(archive.db)).length > 0) throw damaged(archive.path)
      throw new ArchiveError(`${path}: the backup is not whole (${damage[0]}); is the disk sound?`)
    }
    renameSync(unfinished, path)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw explainedCopy(archive.path, path, error)
  }
}
