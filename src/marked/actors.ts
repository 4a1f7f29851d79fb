import type { Actor } from "../record.js"
import { byPlace, contains, type Span, sliceOf } from "../text/span.js"
import { bareMention, findName, isPronoun, nameKey } from "./names.js"
import { fail, type Mark, type Marked } from "./notation.js"
import { namesOf, readTold } from "./values.js"

interface Cast {
  readonly actors: readonly Actor[]
  /** The actors that a source, addressee, participant or mention mark means; empty where nobody can tell. */
  readonly meantBy: ReadonlyMap<Mark, readonly string[]>
  readonly idOf: (name: string) => string
}

interface Building {
  name: string
  kind: Actor["kind"]
  aliases: Set<string>
  roles: readonly string[]
  mentions: Span[]
  listed: boolean
}

const actorKinds: readonly Actor["kind"][] = ["person", "organisation", "group", "unnamed", "document"]

/** Everyone whom the header, the heads of the marks and the marked words name. */
export function findCast(marked: Marked): Cast {
  const actors = new Map<string, Building>()
  for (const line of marked.header.actors) {
    const kind = actorKinds.find((known) => known === line.kind)
    if (!kind) fail(marked.written, line.at, `“${line.kind}” is no kind of actor; expected ${actorKinds.join(" ")}`)
    const { name, aliases, roles } = line
    actors.set(nameKey(name), { name, kind, aliases: new Set(aliases), roles, mentions: [], listed: true })
  }
  const who = marked.marks.filter(
    (mark, index) => "sapm".includes(mark.letter) && !continues(marked.marks, mark, index),
  )
  for (const mark of who) if (mark.value !== "?") for (const name of namesOf(mark.value)) addActor(actors, name)
  for (const mark of marked.marks.filter(({ letter }) => "qk".includes(letter))) {
    const told = readTold(marked, mark)
    for (const name of [...told.names, ...told.also]) addActor(actors, name)
  }
  const meant = new Map<Mark, readonly Building[]>()
  for (const mark of who) meant.set(mark, whoIsMeant(marked, mark, actors))
  for (const mark of who) addMentions(marked, mark, meant)
  return finish([...actors.values()], meant, (name) => actors.get(nameKey(name)))
}

/** "{s=Reed:Reed}, he {c:said}, {s:the mayor}": the second piece of one source names nobody else. */
function continues(marks: readonly Mark[], mark: Mark, index: number): boolean {
  if (mark.letter !== "s") return false
  const same = (other: Mark) =>
    other.letter === "s" &&
    (other.numbers.length ? other.numbers.some((n) => mark.numbers.includes(n)) : !mark.numbers.length)
  return marks.slice(0, index).some(same)
}

function addActor(actors: Map<string, Building>, name: string): Building {
  const known = actors.get(nameKey(name))
  if (known) return known
  const kind = /^\p{Lu}/u.test(name) ? "person" : "unnamed"
  const actor: Building = { name, kind, aliases: new Set(), roles: [], mentions: [], listed: false }
  actors.set(nameKey(name), actor)
  return actor
}

function whoIsMeant(marked: Marked, mark: Mark, actors: Map<string, Building>): Building[] {
  if (mark.value === "?") return []
  if (mark.value) return namesOf(mark.value).map((name) => addActor(actors, name))
  const words = sliceOf(marked.text, mark)
  if (isPronoun(words)) return []
  const { start, end } = bareMention(words)
  const bare = words.slice(start, end)
  const named = [...actors.values()].filter(({ name }) => findName(words, name))
  const longest = named.toSorted((a, b) => b.name.length - a.name.length)[0]
  const alias = [...actors.values()].find((actor) => [...actor.aliases].some((name) => nameKey(name) === nameKey(bare)))
  return [longest ?? alias ?? addActor(actors, lowerArticle(words.slice(0, end)))]
}

const lowerArticle = (name: string) => name.replace(/^(?:The|An?)(?= \p{Ll})/u, (article) => article.toLowerCase())

/** In `{s:Ms {p:Ashdown}}` the inner mark says which words are the mention. */
export const isPlainer = (mark: Mark, inner: Mark): boolean =>
  mark.letter !== "m" &&
  contains(mark, inner) &&
  (inner.letter === "m" || (inner.letter !== "s" && inner.end - inner.start < mark.end - mark.start))

/** A source is a mention too, its article and title aside, unless a mark inside it says which words are. */
function addMentions(marked: Marked, mark: Mark, meant: ReadonlyMap<Mark, readonly Building[]>): void {
  for (const actor of meant.get(mark) ?? []) {
    const inner = [...meant].some(([other, who]) => who.includes(actor) && isPlainer(mark, other))
    if (inner) continue
    const { start, end } = mark.letter === "m" ? mark : impliedMention(marked.text, mark, actor.name)
    if (actor.mentions.some((mention) => mention.start === start && mention.end === end)) continue
    actor.mentions.push({ start, end })
    const words = marked.text.slice(start, end)
    if (!actor.listed && !isPronoun(words) && nameKey(words) !== nameKey(actor.name)) actor.aliases.add(words)
  }
}

export function impliedMention(text: string, mark: Span, name: string): Span {
  const words = sliceOf(text, mark)
  const { start, end } = findName(words, name) ?? bareMention(words)
  return { start: mark.start + start, end: mark.start + end }
}

function finish(
  cast: readonly Building[],
  meant: ReadonlyMap<Mark, readonly Building[]>,
  named: (name: string) => Building | undefined,
): Cast {
  const ids = new Map(cast.map((actor, index) => [actor, `a${index + 1}`]))
  const actors = cast.map(({ name, kind, aliases, roles, mentions }, index) => {
    return { id: `a${index + 1}`, name, kind, aliases: [...aliases], roles, mentions: mentions.toSorted(byPlace) }
  })
  const meantBy = new Map([...meant].map(([mark, people]) => [mark, people.map((actor) => ids.get(actor)!)]))
  return { actors, meantBy, idOf: (name) => ids.get(named(name)!)! }
}
