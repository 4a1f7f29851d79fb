import type { Contact, Statement, When } from "../record.js"
import { fail, type Mark, type Marked, splitAt, unescapeName } from "./notation.js"

// The heads of marks: what stands between "=" and ":".

export const acts: readonly Statement["act"][] = [
  "say",
  "ask",
  "deny",
  "refuse",
  "promise",
  "accuse",
  "demand",
  "think",
  "hope",
  "want",
  "intend",
  "feel",
]
export const polarities: readonly Statement["polarity"][] = ["asserted", "negated", "hypothetical"]
export const kinds: readonly Statement["kind"][] = ["direct", "indirect", "mixed"]
export const modes: readonly Contact["mode"][] = ["meet", "talk", "call", "write", "visit", "other"]
export const statuses: readonly Contact["status"][] = ["happened", "not-happened", "planned", "refused", "hypothetical"]

/** A word of the language for `{q2=answers 1:…}`: with a reply to 1 that answers, deflects, refuses or just replies. */
export const replies = { answers: "answer", deflects: "deflection", refuses: "refusal", replies: undefined } as const

/** What the head of a content, cue or evidence mark says, in any order, divided by ";". */
export interface Told {
  act?: Statement["act"]
  polarity?: Statement["polarity"]
  kind?: Statement["kind"]
  remove?: number
  /** 0 for "outside": in nobody's content, although it stands there. */
  within?: number
  answers?: number
  response?: Statement["response"]
  mode?: Contact["mode"]
  status?: Contact["status"]
  /** Addressees or participants that the text does not name in place. */
  also: string[]
  names: string[]
}

const pick = <T extends string>(list: readonly T[], word: string): T | undefined => list.find((item) => item === word)

export function readTold(marked: Marked, mark: Mark): Told {
  const told: Told = { also: [], names: [] }
  if (mark.value) for (const item of splitAt(mark.value, ";")) readItem(marked, mark, item, told)
  return told
}

/** Whether a name would be read as something else and so has to begin with a backslash. */
export const looksTold = (name: string): boolean =>
  /^(?:outside|\?|(?:within|remove|answers|deflects|refuses|replies) \d+|(?:to|with) .*)$/.test(name) ||
  name
    .split(" ")
    .every((word) => [...acts, ...polarities, ...kinds, ...modes, ...statuses].some((item) => item === word))

function readItem(marked: Marked, mark: Mark, item: string, told: Told): void {
  const [, key, number] = /^(within|remove|answers|deflects|refuses|replies) (\d+)$/.exec(item) ?? []
  const joined = /^(?:to|with) (.+)$/.exec(item)?.[1]
  if (item === "outside") told.within = 0
  else if (key === "within") told.within = Number(number)
  else if (key === "remove") told.remove = Number(number)
  else if (key === "answers" || key === "deflects" || key === "refuses" || key === "replies") {
    told.answers = Number(number)
    if (replies[key]) told.response = replies[key]
  } else if (joined) told.also.push(...namesOf(joined))
  else if (mark.letter === "k") readContactWords(marked, mark, item, told)
  else if (!readStatementWords(item, told)) {
    if (mark.letter === "c") {
      fail(marked.written, mark.at, `“${item}” is neither an act (${acts.join(" ")}) nor ${polarities.join(", ")}`)
    }
    told.names.push(...namesOf(item))
  }
}

function readContactWords(marked: Marked, mark: Mark, item: string, told: Told): void {
  for (const word of item.split(/\s+/)) {
    const status = pick(statuses, word)
    const mode = pick(modes, word)
    if (status) told.status = status
    else if (mode) told.mode = mode
    else {
      const expected = `a status (${statuses.join(" ")}) and a mode (${modes.join(" ")})`
      fail(marked.written, mark.at, `“${word}” says nothing about a contact; expected ${expected}`)
    }
  }
}

function readStatementWords(item: string, told: Told): boolean {
  const words = item.split(/\s+/)
  const known = words.every((word) => pick(acts, word) ?? pick(polarities, word) ?? pick(kinds, word))
  if (!known) return false
  for (const word of words) {
    const act = pick(acts, word)
    const polarity = pick(polarities, word)
    const kind = pick(kinds, word)
    if (act) told.act = act
    if (polarity) told.polarity = polarity
    if (kind) told.kind = kind
  }
  return true
}

/** "Maria Lopez + Tom Reed" */
export const namesOf = (value: string): string[] => splitAt(value, "+").filter(Boolean).map(unescapeName)

const date = String.raw`\d{4}(?:-\d\d(?:-\d\d(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?)?)?`
const period = new RegExp(String.raw`^(surely )?(${date})?(\.\.)?(${date})?$`)

/** "2021-06-01..2021-12-08; surely 2021-09-22..2021-12-08", "2026-03-04", "2026-03-04.." */
export function readDates(marked: Marked, mark: Mark): Omit<When, "start" | "end"> {
  let dates: Omit<When, "start" | "end"> = {}
  if (!mark.value) return dates
  for (const item of splitAt(mark.value, ";")) {
    const [, surely, from, range, to] = period.exec(unescapeName(item)) ?? []
    const end = range ? to : from
    if (item === "" || (!from && !to) || (surely && !(from && end))) {
      fail(marked.written, mark.at, `“${item}” is no time; expected 2026-03-04, 2026-03-01..2026-03-31 or surely …`)
    }
    if (surely) dates = { ...dates, surely: { from: from!, to: end! } }
    else dates = { ...dates, ...(from ? { from } : {}), ...(end ? { to: end } : {}) }
  }
  return dates
}

/** "4000000000 USD", "300", "USD" */
export function readFigure(value: string): { value?: number; unit?: string } {
  const [, number, unit] = /^(-?[\d.]+(?:e[+-]?\d+)?)?\s*(.*)$/.exec(unescapeName(value)) ?? []
  return { ...(number ? { value: Number(number) } : {}), ...(unit ? { unit } : {}) }
}
