import type { Choice, Offer } from "./choose.js"
import type { Known } from "./known.js"
import type { Linking } from "./linking.js"

/** How many people two reports must have in common, and how far apart they may be in days, to speak for one more. */
const COMPANY = 2
const COMPANY_DAYS = 45

/**
 * “Volodimir Zelensky” in a report with two people who stand beside “Volodymyr Zelenskyy” in others of that time is
 * taken for him. Nobody is joined so where it could be several, or where the roles speak against it.
 */
export async function chooseByCompany(linking: Linking, choice: Choice): Promise<Choice> {
  const company = [...new Set([...linking.linked.values()].filter(isPerson).map(({ identity }) => identity))]
  if (company.length < COMPANY || !linking.day) return choice
  const fitting: Offer[] = []
  for (const offer of choice.offers) {
    if (offer.score >= 0.5 && (await inCommon(linking, offer.to, company)) >= COMPANY) fitting.push(offer)
  }
  return fitting.length === 1 ? { join: fitting[0]!.to, offers: [], own: false } : choice
}

const isPerson = ({ sort, own }: Known): boolean => sort === "person" && !own

async function inCommon({ transaction, day, report }: Linking, to: Known, company: readonly number[]): Promise<number> {
  const away = (days: number) => new Date(Date.parse(day!) + days * 86_400_000).toISOString().slice(0, 10)
  const near = (linked: readonly number[]) =>
    transaction
      .selectFrom("actors")
      .where("linked", "in", linked)
      .where("day", ">=", away(-COMPANY_DAYS))
      .where("day", "<=", away(COMPANY_DAYS))
  const { count } = await near(company.filter((one) => one !== to.identity))
    .select((eb) => eb.fn.count<number>("linked").distinct().as("count"))
    .where("report", "!=", report)
    .where("report", "in", near([to.identity]).select("report"))
    .executeTakeFirstOrThrow()
  return count
}
