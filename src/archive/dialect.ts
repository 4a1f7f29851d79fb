import { type CreateTableBuilder, type Kysely, type RawBuilder, type SqlBool, sql } from "kysely"
import type { Tables } from "./tables.js"

// Tables and words, as far as SQLite differs in them from PostgreSQL.

/** A table whose rows are numbered from 1. */
export const numbered = <Name extends string>(table: CreateTableBuilder<Name, never>) =>
  table.addColumn("number", "integer", (column) => column.primaryKey().autoIncrement())

/** A table whose rows lie in the order of their primary key and nowhere else. */
export const clustered = <Name extends string, Columns extends string>(table: CreateTableBuilder<Name, Columns>) =>
  table.modifyEnd(sql`without rowid`)

/** In the order in which the rows of a table were written that has no numbers of its own. */
export const asWritten = (table: string) => sql.ref(`${table}.rowid`)

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

/**
 * Whether a column may hold the words one after the other, joined or with others between them: a look at every row.
 * Letters that may be written with an accent stand for any.
 */
export const withLetters = (column: string, words: string): RawBuilder<SqlBool> => {
  const letters = words.match(/[\p{L}\p{N}\p{M}]+/gu)?.map((word) => word.replace(/[^\p{Lo}bdfgjkmpqvwx0-9]/giu, "_"))
  return sql<SqlBool>`${sql.ref(column)} like ${`%${(letters ?? []).join("%")}%`}`
}

/** What people look for: words that stand together, the last of which may only begin so. */
export interface Term {
  readonly words: string
  readonly begins: boolean
}

/** `he said "not one" clos*` → he, said, not one, clos… */
export const termsOf = (words: string): Term[] =>
  [...words.replaceAll("\0", " ").matchAll(/"([^"]*)"?|[^\s"]+/g)].flatMap(([whole, phrase]) => {
    const bare = (phrase ?? whole).replace(/[*"]/g, " ").trim()
    if (!/[\p{L}\p{N}]/u.test(bare)) return []
    return [{ words: bare, begins: phrase === undefined && whole.endsWith("*") }]
  })

/** `he said "not one" clos*` → `"he" "said" "not one" "clos"*`: nothing typed can be an operator. */
function matching(words: string): string {
  const terms = termsOf(words).map((term) => `"${term.words}"${term.begins ? "*" : ""}`)
  return terms.length > 0 ? terms.join(" ") : '""'
}

/** Numbers of the best rows that hold both words of any pair; the words are already split as the index splits them. */
export const rowsWithPair = (
  table: "statements" | "reports",
  pairs: readonly (readonly [string, string])[],
  most: number,
): RawBuilder<{ number: number; rank: number }> => {
  const wanted = pairs.map(([one, other]) => `("${one}" AND "${other}")`).join(" OR ")
  return sql`(select rowid as number, rank from ${sql.raw(`${table}_words`)}
       where ${sql.raw(`${table}_words`)} match ${wanted} order by rank limit ${most})`
}

/**
 * Numbers of the rows that hold the words, the last written first; and how many there are, counted up to `most`.
 * Both end early, where ranking has to look at every row.
 */
export const newestWithWords = (table: "statements" | "reports", words: string): RawBuilder<{ number: number }> =>
  sql`(select rowid as number from ${sql.raw(`${table}_words`)}
       where ${sql.raw(`${table}_words`)} match ${matching(words)} order by rowid desc)`

export async function countWithWords(
  db: Kysely<Tables>,
  table: "statements" | "reports",
  words: string,
  most: number,
): Promise<number> {
  const { rows } = await sql<{ readonly count: number }>`select count(*) as count from (
    select 1 from ${sql.raw(`${table}_words`)} where ${sql.raw(`${table}_words`)} match ${matching(words)}
    limit ${most})`.execute(db)
  return rows[0]!.count
}
