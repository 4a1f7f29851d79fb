import { type Kysely, sql } from "kysely"
import { ArchiveError, damaged, explained } from "./errors.js"
import type { Archive } from "./open.js"
import type { Tables } from "./tables.js"

// The file of an archive: copies of it, what is wrong with it, how large its tables are, and what it must not hold any more.

/** Writes all that is in an archive into a new file, while others go on reading and writing. */
export const writeCopy = (db: Kysely<Tables>, path: string) => sql`vacuum into ${path}`.execute(db)

/** A number that changes with every change of the archive, by this process or another. */
export async function changeCount({ db }: { readonly db: Kysely<Tables> }): Promise<string> {
  const { rows } = await sql<{ readonly others: number; readonly own: number }>`
    select data_version as others, total_changes() as own from pragma_data_version`.execute(db)
  return `${rows[0]!.others} ${rows[0]!.own}`
}

/** What the database itself finds wrong in its file, in its own words. */
export async function damageIn(db: Kysely<Tables>): Promise<string[]> {
  const damage = await checked(db).catch((error) => {
    if (isCorrupt(error)) return brokenTables(db)
    throw error
  })
  if (damage.length > 0) return damage
  const strays = await sql<{ readonly table: string; readonly parent: string }>`pragma foreign_key_check`.execute(db)
  return strays.rows.slice(0, 20).map(({ table, parent }) => `a row of ${table} points at none of ${parent}`)
}

/**
 * Why something could not be done, where nothing else is done after it: as `explained` tells it, and where that knows
 * nothing, whether the archive is damaged. That takes as long as reading the file.
 */
export async function whyFailed({ db, path }: Archive, error: unknown): Promise<unknown> {
  const told = explained(path, error)
  if (told instanceof ArchiveError || (error instanceof Error && "syscall" in error)) return told
  // What is stored as JSON was written whole.
  const isDamaged = error instanceof SyntaxError || (await damageIn(db).catch(() => [])).length > 0
  return isDamaged ? damaged(path) : error
}

async function checked(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ readonly integrity_check: string }>`pragma integrity_check(20)`.execute(db)
  return rows.map((row) => row.integrity_check).filter((words) => words !== "ok")
}

/** Where the check of the whole breaks off, that of one table after the other shows where. */
async function brokenTables(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ readonly name: string }>`select name from sqlite_schema where type = 'table'`.execute(db)
  const broken: string[] = []
  for (const { name } of rows) {
    await sql`pragma integrity_check(${sql.lit(name)})`.execute(db).catch((error) => {
      if (!isCorrupt(error)) throw error
      broken.push(`the table ${name} cannot be read`)
    })
  }
  return broken.length > 0 ? broken : ["it cannot be looked through to its end"]
}

export const isCorrupt = (error: unknown): boolean => /corrupt|malformed/i.test(String(error))

/** Whether an index of words and its table tell the same. */
export async function wordIndexFits(db: Kysely<Tables>, table: "statements" | "reports"): Promise<boolean> {
  const words = sql.raw(`${table}_words`)
  try {
    await sql`insert into ${words}(${words}, rank) values ('integrity-check', 1)`.execute(db)
    return true
  } catch (error) {
    if (isCorrupt(error)) return false
    throw error
  }
}

export interface Size {
  readonly table: string
  readonly bytes: number
}

/** What each table takes of the file with its indexes, the largest first. */
export async function sizes(db: Kysely<Tables>): Promise<Size[]> {
  const { rows } = await sql<Size>`select case when m.tbl_name glob '*_words_*' or m.tbl_name glob '*_words'
      then substr(m.tbl_name, 1, instr(m.tbl_name, '_words') + 5) else coalesce(m.tbl_name, s.name) end as "table",
      sum(s.pgsize) as bytes
    from dbstat as s left join sqlite_schema as m on m.name = s.name group by 1 order by 2 desc, 1`.execute(db)
  return rows
}

/**
 * What was deleted still lies in free pages, in the log of writes and in the index of words until they are written anew;
 * afterwards its bytes are nowhere in the file. Throws where another program keeps the archive open.
 */
export async function forgetForGood(db: Kysely<Tables>): Promise<void> {
  try {
    for (const table of ["statements", "reports"]) {
      const words = sql.raw(`${table}_words`)
      await sql`insert into ${words}(${words}) values ('optimize')`.execute(db)
    }
    await sql`vacuum`.execute(db)
    const { rows } = await sql<{ readonly busy: number }>`pragma wal_checkpoint(truncate)`.execute(db)
    if (rows[0]?.busy !== 0) throw new Error("database is locked")
  } catch (error) {
    if (!/locked|busy/i.test(String(error))) throw error
    throw new ArchiveError(
      "it is erased from the tables, but its bytes are still in the file, which another program uses: end that, and erase again",
    )
  }
}
