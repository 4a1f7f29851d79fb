/** Something about the archive that a person can act on; the message is for them. */
export class ArchiveError extends Error {
  override readonly name = "ArchiveError"
}
