import type { Kysely } from "kysely"

// Who is said to have been in contact, or not to have been, may dispute it as well as whoever is quoted. How a contact is
// told of is read from an index: the rows of statements are long; and whether somebody of a name is nobody beyond a report.

/** The archive with all tables; which columns they had then is known only here. */
// biome-ignore lint/suspicious/noExplicitAny: the types of tables.ts are those of the newest schema
export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .alterTable("contacts")
    .addColumn("disputed", "integer", (c) => c.notNull().defaultTo(0))
    .execute()
  await db.schema.dropIndex("statements_report_id").execute()
  await db.schema
    .createIndex("statements_report_id_act_polarity")
    .on("statements")
    .columns(["report", "id", "act", "polarity"])
    .execute()
  await db.schema.dropIndex("actors_folded").execute()
  await db.schema.createIndex("actors_folded_identity").on("actors").columns(["folded", "identity"]).execute()
}
