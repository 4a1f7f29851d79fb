import { existsSync } from "node:fs"
import { Kysely, Migrator } from "kysely"
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
  const { error } = await migrator.migrateToLatest()
  if (!error) return
  if (error instanceof Error && /corrupted migrations/.test(error.message)) {
    throw new ArchiveError(`${path}: was made by a newer onrecord; install that version or a later one`)
  }
  throw explained(path, error)
}
