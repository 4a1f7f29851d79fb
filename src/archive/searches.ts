import { rowsWithWords } from "./dialect.js"
import { ArchiveError } from "./errors.js"
import type { Archive } from "./open.js"
import { type StatementEntry, statementEntries } from "./questions/entries.js"
import { about, narrowed, said } from "./questions/said.js"
import { questionsShown } from "./questions-shown.js"

/** A question that somebody wants to be told about: what `who` said, or what is said about somebody, or holds the words. */
export interface Question {
  readonly who?: string
  readonly about?: string
  readonly to?: string
  readonly words?: string
  readonly outlet?: string
  readonly firstHand?: boolean
}

export interface Search {
  readonly name: string
  readonly question: Question
  readonly made: string
}

/** Keeps a question under a name, in place of what had that name. */
export async function follow({ db }: Archive, name: string, question: Question, now = new Date()): Promise<void> {
  if (!/^[\p{L}\p{N}_-]{1,80}$/u.test(name)) {
    throw new ArchiveError(`${name}: a name has letters, digits, - and _ only; it is part of the feed's address`)
  }
  const { who, about: topic, to, words } = question
  if (who === undefined && topic === undefined && words === undefined) {
    throw new ArchiveError("what to follow? Say whose words (--who), about whom (--about) or which words (--words)")
  }
  if (who === undefined && to !== undefined)
    throw new ArchiveError("to whom something is said is asked together with who says it")
  if (words !== undefined && (who !== undefined || topic !== undefined)) {
    throw new ArchiveError("words are followed alone; what somebody says about a thing is --who and --about")
  }
  const values = { question: JSON.stringify(question), made: now.toISOString(), by: "" }
  await db
    .insertInto("searches")
    .values({ name, ...values })
    .onConflict((conflict) => conflict.column("name").doUpdateSet(values))
    .execute()
}

export async function unfollow({ db }: Archive, name: string): Promise<void> {
  const { numDeletedRows } = await db.deleteFrom("searches").where("name", "=", name).executeTakeFirstOrThrow()
  if (numDeletedRows === 0n) throw new ArchiveError(`${name}: nothing is followed under this name`)
}

/** What is followed, as it may be shown: the names of people who were taken down are blotted out of the questions. */
export async function searches(archive: Archive): Promise<Search[]> {
  const all = await kept(archive)
  const shown = await questionsShown(
    archive,
    all.map(({ question }) => question),
  )
  return all.map((search, n) => ({ ...search, question: shown[n]! }))
}

async function kept({ db }: Archive): Promise<Search[]> {
  const rows = await db.selectFrom("searches").selectAll().orderBy("name").execute()
  return rows.map(({ name, question, made }) => ({ name, question: JSON.parse(question) as Question, made }))
}

export interface News extends Search {
  /** the newest first */
  readonly entries: readonly StatementEntry[]
}

/** The newest entries that answer a question which is followed. */
export async function newsOf(archive: Archive, name: string, limit = 50): Promise<News> {
  const search = (await kept(archive)).find((each) => each.name === name)
  if (!search) throw new ArchiveError(`${name}: nothing is followed under this name; \`onrecord follow\` lists what is`)
  const [question] = await questionsShown(archive, [search.question])
  return { ...search, question: question!, entries: await answer(archive, search.question, limit) }
}

async function answer(archive: Archive, question: Question, limit: number): Promise<readonly StatementEntry[]> {
  const { who, about: topic, to, words, outlet, firstHand } = question
  const narrowing = { limit, ...(outlet !== undefined && { outlet }), ...(firstHand && { firstHand }) }
  if (who !== undefined) {
    const others = { ...(topic !== undefined && { about: topic }), ...(to !== undefined && { to }) }
    return (await said(archive, { who, ...others, ...narrowing })).rows
  }
  if (topic !== undefined) return (await about(archive, { who: topic, ...narrowing })).rows
  const found = await archive.db
    .selectFrom(rowsWithWords("statements", words!).as("found"))
    .innerJoin("statements as s", "s.number", "found.number")
    .select("s.number")
    .where((eb) => eb.and(narrowed(narrowing)))
    .orderBy("s.day", "desc")
    .orderBy("s.number", "desc")
    .limit(limit)
    .execute()
  return statementEntries(
    archive,
    found.map(({ number }) => number),
  )
}
