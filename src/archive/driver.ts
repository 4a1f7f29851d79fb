import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
} from "kysely"
import { ArchiveError } from "./errors.js"

// Opening the file of an archive, and how its transactions begin and end.

/** How long a writer waits for another one, in milliseconds. */
const PATIENCE = 30_000

/**
 * SQLite as a dialect: better-sqlite3 where it is installed, else the SQLite of Node itself, unless one is named.
 * WAL lets several processes read while one writes; a commit is safe against a crash of the process, and with
 * synchronous=FULL of the machine.
 */
export async function sqliteDialect(path: string, driver?: DriverName): Promise<Dialect> {
  const database = await databaseAt(path, driver)
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
    // Pages that every report changes are written into the file once for many reports.
    run("pragma wal_autocheckpoint = 4000")
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

export type DriverName = "better-sqlite3" | "node:sqlite"

async function databaseAt(path: string, driver?: DriverName): Promise<SqliteDatabase | undefined> {
  if (driver === "better-sqlite3") return betterSqlite(path)
  if (driver === "node:sqlite") return nodeSqlite(path)
  return (await betterSqlite(path)) ?? (await nodeSqlite(path))
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
  const sqlite = await importNodeSqlite()
  return sqlite && adapted(new sqlite.DatabaseSync(path))
}

/** Node 22 and 24 call their SQLite experimental on stderr whenever it is loaded; whoever asks an archive did not choose it. */
async function importNodeSqlite(): Promise<NodeSqlite | undefined> {
  const { emitWarning } = process
  const emit = emitWarning as (warning: string | Error, ...more: readonly unknown[]) => void
  process.emitWarning = (warning: string | Error, ...more: readonly unknown[]) => {
    if (!String(warning).startsWith("SQLite is an experimental feature")) emit.call(process, warning, ...more)
  }
  try {
    return await import(nodeModule).catch(() => undefined)
  } finally {
    process.emitWarning = emitWarning
  }
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

  /** Where the disk is full or fails, SQLite may have rolled back by itself: what it said then is the error to tell. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await super.rollbackTransaction(connection)
    } catch (error) {
      if (!/no transaction is active/.test(String(error))) throw error
    }
  }
}
