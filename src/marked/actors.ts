import type { Actor } from "../record.js"
import { type Places, placesOf, touching } from "../text/places.js"
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
  mentions: Map<string, Span>
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
    actors.set(nameKey(name), { name, kind, aliases: new Set(aliases), roles, mentions: new Map(), listed: true })
  }
  const aliases = new Map([...actors.values()].flatMap((a) => [...a.aliases].map((name) => [nameKey(name), a])))
  const who = marked.marks.filter(({ letter }) => "sapm".includes(letter)).filter(beginsSource())
  for (const mark of who) if (mark.value !== "?") for (const name of namesOf(mark.value)) addActor(actors, name)
  for (const mark of marked.marks.filter(({ letter }) => "qk".includes(letter))) {
    const told = readTold(marked, mark)
    for (const name of [...told.names, ...told.also]) addActor(actors, name)
  }
  const meant = new Map<Mark, readonly Building[]>()
  for (const mark of who) meant.set(mark, whoIsMeant(marked, mark, actors, aliases))
  const places = placesOf(who)
  for (const mark of who) addMentions(marked, mark, meant, places)
  return finish([...actors.values()], meant, (name) => actors.get(nameKey(name)))
}

/** "{s=Reed:Reed}, he {c:said}, {s:the mayor}": the second piece of one source names nobody else. */
function beginsSource(): (mark: Mark) => boolean {
  const begun = new Set<number>()
  return ({ letter, numbers }) => {
    if (letter !== "s") return true
    const own = numbers.length ? numbers : [0]
    const goesOn = own.some((number) => begun.has(number))
    for (const number of own) begun.add(number)
    return !goesOn
  }
}

function addActor(actors: Map<string, Building>, name: string): Building {
  const known = actors.get(nameKey(name))
  if (known) return known
  const kind = /^\p{Lu}/u.test(name) ? "person" : "unnamed"
  const actor: Building = { name, kind, aliases: new Set(), roles: [], mentions: new Map(), listed: false }
  actors.set(nameKey(name), actor)
  return actor
}

function whoIsMeant(
  marked: Marked,
  mark: Mark,
  actors: Map<string, Building>,
  aliases: ReadonlyMap<string, Building>,
): Building[] {
  if (mark.value === "?") return []
  if (mark.value) return namesOf(mark.value).map((name) => addActor(actors, name))
  const words = sliceOf(marked.text, mark)
  if (isPronoun(words)) return []
  const { start, end } = bareMention(words)
  const bare = words.slice(start, end)
  // "Mayor Maria Lopez": the longest name that ends the words, then what the header calls somebody.
  for (const { index } of bare.matchAll(/\S+/g)) {
    const named = actors.get(nameKey(bare.slice(index)))
    if (named && findName(words, named.name)) return [named]
  }
  return [aliases.get(nameKey(bare)) ?? addActor(actors, lowerArticle(words.slice(0, end)))]
}

const lowerArticle = (name: string) => name.replace(/^(?:The|An?)(?= \p{Ll})/u, (article) => article.toLowerCase())

/** In `{s:Ms {p:Ashdown}}` the inner mark says which words are the mention. */
export const isPlainer = (mark: Mark, inner: Mark): boolean =>
  mark.letter !== "m" &&
  contains(mark, inner) &&
  (inner.letter === "m" || (inner.letter !== "s" && inner.end - inner.start < mark.end - mark.start))

/** A source is a mention too, its article and title aside, unless a mark inside it says which words are. */
function addMentions(
  marked: Marked,
  mark: Mark,
  meant: ReadonlyMap<Mark, readonly Building[]>,
  places: Places<Mark>,
): void {
  const around = touching(places, mark).filter((other) => isPlainer(mark, other))
  for (const actor of meant.get(mark) ?? []) {
    if (around.some((inner) => meant.get(inner)?.includes(actor))) continue
    const { start, end } = mark.letter === "m" ? mark : impliedMention(marked.text, mark, actor.name)
    actor.mentions.set(`${start} ${end}`, { start, end })
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
    return {
      id: `a${index + 1}`,
      name,
      kind,
      aliases: [...aliases],
      roles,
      mentions: [...mentions.values()].sort(byPlace),
    }
  })
  const meantBy = new Map([...meant].map(([mark, people]) => [mark, people.map((actor) => ids.get(actor)!)]))
  return { actors, meantBy, idOf: (name) => ids.get(named(name)!)! }
}
