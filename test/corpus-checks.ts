import { isPronoun, nameKey } from "../src/marked/names.js"
import type { Marked } from "../src/marked/notation.js"
import { parseMarked } from "../src/marked/parse.js"
import { recordFromMarked } from "../src/marked/read.js"
import type { Record } from "../src/record.js"
import { recordSchema } from "../src/record.js"
import { findQuotations } from "../src/text/quotations.js"
import { overlaps, type Span, sliceOf } from "../src/text/span.js"

/** What is wrong with a marked report, in words; nothing where it may join the corpus. */
export function mistakesIn(written: string): string[] {
  let marked: Marked
  let record: Record
  try {
    marked = parseMarked(written)
    record = recordFromMarked(written)
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
  return [
    ...headerMistakes(marked),
    ...schemaMistakes(record),
    ...actorMistakes(marked, record),
    ...mentionMistakes(marked, record),
    ...sharedMentions(record),
    ...contentMistakes(record),
    ...replyMistakes(record),
    ...timeMistakes(record),
  ]
}

function headerMistakes({ header, text }: Marked): string[] {
  const missing = ["published", "title"].filter((field) => !header.fields[field])
  return [
    ...missing.map((field) => `the header has no ${field}`),
    ...(/^\d{4}-\d\d-\d\d/.test(header.fields.published ?? "2000-01-01") ? [] : ["published is no date"]),
    ...(/[{}]/.test(text) ? ["a brace is left in the text"] : []),
    ...(text.trim() ? [] : ["there is no text"]),
  ]
}

const schemaMistakes = (record: Record): string[] =>
  (recordSchema.safeParse(record).error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`)

function actorMistakes({ header, text }: Marked, { actors }: Record): string[] {
  const listed = new Set(header.actors.map(({ name }) => nameKey(name)))
  const folded = text.toLowerCase()
  const bare = (words: string) => words.toLowerCase().replace(/^(?:the|an?) /, "")
  return [
    ...(listed.size < header.actors.length ? ["two actors of the header have one name"] : []),
    ...actors.filter(({ name }) => !listed.has(nameKey(name))).map(({ name }) => `${name} is not in the header`),
    ...actors.filter(({ mentions }) => !mentions.length).map(({ name }) => `${name} is never mentioned`),
    ...actors.flatMap(({ name, aliases }) =>
      [name, ...aliases]
        .filter((words) => !folded.includes(bare(words)))
        .map((words) => `“${words}” stands nowhere in the text`),
    ),
  ]
}

function mentionMistakes({ marks, text }: Marked, { actors }: Record): string[] {
  const nobody = marks
    .filter(({ letter, value }) => "apm".includes(letter) && value === "")
    .filter((mark) => isPronoun(sliceOf(text, mark)))
    .map((mark) => `${place(text, mark)}: a pronoun with nobody behind it; expected {${mark.letter}=NAME:…}`)
  // "{m=Đặng Phúc An:An} inspection report"
  const articles = actors.flatMap(({ name, mentions }) =>
    mentions
      .filter(({ start, end }) =>
        /^An? (?!\p{Ll}+ed\b|said|was|is|has|had|did|does|would|will|told|left)\p{Ll}/u.test(
          text.slice(start, end + 8),
        ),
      )
      .filter((span) => /^An?$/.test(sliceOf(text, span)))
      .map((span) => `${place(text, span)}: an article is marked as ${name}`),
  )
  return [...nobody, ...articles]
}

/** One place means two actors only where its words do: "they", "both sides". */
function sharedMentions({ report, actors }: Record): string[] {
  const owners = new Map<string, Record["actors"][number][]>()
  for (const actor of actors) {
    for (const { start, end } of actor.mentions) {
      const key = `${start} ${end}`
      owners.set(key, [...(owners.get(key) ?? []), actor])
    }
  }
  return [...owners].flatMap(([key, sharing]) => {
    if (sharing.length < 2) return []
    const [start = 0, end = 0] = key.split(" ").map(Number)
    const words = sliceOf(report.text, { start, end })
    const single = /^(?:I|me|my|mine|he|him|his|she|hers?|it|its)$/i.test(words)
    const named = sharing.some(({ name, aliases }) => [name, ...aliases].some((own) => nameKey(own) === nameKey(words)))
    const both = sharing.map(({ name }) => name).join(" and ")
    return single || named ? [`${place(report.text, { start, end })}: “${words}” means both ${both}`] : []
  })
}

/** A full stop or comma at the end stays outside, but for one inside quotation marks and the words of a turn. */
function contentMistakes({ report, statements }: Record): string[] {
  const { text, paragraphs } = report
  const { quotations } = findQuotations(text, paragraphs)
  return statements.flatMap(({ content, kind, cue }) =>
    content.flatMap((part) => {
      const words = sliceOf(text, part)
      const mistakes: string[] = []
      if (words !== words.trim()) mistakes.push("white space at the edge of a content")
      const last = { start: part.end - 1, end: part.end }
      const inside = quotations.some((quotation) => overlaps(quotation, last))
      const turn = kind === "direct" && cue.length === 0
      const abbreviated = /(?:\b\p{L}\.|\b(?:Inc|Ltd|Co|Corp|Jr|Sr|etc|St|Ave)\.)$/u.test(words)
      if (/[.,;]$/.test(words) && !inside && !turn && !abbreviated)
        mistakes.push("a content ends with a stop that closes no quotation")
      if (/^[,.;:]/.test(words)) mistakes.push("a content begins with a stop")
      if (/\n\s*\n/.test(words)) mistakes.push("a part of a content crosses a paragraph")
      return mistakes.map((mistake) => `${place(text, part)}: ${mistake}`)
    }),
  )
}

function replyMistakes({ report, statements }: Record): string[] {
  const order = new Map(statements.map(({ id }, i) => [id, i]))
  return statements.flatMap(({ id, answers, response, content }) => {
    if (!answers) return []
    const at = place(report.text, content[0]!)
    const question = order.get(answers)!
    return [
      ...(response ? [] : [`${at}: a reply that neither answers, deflects nor refuses`]),
      ...(question < order.get(id)! ? [] : [`${at}: a reply before its question`]),
      ...(statements[question]!.act === "ask" ? [] : [`${at}: a reply to what is no question`]),
    ]
  })
}

function timeMistakes({ report, statements, contacts }: Record): string[] {
  const whens = [...statements.map(({ setting }) => setting.when), ...contacts.map(({ when }) => when)]
  return whens.flatMap((when) => {
    const { from, to, surely } = when ?? {}
    const backwards = (from && to && from > to) || (surely && surely.from > surely.to)
    return when && backwards ? [`${place(report.text, when)}: a time that ends before it begins`] : []
  })
}

/** “the first words of a place” */
const place = (text: string, { start, end }: Span): string => {
  const words = text.slice(start, Math.min(end, start + 40)).replace(/\s+/g, " ")
  return `“${words}${end - start > 40 ? "…" : ""}” at ${start}`
}
