import { existsSync } from "node:fs"
import { Kysely, Migrator, sql } from "kysely"
import { type DriverName, sqliteDialect } from "./driver.js"
import { ArchiveError, explained } from "./errors.js"
import { migrations } from "./migrations/index.js"
import type { Tables } from "./tables.js"

export interface Archive {
  readonly path: string
  readonly db: Kysely<Tables>
  close(): Promise<void>
}

export interface OpenOptions {
  readonly mustExist?: boolean
  /** the one that is there unless given, better-sqlite3 before Node's own */
  readonly driver?: DriverName
}

/**
 * Opens an archive, a file or ":memory:"; makes it where there is none, unless it `mustExist`, and brings an older one
 * up to date. Throws an ArchiveError where that cannot be.
 */
export async function openArchive(path: string, { mustExist = false, driver }: OpenOptions = {}): Promise<Archive> {
  if (mustExist && path !== ":memory:" && !existsSync(path)) {
    throw new ArchiveError(`${path}: there is no archive here; \`onrecord add\` makes one`)
  }
  const db = await connect(path, driver)
  try {
    await bringUpToDate(db, path)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return { path, db, close: () => db.destroy() }
}

/** As it is, whatever is wrong with it. */
export async function connect(path: string, driver?: DriverName): Promise<Kysely<Tables>> {
  try {
    return new Kysely<Tables>({ dialect: await sqliteDialect(path, driver) })
  } catch (error) {
    throw explained(path, error)
  }
}

async function bringUpToDate(db: Kysely<Tables>, path: string): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } })
  try {
    if (await isUpToDate(db, migrator)) return
  } catch (error) {
    throw explained(path, error)
  }
  const { error } = await migrator.migrateToLatest()
  if (!error) return
  if (error instanceof Error && /corrupted migrations/.test(error.message)) {
    throw new ArchiveError(`${path}: was made by a newer onrecord; install that version or a later one`)
  }
  throw explained(path, error)
}

/** Migrating takes the lock of a writer, for which who only reads would have to wait while reports are added. */
async function isUpToDate(db: Kysely<Tables>, migrator: Migrator): Promise<boolean> {
  const known = await migrator.getMigrations()
  if (known.some(({ executedAt }) => executedAt === undefined)) return false
  const { rows } = await sql<{ applied: number }>`select count(*) as applied from kysely_migration`.execute(db)
  return rows[0]!.applied === known.length // a newer archive has more
}
