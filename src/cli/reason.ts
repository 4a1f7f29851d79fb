/** Why something failed, in words that a person can act on: what the system answered, or else the error's own message. */
export function reasonOf(error: unknown): string {
  return systemWords(error) ?? (error instanceof Error ? error.message : String(error))
}

/** What the system says of a file that it names; nothing of any other error. */
export function systemWords(error: unknown): string | undefined {
  const code = error instanceof Error && "code" in error ? String(error.code) : ""
  return words.get(code)
}

const words: ReadonlyMap<string, string> = new Map([
  ["ENOENT", "there is no such file; check the path"],
  ["ENOTDIR", "is a file, and not a folder"],
  ["EEXIST", "is a file, and not a folder"],
  ["EISDIR", "is a folder, and not a file"],
  ["EACCES", "may not be read or written by this user; change its permissions"],
  ["EPERM", "may not be read or written by this user; change its permissions"],
  ["EROFS", "cannot be written: the disk is read-only"],
  ["ENOSPC", "cannot be written: the disk is full"],
])
