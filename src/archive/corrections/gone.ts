import type { Transaction } from "kysely"
import { isCalled } from "../blotting/goes.js"
import { isCalledBeside } from "../blotting/longer.js"
import type { Called } from "../blotting/mask.js"
import { fold } from "../fold.js"
import { readActor } from "../identities/reading.js"
import type { Tables } from "../tables.js"

// What is left where something was erased.

/** What stands in the place of words that are gone for good. */
export const GONE = "[erased]"

export async function forgetAddress(
  transaction: Transaction<Tables>,
  report: number,
  url: string | null,
): Promise<void> {
  if (url !== null) await transaction.deleteFrom("pages").where("url", "=", url).execute()
  const item = `${GONE} ${report}`
  await transaction.updateTable("items").set({ item }).where("report", "=", report).execute()
}

/** Those whom no report names any more: the number stays, the name and all that was told of them goes. */
export async function forgetIdentities(transaction: Transaction<Tables>, numbers: readonly number[]): Promise<void> {
  for (const number of numbers) {
    const actor = await transaction
      .selectFrom("actors")
      .select("number")
      .where((eb) => eb.or([eb("identity", "=", number), eb("linked", "=", number)]))
      .executeTakeFirst()
    if (actor) continue
    for (const table of ["known_names", "offices", "tenures", "offers"] as const) {
      await transaction.deleteFrom(table).where("identity", "=", number).execute()
    }
    for (const table of ["memberships", "grounds"] as const) {
      await transaction
        .deleteFrom(table)
        .where((eb) => eb.or([eb("member", "=", number), eb("body", "=", number)]))
        .execute()
    }
    await transaction
      .updateTable("identities")
      .set({ name: GONE, folded: GONE, roles: "{}", wikidata: null, hidden: 1 })
      .where("number", "=", number)
      .execute()
  }
}

/** Who is called by a name that is gone is called as another report calls it: “Lind's office” that is the Harbour Office, too. */
export async function forgetWords(
  transaction: Transaction<Tables>,
  whole: readonly Called[],
  blot: (words: string) => string,
): Promise<void> {
  const identities = await transaction.selectFrom("identities").select(["number", "name", "kind"]).execute()
  for (const { number, ...called } of identities) {
    const isName = isCalled(called) && !isCalledBeside(called, whole)
    if (isName || blot(called.name) === called.name) continue
    const actor = await transaction
      .selectFrom("actors")
      .select("name")
      .where("identity", "=", number)
      .orderBy("number")
      .executeTakeFirst()
    const name = blot(actor?.name ?? called.name)
    const known = readActor({ ...called, roles: [] })?.name ?? ""
    await transaction.deleteFrom("known_names").where("identity", "=", number).where("name", "=", known).execute()
    await transaction
      .updateTable("identities")
      .set({ name, folded: fold(name) })
      .where("number", "=", number)
      .execute()
  }
}
