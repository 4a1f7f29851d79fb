// The words of time that the rules share.

export const monthNames = [
  "jan(?:uary|\\.)?",
  "feb(?:ruary|\\.)?",
  "mar(?:ch|\\.)?",
  "apr(?:il|\\.)?",
  "may",
  "june?\\.?",
  "july?\\.?",
  "aug(?:ust|\\.)?",
  "sep(?:tember|t\\.?|\\.)?",
  "oct(?:ober|\\.)?",
  "nov(?:ember|\\.)?",
  "dec(?:ember|\\.)?",
] as const

export const weekdayNames = [
  "sun(?:day|\\.)",
  "mon(?:day|\\.)",
  "tue(?:sday|s?\\.)",
  "wed(?:nesday|\\.)",
  "thu(?:rsday|rs?\\.|\\.)",
  "fri(?:day|\\.)",
  "sat(?:urday|\\.)",
] as const

export const seasonNames = ["spring(?:time)?", "summer(?:time)?", "(?:fall|autumn)", "winter"] as const

/** "(?:jan…|feb…)", to be put into a pattern */
export const anyOf = (names: readonly string[]): string => `(?:${names.join("|")})`

/** Which of the names a word is, or -1. */
export const indexIn = (names: readonly string[], word: string): number =>
  names.findIndex((name) => new RegExp(`^${name}$`, "i").test(word))

export const partOfDay =
  "(?:(?:early |late )?(?:morning|afternoon|evening|night|lunchtime|midday|noon|midnight)|at noon|at midnight|a\\.m\\.|p\\.m\\.)"

export const count =
  "(?:\\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|(?:a )?couple(?: of)?|(?:a )?few|several)"

export const unit = "(?:minute|hour|day|night|week|fortnight|month|quarter|year|decade)s?"
