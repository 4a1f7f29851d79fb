/** The columns that a table of reports may have, by the names that JSON lines have too. */
const known = new Set("text url date published updated publisher title byline section language status id".split(" "))

export interface Columns {
  readonly delimiter: string
  /** in small letters, in their order */
  readonly names: readonly string[]
  /** no column beside those that are read */
  readonly everyKnown: boolean
}

/**
 * The first line of a table as names of columns; undefined where none of the usual marks parts it so that one is
 * called "text". Spreadsheets of some countries write semicolons, others commas, and copies from them tabs.
 */
export function columnsOf(start: string): Columns | undefined {
  const line = /^(?:sep=.\r?\n)?([^\r\n]*)/i.exec(start)![1]!.slice(0, 10_000)
  for (const delimiter of [",", ";", "\t", "|"]) {
    const names = line.split(delimiter).map((name) =>
      name
        .trim()
        .replace(/^"(.*)"$/, "$1")
        .trim()
        .toLowerCase(),
    )
    if (names.includes("text") && names.length > 1) {
      return { delimiter, names, everyKnown: names.every((name) => known.has(name)) }
    }
  }
  return undefined
}
