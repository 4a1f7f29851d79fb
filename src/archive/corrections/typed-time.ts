import type { Record, When } from "../../record.js"
import { isDay } from "../../text/days.js"
import { ArchiveError } from "../errors.js"
import type { Entry } from "./deeds.js"

type Dates = Pick<When, "from" | "to" | "surely">

/** Words of the report and the days they mean; `surely` is null where nothing is, and missing where nothing was said of it. */
interface TypedTime {
  readonly words: string
  readonly from?: string
  readonly to?: string
  readonly surely?: NonNullable<When["surely"]> | null
}

/**
 * "over the summer@2021-06-01..2021-09-22", "Friday@2021-09-03", open at one end "until then@..2021-12-08"; then what
 * every reading covers: "; surely 2021-09-22..2021-12-08", or "; surely nothing".
 */
export function readTime(typed: string): TypedTime {
  const [, words = "", from, lasting, end, sure, first, last = first] = time.exec(typed) ?? []
  if (words.trim() === "") {
    throw new ArchiveError("when: the words that tell the time come first: over the summer@2021-06-01..2021-09-22")
  }
  const to = end ?? (lasting === undefined ? from : lasting.slice("..".length) || undefined)
  const surely = sure === "nothing" ? null : first === undefined ? undefined : { from: first, to: last! }
  return { words, ...(from && { from }), ...(to && { to }), ...(surely !== undefined && { surely }) }
}

const day = String.raw`\d{4}-\d\d-\d\d`
const time = new RegExp(
  String.raw`^(.*?)(?:@(?:(${day})(\.\.(?:${day})?)?|\.\.(${day}))(?:\s*;\s*surely (nothing|(${day})(?:\.\.(${day}))?))?)?$`,
  "su",
)

/**
 * The dates of a typed time, for an entry as it stands (none where it is new) and its status as it will be. Whoever says
 * in which days a contact did not happen is sure of them unless they say otherwise; an open end of these is the day of
 * the report, which can tell of no later one, and of an open beginning nothing is sure. Where only the words are others,
 * what was sure before stays.
 */
export function datesTyped(
  { from, to: end, surely }: TypedTime,
  { report }: Record,
  entry: Entry | undefined,
  status: string | undefined,
): Dates {
  const isSilence = status === "not-happened"
  const to = end ?? (isSilence && from !== undefined ? toldUntil(report, from) : undefined)
  refuseBackwards(from, to)
  refuseBackwards(surely?.from, surely?.to)
  if (surely && ((from ?? "") > surely.from || surely.to > (to ?? "9999"))) {
    throw new ArchiveError(`when: what is surely meant lies within the time itself, ${from ?? ""}..${to ?? ""}`)
  }
  const dates = { ...(from && { from }), ...(to && { to }) }
  if (surely !== undefined) return surely ? { ...dates, surely } : dates
  const before = timeOf(entry)
  const wasSilence = statusOf(entry) === "not-happened"
  if (before && before.from === from && before.to === to && wasSilence === isSilence)
    return { ...dates, ...(before.surely && { surely: before.surely }) }
  return isSilence && from && to ? { ...dates, surely: { from, to } } : dates
}

/** The day of the report, where it has one. */
function toldUntil({ published = "" }: Record["report"], from: string): string | undefined {
  const reported = published.slice(0, 10)
  if (!isDay(reported)) return undefined
  if (from > reported) {
    throw new ArchiveError(
      `when: ${from}.. begins after the day of the report, ${reported}, with which an open end of what did not happen ends`,
    )
  }
  return reported
}

function refuseBackwards(from = "", to = "9999"): void {
  if (from > to) throw new ArchiveError(`when: ${from}..${to} ends before it begins`)
}

export const statusOf = (entry: Entry | undefined): string | undefined =>
  entry && "status" in entry ? entry.status : undefined

function timeOf(entry: Entry | undefined): When | undefined {
  if (!entry || "mentions" in entry) return undefined
  return "setting" in entry ? entry.setting.when : entry.when
}
