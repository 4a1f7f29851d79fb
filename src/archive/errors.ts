/** Something about the archive that a person can act on; the message is for them. */
export class ArchiveError extends Error {
  override readonly name = "ArchiveError"
}

/** What was asked for is not in the archive, or may not be shown. */
export class MissingError extends ArchiveError {}

/** The file of an archive is not as the database wrote it. */
export class DamagedError extends ArchiveError {}

/** Somebody else was faster: what was to be changed is not what the person saw any more. */
export class ChangedError extends ArchiveError {}

export const damaged = (path: string): DamagedError =>
  new DamagedError(`${path}: is damaged; \`onrecord doctor\` says where, a backup restores it`)

/** What the database says, in words that a person can act on; anything else as it was thrown. */
export function explained(path: string, error: unknown): unknown {
  if (error instanceof ArchiveError) return error
  const { code = "", message = String(error), syscall } = error as NodeJS.ErrnoException
  if (syscall !== undefined) return error // of some other file, which the system names itself
  const said = code + message
  if (/notadb|not a database/i.test(said)) return new ArchiveError(`${path}: is not an archive`)
  if (/cantopen|unable to open|directory does not exist/i.test(said)) {
    return new ArchiveError(`${path}: cannot be opened; is the folder there, and may you write in it?`)
  }
  if (/corrupt|malformed/i.test(said)) {
    return damaged(path)
  }
  if (/SQLITE_FULL|disk is full/i.test(said)) {
    return new ArchiveError(
      `${path}: the disk is full; what was added before is kept, and the same command goes on from there`,
    )
  }
  if (/readonly|read-only/i.test(said)) return new ArchiveError(`${path}: may only be read, not written`)
  if (/SQLITE_BUSY|database is locked/i.test(said)) {
    return new ArchiveError(`${path}: another program has been writing in it for too long; try again when it is done`)
  }
  return error
}

/** The same of copying an archive: a damaged copy has its damage from there. */
export function explainedCopy(source: string, path: string, error: unknown): unknown {
  const told = explained(path, error)
  return told instanceof DamagedError ? damaged(source) : told
}
