import { type Kysely, sql } from "kysely"
import { plainLetters } from "../../text/letters.js"
import { clustered } from "../dialect.js"

// What questions had to count anew each time is counted when it is written, and a report has a short name of its own.

/** The archive with all tables; which columns they had then is known only here. */
// biome-ignore lint/suspicious/noExplicitAny: the types of tables.ts are those of the newest schema
type Untyped = Kysely<any>

export async function up(db: Untyped): Promise<void> {
  await nameReports(db)
  await foldAnew(db, "actors")
  await foldAnew(db, "identities")
  await countOffices(db)
  await countSpeakers(db)
  await clusterMarks(db)

  await db.schema.alterTable("actors").addColumn("day", "text").execute()
  await sql`update actors set day = (select day from reports where reports.number = actors.report)`.execute(db)

  for (const old of [
    "actors_linked",
    "actors_identity",
    "known_names_name",
    "known_names_word",
    "contact_actors_contact",
  ]) {
    await db.schema.dropIndex(old).execute()
  }
  await index(db, "contact_actors", "contact", "identity", "actor")
  await index(db, "actors", "linked", "day", "report")
  await index(db, "actors", "identity", "report")
  await index(db, "known_names", "name", "identity", "report")
  await index(db, "known_names", "word", "name", "identity", "report")
  await index(db, "reports", "hidden", "status", "outlet", "day")
  for (const table of ["statements", "contacts"]) {
    // Only the few that do not stand: an index of all would be taken where it helps nothing.
    await db.schema
      .createIndex(`${table}_not_current`)
      .on(table)
      .column("standing")
      .where("standing", "!=", "current")
      .execute()
  }
  await sql`create index identities_hidden on identities (hidden) where hidden = 1`.execute(db)
  await sql`create index contacts_silences on contacts (surely_from) where status = 'not-happened'`.execute(db)
}

async function index(db: Untyped, table: string, ...columns: string[]): Promise<void> {
  await db.schema
    .createIndex([table, ...columns].join("_"))
    .on(table)
    .columns(columns)
    .execute()
}

/** The first eight letters of the id, and more where an earlier report is called so. */
async function nameReports(db: Untyped): Promise<void> {
  await db.schema.alterTable("reports").addColumn("name", "text").execute()
  const taken = new Set<string>()
  const rows = await db.selectFrom("reports").select(["number", "id"]).orderBy("number").execute()
  for (const { number, id } of rows) {
    let length = 8
    while (taken.has(id.slice(0, length)) && length < id.length) length++
    taken.add(id.slice(0, length))
    await db
      .updateTable("reports")
      .set({ name: id.slice(0, length) })
      .where("number", "=", number)
      .execute()
  }
  await db.schema.createIndex("reports_name").unique().on("reports").column("name").execute()
}

/** “Sørensen” was “sørensen” here and “sorensen” where names are linked. */
async function foldAnew(db: Untyped, table: "actors" | "identities"): Promise<void> {
  const rows = await db.selectFrom(table).select("folded").distinct().execute()
  for (const { folded } of rows) {
    const anew = plainLetters(folded)
    if (anew !== folded) await db.updateTable(table).set({ folded: anew }).where("folded", "=", folded).execute()
  }
}

async function countOffices(db: Untyped): Promise<void> {
  await db.schema
    .createTable("tenures")
    .addColumn("identity", "integer", (c) => c.notNull().references("identities.number").onDelete("cascade"))
    .addColumn("role", "text", (c) => c.notNull())
    .addColumn("title", "text")
    .addColumn("scope", "text", (c) => c.notNull())
    .addColumn("former", "integer", (c) => c.notNull())
    .addColumn("field", "text")
    .addColumn("reports", "integer", (c) => c.notNull())
    .addColumn("first_day", "text")
    .addColumn("last_day", "text")
    .addPrimaryKeyConstraint("tenure_once", ["identity", "role", "scope"])
    .execute()
  await sql`insert into tenures (identity, role, title, scope, former, field, reports, first_day, last_day)
    select identity, role, min(title), coalesce(scope, ''), min(former), min(field), count(*), min(day), max(day)
    from offices group by identity, role, coalesce(scope, '')`.execute(db)
}

async function countSpeakers(db: Untyped): Promise<void> {
  await clustered(
    db.schema
      .createTable("speaker_reports")
      .addColumn("day", "text", (c) => c.notNull())
      .addColumn("report", "integer", (c) => c.notNull().references("reports.number").onDelete("cascade"))
      .addColumn("person", "text", (c) => c.notNull())
      .addColumn("outlet", "text", (c) => c.notNull())
      .addColumn("statements", "integer", (c) => c.notNull())
      .addColumn("first_hand", "integer", (c) => c.notNull())
      .addPrimaryKeyConstraint("speaker_report_once", ["day", "report", "person"]),
  ).execute()
  await db.schema
    .createTable("speakers")
    .addColumn("person", "text", (c) => c.primaryKey())
    .addColumn("identity", "integer", (c) => c.references("identities.number"))
    .addColumn("name", "text")
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("statements", "integer", (c) => c.notNull())
    .addColumn("first_hand", "integer", (c) => c.notNull())
    .execute()
  await db.schema
    .createTable("speaker_outlets")
    .addColumn("person", "text", (c) => c.notNull())
    .addColumn("outlet", "text", (c) => c.notNull())
    .addColumn("statements", "integer", (c) => c.notNull())
    .addColumn("first_hand", "integer", (c) => c.notNull())
    .addPrimaryKeyConstraint("speaker_outlet_once", ["person", "outlet"])
    .execute()
  const person = sql`coalesce('#' || p.identity, '=' || a.folded)`
  const spoken = sql`statement_actors as p inner join statements as s on s.number = p.statement
    inner join reports as r on r.number = s.report inner join actors as a on a.number = p.actor
    where p.part = 'speaker' and s.standing = 'current' and r.copy_of is null`
  await sql`insert into speaker_reports (day, report, person, outlet, statements, first_hand)
    select coalesce(r.day, ''), s.report, ${person}, r.outlet, count(distinct s.number), count(distinct case when s.remove = 1 then s.number end)
    from ${spoken} group by s.report, ${person}`.execute(db)
  await sql`insert into speakers (person, identity, name, kind, statements, first_hand)
    select ${person}, p.identity, case when p.identity is null then min(a.name) end, min(a.kind), count(distinct s.number),
      count(distinct case when s.remove = 1 then s.number end)
    from ${spoken} group by ${person}`.execute(db)
  await sql`insert into speaker_outlets (person, outlet, statements, first_hand)
    select person, outlet, sum(statements), sum(first_hand) from speaker_reports group by person, outlet`.execute(db)
  await index(db, "speaker_reports", "person")
  await index(db, "speakers", "statements")
  await index(db, "speaker_outlets", "outlet", "statements")
}

/** The marks by which copies and the same words are found lie in the order in which they are looked up, once. */
async function clusterMarks(db: Untyped): Promise<void> {
  await db.schema.alterTable("shingles").renameTo("old_shingles").execute()
  await clustered(
    db.schema
      .createTable("shingles")
      .addColumn("hash", "integer", (c) => c.notNull())
      .addColumn("band", "integer", (c) => c.notNull())
      .addColumn("report", "integer", (c) => c.notNull().references("reports.number").onDelete("cascade"))
      .addPrimaryKeyConstraint("shingle_once", ["hash", "band", "report"]),
  ).execute()
  await sql`insert into shingles (hash, band, report)
    select distinct hash, band, report from old_shingles order by hash, band, report`.execute(db)
  await db.schema.dropTable("old_shingles").execute()
  await index(db, "shingles", "report")

  await db.schema.alterTable("fingerprints").renameTo("old_fingerprints").execute()
  await clustered(
    db.schema
      .createTable("fingerprints")
      .addColumn("hash", "integer", (c) => c.notNull())
      .addColumn("statement", "integer", (c) => c.notNull().references("statements.number").onDelete("cascade"))
      .addPrimaryKeyConstraint("fingerprint_once", ["hash", "statement"]),
  ).execute()
  await sql`insert into fingerprints (hash, statement)
    select distinct hash, statement from old_fingerprints order by hash, statement`.execute(db)
  await db.schema.dropTable("old_fingerprints").execute()
  await index(db, "fingerprints", "statement")
}
