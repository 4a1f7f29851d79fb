/**
 * A date as metadata gives it → ISO 8601, or undefined where it is not sure which day is meant.
 * A day stays a day (`2021-12-10`); a time keeps the zone that it came with, and gets none where it came without.
 */
export function isoDate(given: unknown): string | undefined {
  if (typeof given === "number") return fromSeconds(given)
  if (typeof given !== "string") return undefined
  const words = given.trim()
  for (const read of [isoForm, compactForm, namedMonth, numberedMonth]) {
    const date = read(words)
    if (date) return date
  }
  return /^\d{9,13}$/.test(words) ? fromSeconds(Number(words)) : undefined
}

// "2021-12-10", "2021-12-10 14:05", "2021-12-10T14:05:00.000+0100", "2021/12/10"
function isoForm(words: string): string | undefined {
  const match =
    /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:[T ]+(\d{2}):(\d{2})(?::(\d{2})(\.\d+)?)? ?(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?$/i.exec(
      words,
    )
  if (!match) return undefined
  const [, year, , month, day, hours, minutes, seconds, fraction, zone] = match
  return join(calendarDay(year, month, day), clockTime(hours, minutes, seconds, fraction), zone)
}

// "20211210", "20211210T140500Z"
function compactForm(words: string): string | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(words)
  if (!match) return undefined
  const [, year, month, day, hours, minutes, seconds, zone] = match
  return join(calendarDay(year, month, day), clockTime(hours, minutes, seconds), zone)
}

// "Fri, 10 Dec 2021 14:05:00 GMT", "Dec. 10, 2021", "December 10, 2021 at 2:05 p.m. EST", "10 December 2021".
function namedMonth(words: string): string | undefined {
  const match =
    /^(?:[a-z]{3,9}\.?,? )?(?:(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?[ ,-]+(\d{4})|([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4}))(?:,? (?:at )?(\d{1,2}):(\d{2})(?::(\d{2}))? ?([ap]\.?m\.?)?(?: ?\(?([a-z]{1,4}|[+-]\d{2}:?\d{2})\)?)?)?$/i.exec(
      words,
    )
  if (!match) return undefined
  const [, dayFirst, monthSecond, yearThird, monthFirst, daySecond, yearLast, hours, minutes, seconds, half, zone] =
    match
  const month = monthNumber(monthSecond ?? monthFirst ?? "")
  const day = calendarDay(yearThird ?? yearLast, month, dayFirst ?? daySecond)
  return join(day, clockTime(fullHours(hours, half), minutes, seconds), zone)
}

// "25/03/2024", "3/25/2024 14:05", "25.3.2024": one of the numbers can be no month, or both are the same.
// "10/12/2021" is left out: it is October in one country and December in another.
function numberedMonth(words: string): string | undefined {
  const match = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?:,? (\d{1,2}):(\d{2})(?::(\d{2}))?)?$/.exec(words)
  if (!match) return undefined
  const [, first, , second, year, hours, minutes, seconds] = match
  const [dayFirst, monthFirst] = [calendarDay(year, second, first), calendarDay(year, first, second)]
  if (dayFirst && monthFirst && dayFirst !== monthFirst) return undefined
  return join(dayFirst ?? monthFirst, clockTime(hours, minutes, seconds))
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
const monthNumber = (name: string): string => String(months.indexOf(name.slice(0, 3).toLowerCase()) + 1)

const zoneOffsets: Readonly<{ [name: string]: string }> = {
  Z: "Z",
  UT: "Z",
  UTC: "Z",
  GMT: "Z",
  EST: "-05:00",
  EDT: "-04:00",
  CST: "-06:00",
  CDT: "-05:00",
  MST: "-07:00",
  MDT: "-06:00",
  PST: "-08:00",
  PDT: "-07:00",
  BST: "+01:00",
  CET: "+01:00",
  CEST: "+02:00",
}

function fullHours(hours: string | undefined, half: string | undefined): string | undefined {
  if (hours === undefined || half === undefined) return hours
  const onTheClock = Number(hours) % 12
  return Number(hours) > 12 ? "99" : String(half.toLowerCase().startsWith("p") ? onTheClock + 12 : onTheClock)
}

/** undefined for a day that no calendar has, such as 30 February */
function calendarDay(year = "", month = "", day = ""): string | undefined {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  const isReal = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day) && Number(year) >= 1000
  return isReal ? date.toISOString().slice(0, 10) : undefined
}

function clockTime(hours?: string, minutes?: string, seconds = "00", fraction = ""): string | undefined {
  if (hours === undefined || minutes === undefined) return undefined
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 60) return undefined
  return `${hours.padStart(2, "0")}:${minutes}:${seconds}${fraction}`
}

function join(day: string | undefined, time: string | undefined, zone = ""): string | undefined {
  if (!day || !time) return day
  const numbers = /^([+-]\d{2}):?(\d{2})?$/.exec(zone)
  const offset = numbers ? `${numbers[1]}:${numbers[2] ?? "00"}` : (zoneOffsets[zone.toUpperCase()] ?? "")
  // A time in a zone whose name says nothing to us could be anybody's day: the day as printed is all that is sure.
  return zone && !offset ? day : `${day}T${time}${offset}`
}

function fromSeconds(number: number): string | undefined {
  const milliseconds = number > 1e11 ? number : number * 1000
  // 1973 to 2286; smaller numbers are years or counts
  if (!(milliseconds > 1e11 && milliseconds < 1e13)) return undefined
  return new Date(milliseconds).toISOString().replace(".000Z", "Z")
}
