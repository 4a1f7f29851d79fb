import type { Voice } from "../archive/index.js"

/** What reports are put together by. */
export type By = "outlet" | "section" | "month"

/** `count` of `of`: how many of the statements, or of those who speak in them, are so. */
export interface Share {
  readonly group: string
  readonly measure: string
  readonly value: string
  readonly count: number
  readonly of: number
}

/** By identity: what the user's own list says. Nothing is told from a name. */
export interface Attributes {
  readonly names: readonly string[]
  readonly of: ReadonlyMap<number, { readonly [name: string]: string }>
}

/** Who gets quoted and how much: a row for each share, the groups in order, in each the largest shares first. */
export async function sharesOf(
  voices: AsyncIterable<Voice> | Iterable<Voice>,
  by: By,
  attributes: Attributes,
): Promise<Share[]> {
  const groups = new Map<string, Group>()
  for await (const voice of voices) {
    const name = voice[by]
    const group = groups.get(name) ?? { statements: 0, speakers: 0, people: 0, counts: new Map() }
    groups.set(name, group)
    count(group, voice, attributes)
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([name, group]) => rowsOf(name, group, attributes))
}

interface Group {
  statements: number
  /** a joint statement has several */
  speakers: number
  people: number
  readonly counts: Map<string, Map<string, number>>
}

function count(group: Group, { kind, remove, speakers }: Voice, attributes: Attributes): void {
  const add = (measure: string, value: string) => {
    const values = group.counts.get(measure) ?? new Map<string, number>()
    group.counts.set(measure, values)
    values.set(value, (values.get(value) ?? 0) + 1)
  }
  group.statements++
  add("kind", kind)
  add("remove", remove === 1 ? "first-hand" : "second-hand or farther")
  const isUnnamed = speakers.some((speaker) => speaker.kind === "unnamed")
  add("source", speakers.length === 0 ? "nobody is sure who" : isUnnamed ? "unnamed" : "named")
  for (const speaker of speakers) {
    group.speakers++
    add("voice", speaker.name)
    if (speaker.kind !== "person") continue
    group.people++
    const listed = speaker.identity === null ? undefined : attributes.of.get(speaker.identity)
    for (const name of attributes.names) add(name, listed?.[name] || "unknown")
  }
}

function rowsOf(group: string, { statements, speakers, people, counts }: Group, { names }: Attributes): Share[] {
  const wholes: readonly (readonly [string, number])[] = [
    ["kind", statements],
    ["remove", statements],
    ["source", statements],
    ...names.map((name): [string, number] => [name, people]),
    ["voice", speakers],
  ]
  return wholes.flatMap(([measure, of]) =>
    [...(counts.get(measure) ?? [])]
      .sort(([a, some], [b, others]) => others - some || (a < b ? -1 : 1))
      .map(([value, count]) => ({ group, measure, value, count, of })),
  )
}
