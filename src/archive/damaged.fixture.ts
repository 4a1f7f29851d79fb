import { readFileSync, writeFileSync } from "node:fs"
import { sql } from "kysely"
import { openArchive } from "./open.js"

/** Fills the pages of tables with rubbish; of all without which an archive can still be opened, unless they are named. */
export async function damage(path: string, ...tables: readonly string[]): Promise<void> {
  const archive = await openArchive(path)
  const { rows } = await sql<{
    readonly name: string
    readonly pageno: number
  }>`select name, pageno from dbstat`.execute(archive.db)
  await archive.close()
  const isMeant = (name: string) =>
    tables.length > 0 ? tables.includes(name) : !/sqlite_schema|kysely|_words/.test(name)
  const bytes = readFileSync(path)
  for (const { name, pageno } of rows) if (isMeant(name)) bytes.fill(0xa5, (pageno - 1) * 4096, pageno * 4096)
  writeFileSync(path, bytes)
}
