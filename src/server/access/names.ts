const LONGEST = 100

/** A person's name as it will stand in the log: one line of letters a reader can see. Nothing where it is none. */
export function personName(typed: string): string | undefined {
  const name = typed.normalize("NFC").replace(/\s+/g, " ").trim()
  // Control and format characters could hide or turn round what stands beside them; Persian names need their joiners.
  if (name.length > LONGEST || /[^\P{C}\u200c\u200d]/u.test(name)) return undefined
  return /[\p{L}\p{N}]/u.test(name) ? name : undefined
}
