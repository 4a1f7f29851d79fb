import type { Record, When } from "../../record.js"
import { type Span, sliceOf } from "../../text/span.js"
import type { Entry } from "./deeds.js"
import { statusOf } from "./typed-time.js"

/** A field of an entry before and after a deed, as a person would type it; missing where it held nothing. */
export interface Changed {
  /** as in a correction: "act", "when", "speakers" */
  readonly field: string
  readonly before?: string
  readonly after?: string
}

/** What two states of an entry do not have in common, but for how sure the machine was. */
export function changedFields(record: Record, before: Entry, after: Entry): Changed[] {
  // The status as it becomes holds for both, so that another status alone is no change of the time.
  const isSilence = statusOf(after) === "not-happened"
  const [was, is] = [fieldsOf(record, before, isSilence), fieldsOf(record, after, isSilence)]
  return Object.keys(was).flatMap((field) => {
    const [old, now] = [was[field] ?? "", is[field] ?? ""]
    return old === now ? [] : [{ field, ...(old && { before: old }), ...(now && { after: now }) }]
  })
}

interface Fields {
  readonly [field: string]: string | undefined
}

function fieldsOf(record: Record, entry: Entry, isSilence: boolean): Fields {
  const names = (ids: readonly string[]) => ids.map((id) => nameOf(record, id)).join("; ")
  const words = (spans: readonly (Span | undefined)[]) =>
    spans.flatMap((span) => (span ? sliceOf(record.report.text, span).replace(/\s+/g, " ") : [])).join(" … ")
  const time = (when: When | undefined) => when && words([when]) + datesOf(when, isSilence)
  if ("mentions" in entry) {
    const { name, kind, aliases, roles, mentions } = entry
    return { name, kind, aliases: aliases.join("; "), roles: roles.join("; "), mentions: words(mentions) }
  }
  if ("between" in entry) {
    const { between, mode, status, evidence, when, where, within } = entry
    return {
      ...{ between: names(between), mode, status },
      ...{ evidence: words([evidence]), when: time(when), where: words([where]), within },
    }
  }
  const { speakers, addressees, content, cue, source, kind, act, polarity, setting, about, figures } = entry
  return {
    ...{ speakers: names(speakers), addressees: names(addressees) },
    ...{ content: words(content), cue: words(cue), source: words(source) },
    ...{ kind, act, polarity },
    ...{ via: words([setting.via]), when: time(setting.when), where: words([setting.where]) },
    ...{ within: entry.within, answers: entry.answers, response: entry.response, remove: String(entry.remove) },
    about: names(about),
    figures: figures.map(({ text, value, unit }) => words([text]) + amountOf(value, unit)).join("; "),
  }
}

const nameOf = ({ actors }: Record, id: string): string => actors.find((actor) => actor.id === id)?.name ?? id

/** "@2021-06-01..2021-12-08; surely 2021-09-22..2021-12-08"; of a silence also "; surely nothing", as all of it would be sure. */
function datesOf({ from = "", to = "", surely }: When, isSilence: boolean): string {
  if (from === "" && to === "") return ""
  const certain = surely
    ? `${surely.from}..${surely.to}`
    : isSilence && from !== "" && to !== ""
      ? "nothing"
      : undefined
  return `@${from === to ? from : `${from}..${to}`}${certain ? `; surely ${certain}` : ""}`
}

/** "@4000000 USD" */
const amountOf = (value: number | undefined, unit: string | undefined): string =>
  value === undefined ? "" : `@${value}${unit === undefined ? "" : ` ${unit}`}`
