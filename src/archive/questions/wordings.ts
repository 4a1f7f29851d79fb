import { findNamed } from "../entry-names.js"
import type { Archive } from "../open.js"
import { closest, type Piece } from "./difference.js"
import { given, type StatementEntry, statementEntries } from "./entries.js"

/** How another report words the same utterance. */
export interface Wording {
  readonly statement: StatementEntry
  /** what differs from the entry's own words, which are the asked ones; missing where nothing but marks, spaces, case and brackets does */
  readonly difference?: readonly Piece[]
}

/** A sentence that every paper printed is shown so many times at most. */
const MOST = 50

/** The wordings of an entry's utterance in other reports that answer questions, the earliest first; of an entry's name, such as 4fe09a21#s3. */
export async function wordingsOf(archive: Archive, name: string): Promise<Wording[]> {
  const { row, entry = "" } = await findNamed(archive.db, name)
  const own = await archive.db
    .selectFrom("statements")
    .select(["number", "utterance"])
    .where("report", "=", row.number)
    .where("id", "=", entry)
    .where("standing", "!=", "hidden")
    .executeTakeFirst()
  if (!own || own.utterance === null) return []
  const others = await archive.db
    .selectFrom("statements")
    .select("number")
    .where("utterance", "=", own.utterance)
    .where("standing", "=", "current")
    .where("report", "!=", row.number)
    .orderBy("day", (day) => day.asc().nullsLast())
    .orderBy("number")
    .limit(MOST)
    .execute()
  const [asked, ...found] = await statementEntries(archive, [own.number, ...others.map(({ number }) => number)])
  // How many there are is said of the entry itself.
  return found.map(({ alsoIn: _, ...statement }) => ({
    statement,
    ...given("difference", differenceBetween(asked!.content, statement.content)),
  }))
}

function differenceBetween(asked: string, reported: string): readonly Piece[] | null {
  const pieces = closest(asked, reported)?.pieces ?? []
  return pieces.some((piece) => piece.in !== "both") ? pieces : null
}
