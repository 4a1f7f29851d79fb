import {
  CompiledQuery,
  type CreateTableBuilder,
  type DatabaseConnection,
  type Dialect,
  type Kysely,
  type RawBuilder,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  sql,
} from "kysely"
import { ArchiveError } from "./errors.js"
import type { Tables } from "./tables.js"

// Everything in which SQLite differs from PostgreSQL.

/** How long a writer waits for another one, in milliseconds. */
const PATIENCE = 30_000

/**
 * SQLite as a dialect: better-sqlite3 where it is installed, else the SQLite of Node itself.
 * WAL lets several processes read while one writes; a commit is safe against a crash of the process, and with
 * synchronous=FULL of the machine.
 */
export async function sqliteDialect(path: string): Promise<Dialect> {
  const database = (await betterSqlite(path)) ?? (await nodeSqlite(path))
  if (!database) {
    throw new ArchiveError(
      "the archive needs better-sqlite3, which could not be installed here: run `npm install better-sqlite3` " +
        "(it needs a C++ compiler where no binary can be downloaded), or use Node 22.13 or later, which brings its own SQLite",
    )
  }
  const run = (command: string) => {
    const statement = database.prepare(command)
    return statement.reader ? statement.all([]) : statement.run([])
  }
  try {
    run(`pragma busy_timeout = ${PATIENCE}`)
    run("pragma journal_mode = wal")
    run("pragma synchronous = full")
    run("pragma foreign_keys = on")
    run("pragma cache_size = -65536")
  } catch (error) {
    database.close()
    throw error
  }
  const preparing = preparedOnce(database)
  const dialect = new SqliteDialect({ database: preparing })
  return Object.assign(Object.create(dialect) as SqliteDialect, {
    createAdapter: () => new WholeAdapter(),
    createDriver: () => new ImmediateDriver({ database: preparing }),
  })
}

/** SQLite changes its schema within a transaction: of two processes that open a new archive one waits for the other. */
class WholeAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

/** So many commands are kept prepared; those used longest ago make room. */
const MOST_PREPARED = 200

/** Preparing a command takes as long as running it, and adding a report runs the same ones again and again. */
function preparedOnce(database: SqliteDatabase): SqliteDatabase {
  const kept = new Map<string, ReturnType<SqliteDatabase["prepare"]>>()
  return {
    close: () => database.close(),
    prepare(command) {
      const prepared = kept.get(command) ?? database.prepare(command)
      kept.delete(command)
      kept.set(command, prepared)
      if (kept.size > MOST_PREPARED) kept.delete(kept.keys().next().value!)
      return {
        reader: prepared.reader,
        all: (parameters) => prepared.all(parameters),
        run: (parameters) => prepared.run(parameters),
        // Rows may still be on their way when the same command is asked again.
        iterate: (parameters) => database.prepare(command).iterate(parameters),
      }
    },
  }
}

async function betterSqlite(path: string): Promise<SqliteDatabase | undefined> {
  try {
    const { default: Database } = await import("better-sqlite3")
    return new Database(path, { timeout: PATIENCE })
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

// Not there at all, or there without its compiled part.
function isMissing(error: unknown): boolean {
  const { code = "", message = "" } = error as { code?: string; message?: string }
  return (
    code === "ERR_MODULE_NOT_FOUND" || code === "ERR_DLOPEN_FAILED" || message.includes("Could not locate the bindings")
  )
}

/** As much of node:sqlite as is used: it is not in Node 20, nor in its types. */
interface NodeSqlite {
  readonly DatabaseSync: new (path: string) => NodeDatabase
}

interface NodeDatabase {
  close(): void
  prepare(command: string): {
    columns(): readonly unknown[]
    all(...parameters: readonly unknown[]): unknown[]
    run(...parameters: readonly unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint }
    iterate(...parameters: readonly unknown[]): IterableIterator<unknown>
  }
}

const nodeModule: string = "node:sqlite"

async function nodeSqlite(path: string): Promise<SqliteDatabase | undefined> {
  const sqlite: NodeSqlite | undefined = await import(nodeModule).catch(() => undefined)
  return sqlite && adapted(new sqlite.DatabaseSync(path))
}

function adapted(database: NodeDatabase): SqliteDatabase {
  return {
    close: () => database.close(),
    prepare(command) {
      const statement = database.prepare(command)
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...parameters),
        run: (parameters) => statement.run(...parameters),
        iterate: (parameters) => statement.iterate(...parameters),
      }
    },
  }
}

/** A transaction that reads and then writes must have the write lock from the start, or another writer can make it fail. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"))
  }
}

/** A table whose rows are numbered from 1. */
export const numbered = <Name extends string>(table: CreateTableBuilder<Name, never>) =>
  table.addColumn("number", "integer", (column) => column.primaryKey().autoIncrement())

/** A full-text index over columns of a table, kept by triggers; accents and case are folded. */
export async function createWordIndex(db: Kysely<never>, table: string, columns: readonly string[]): Promise<void> {
  const list = columns.join(", ")
  const values = (row: "new" | "old") => columns.map((column) => `${row}.${column}`).join(", ")
  const words = `${table}_words`
  const add = `insert into ${words}(rowid, ${list}) values (new.number, ${values("new")});`
  const drop = `insert into ${words}(${words}, rowid, ${list}) values ('delete', old.number, ${values("old")});`
  for (const command of [
    `create virtual table ${words} using fts5(${list}, content='${table}', content_rowid='number',
       tokenize='unicode61 remove_diacritics 2', prefix='3')`,
    `create virtual table ${table}_terms using fts5vocab(${words}, row)`,
    `create trigger ${words}_added after insert on ${table} begin ${add} end`,
    `create trigger ${words}_gone after delete on ${table} begin ${drop} end`,
    `create trigger ${words}_changed after update of ${list} on ${table} begin ${drop} ${add} end`,
  ]) {
    await sql.raw(command).execute(db)
  }
}

/**
 * Numbers of the rows that hold the words, best first by `rank` (BM25, smaller is better).
 * `words` as people type them: bare words must all occur, "a phrase" stands together, wor* begins so.
 */
export const rowsWithWords = (
  table: "statements" | "reports",
  words: string,
): RawBuilder<{ number: number; rank: number }> =>
  sql`(select rowid as number, rank from ${sql.raw(`${table}_words`)} where ${sql.raw(`${table}_words`)} match ${matching(words)})`

/** `he said "not one" clos*` → `"he" "said" "not one" "clos"*`: nothing typed can be an operator. */
function matching(words: string): string {
  const terms = [...words.replaceAll("\0", " ").matchAll(/"([^"]*)"?|[^\s"]+/g)].flatMap(([whole, phrase]) => {
    const bare = (phrase ?? whole).replace(/[*"]/g, " ").trim()
    if (!/[\p{L}\p{N}]/u.test(bare)) return []
    return [`"${bare}"${phrase === undefined && whole.endsWith("*") ? "*" : ""}`]
  })
  return terms.length > 0 ? terms.join(" ") : '""'
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

/** Numbers of the rows that hold any of these words, which are already split as the index splits them. */
export const rowsWithAny = (
  table: "statements" | "reports",
  words: readonly string[],
): RawBuilder<{ number: number; rank: number }> =>
  sql`(select rowid as number, rank from ${sql.raw(`${table}_words`)}
       where ${sql.raw(`${table}_words`)} match ${words.map((word) => `"${word}"`).join(" OR ") || '""'})`

/** How many rows hold each of these words; those that none holds are left out. */
export const rowsPerWord = (
  table: "statements" | "reports",
  words: readonly string[],
): RawBuilder<{ word: string; rows: number }> =>
  sql`(select term as word, doc as rows from ${sql.raw(`${table}_terms`)} where term in (${sql.join(words)}))`

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

const isCorrupt = (error: unknown): boolean => /corrupt|malformed/i.test(String(error))

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
