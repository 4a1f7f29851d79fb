import { type Kysely, type RawBuilder, sql } from "kysely"
import { personOf } from "./speakers.js"
import type { Tables } from "./tables.js"

/** Which counts that are kept differ from what the rows say, in words; none in a sound archive. */
export async function unfitCounts(db: Kysely<Tables>): Promise<string[]> {
  const spoken = sql`select coalesce(r.day, ''), s.report, ${personOf}, s.outlet, count(distinct s.number),
      count(distinct case when s.remove = 1 then s.number end)
    from statement_actors as p inner join statements as s on s.number = p.statement
      inner join reports as r on r.number = s.report
    where p.part = 'speaker' and s.standing = 'current' and r.copy_of is null group by s.report, ${personOf}`
  const kept = sql`select day, report, person, outlet, statements, first_hand from speaker_reports`
  const checks: readonly (readonly [string, RawBuilder<unknown>, RawBuilder<unknown>])[] = [
    ["who is quoted in each report", spoken, kept],
    [
      "how often everyone is quoted",
      sql`select person, sum(statements), sum(first_hand) from speaker_reports group by person`,
      sql`select person, statements, first_hand from speakers`,
    ],
    [
      "how often every outlet quotes everyone",
      sql`select person, outlet, sum(statements), sum(first_hand) from speaker_reports group by person, outlet`,
      sql`select person, outlet, statements, first_hand from speaker_outlets`,
    ],
    [
      "who bore which office",
      sql`select identity, role, coalesce(scope, ''), count(*), min(day), max(day)
        from offices group by identity, role, coalesce(scope, '')`,
      sql`select identity, role, scope, reports, first_day, last_day from tenures`,
    ],
  ]
  const unfit: string[] = []
  for (const [what, counted, told] of checks) {
    const { rows } = await sql`select 1 from (select * from (${counted} except ${told})
      union all select * from (${told} except ${counted})) limit 1`.execute(db)
    if (rows.length > 0) unfit.push(`the counts of ${what} do not match the entries`)
  }
  return unfit
}
