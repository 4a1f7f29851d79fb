import type { BodyName } from "../reading/organisations.js"
import { sameBody } from "./same-body.js"

export interface NamedBody {
  readonly start: number
  readonly body: BodyName
  /** “FBI” where the text puts it in brackets behind the name. */
  readonly abbreviation?: string
}

interface Cluster {
  readonly id: number
  readonly names: BodyName[]
  readonly places: number[]
}

/** Gives each named mention the number of the body it means: same names first, then acronyms, then short names. */
export function groupBodies(mentions: readonly NamedBody[]): number[] {
  const clusters: Cluster[] = []
  const byKey = new Map<string, Cluster>()
  const byWord = new Map<string, Cluster[]>()
  const parent: number[] = []
  const ids = mentions.map(({ body, start }) => {
    const cluster = byKey.get(body.key) ?? byKey.get(`core ${body.core}`) ?? open(body)
    byKey.set(body.key, cluster)
    cluster.places.push(start)
    return cluster.id
  })

  // What a bracket says holds even where the letters do not fit: “Party of Work (ZTP)”.
  mentions.forEach(({ body, abbreviation }, index) => {
    for (const short of [abbreviation, body.abbreviation]) {
      const other = short ? byKey.get(short) : undefined
      if (other) join(other.id, ids[index]!)
    }
  })

  // Longest first, so that a short name sees every longer one.
  const order = [...clusters].sort((a, b) => b.names[0]!.words.length - a.names[0]!.words.length || a.id - b.id)
  const chosen = new Map<number, (place: number) => number>()
  for (const cluster of order) {
    const short = cluster.names[0]!
    const longer = candidates(short, cluster.places[0]!, byWord)
    const distinct = [...new Set(longer.map((other) => root(other.id)))].filter((id) => id !== root(cluster.id))
    if (distinct.length === 1) join(cluster.id, distinct[0]!)
    else if (distinct.length > 1) chosen.set(cluster.id, nearest(longer))
    for (const word of new Set([...short.words.slice(0, 1), ...short.words.slice(-1), ...short.initials])) {
      const list = byWord.get(word)
      if (list) list.push(cluster)
      else byWord.set(word, [cluster])
    }
  }
  // “Havana” and “the Cubans” mean Cuba where the report names Cuba, and no other body is called that.
  for (const cluster of clusters) {
    const country = cluster.names[0]!.country
    const named = country === undefined ? undefined : byKey.get(country)
    if (named && root(cluster.id) === cluster.id && !chosen.has(cluster.id)) join(cluster.id, named.id)
  }
  return ids.map((id, index) => root(chosen.get(id)?.(mentions[index]!.start) ?? id))

  function open(body: BodyName): Cluster {
    const cluster: Cluster = { id: clusters.length, names: [body], places: [] }
    clusters.push(cluster)
    parent.push(cluster.id)
    byKey.set(`core ${body.core}`, cluster)
    return cluster
  }
  function root(id: number): number {
    while (parent[id] !== id) {
      parent[id] = parent[parent[id]!]!
      id = parent[id]!
    }
    return id
  }
  function join(a: number, b: number) {
    parent[root(a)] = root(b)
  }
}

// However many bodies share a word in a hostile text, only so many are weighed.
const mostWeighed = 40

function candidates(short: BodyName, place: number, byWord: ReadonlyMap<string, Cluster[]>): Cluster[] {
  const near = new Set(
    [short.words[0]!, short.words.at(-1)!, ...short.initials].flatMap((word) =>
      (byWord.get(word) ?? []).slice(0, mostWeighed),
    ),
  )
  const found = [...near].flatMap((cluster) => {
    const why = sameBody(short, cluster.names[0]!, cluster.places[0]! < place)
    return why ? [{ cluster, why }] : []
  })
  const surest = found.filter(({ why }) => why !== "short-name")
  return (surest.length ? surest : found).map(({ cluster }) => cluster)
}

/** “the Supreme Court” where two were named: the one named last before it. */
function nearest(clusters: readonly Cluster[]): (place: number) => number {
  const places = clusters.flatMap((cluster) => cluster.places.map((place) => ({ place, id: cluster.id })))
  places.sort((a, b) => a.place - b.place)
  return (place) => {
    let low = 0
    let high = places.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (places[middle]!.place < place) low = middle + 1
      else high = middle
    }
    return (places[low - 1] ?? places[0])!.id
  }
}
