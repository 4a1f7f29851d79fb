import { ArchiveError } from "../errors.js"
import { findAnybody } from "../identities/index.js"
import { rootsOf } from "../identities/known.js"
import { nameWords } from "../identities/words.js"
import type { Archive } from "../open.js"
import { GONE } from "./gone.js"

/** A person or body to whom something is to be done that a slip would do to somebody else. */
export interface Whom {
  readonly number: number
  readonly name: string
}

/**
 * Whom somebody means who is going to take them down or erase them, also where they are taken down already: by number,
 * “#12”, or by the whole name, as it is shown or one of those they are known by; case and accents aside. Of whoever was
 * merged into another, the other. Throws an ArchiveError that names whom it could be where it is not one, for sure.
 */
export async function whomCalled(archive: Archive, typed: string): Promise<Whom> {
  const all = await everybody(archive)
  const rootOf = await rootsOf(archive.db)
  const byNumber = new Map(all.map((one) => [one.number, one]))
  const roots = (some: readonly number[]) =>
    [...new Set(some.map(rootOf))].flatMap((number) => byNumber.get(number) ?? []).sort((a, b) => a.number - b.number)
  const found = roots((await called(archive, all, typed)).map(({ number }) => number))
  if (found.length > 0) return one(typed, found)
  const meant = await findAnybody(archive, typed)
  const shown = meant.kind === "none" ? [] : meant.kind === "one" ? [meant.identity] : meant.candidates.map(identityOf)
  const hidden = all.filter((each) => each.hidden === 1 && holds(each, typed))
  throw perhaps(typed, roots([...shown, ...hidden].map(({ number }) => number)))
}

/** The same among those who are taken down; whoever was merged into another by themselves. */
export async function whomHidden(archive: Archive, typed: string): Promise<Whom> {
  const hidden = (await everybody(archive)).filter((each) => each.hidden === 1)
  const found = await called(archive, hidden, typed)
  if (found.length > 0) return one(typed, found)
  const held = hidden.filter((each) => holds(each, typed))
  if (held.length > 0) throw perhaps(typed, held)
  throw new ArchiveError(`${typed}: there is neither a report nor a person or body of this name that is taken down`)
}

/** "#12 Berta Quill" */
export const whomWords = ({ number, name }: Whom): string => `#${number} ${name}`

interface Somebody extends Whom {
  readonly hidden: 0 | 1
}

const everybody = ({ db }: Archive): Promise<Somebody[]> =>
  db.selectFrom("identities").select(["number", "name", "hidden"]).orderBy("number").execute()

async function called({ db }: Archive, some: readonly Somebody[], typed: string): Promise<readonly Somebody[]> {
  const [, number] = /^#(\d+)$/.exec(typed.trim()) ?? []
  if (number !== undefined) return some.filter((each) => each.number === Number(number))
  const name = compared(typed)
  if (name === "") return []
  const known = await db.selectFrom("known_names").select("identity").distinct().where("name", "=", name).execute()
  const bearers = new Set(known.map(({ identity }) => identity))
  return some.filter((each) => bearers.has(each.number) || nameOf(each) === name)
}

const identityOf = <Identity>({ identity }: { readonly identity: Identity }): Identity => identity

/** “The Dornvik  Council” → dornvik council */
function compared(name: string): string {
  const words = nameWords(name)
  return (words[0] === "the" && words.length > 1 ? words.slice(1) : words).join(" ")
}

/** "" for whoever is erased. */
const nameOf = ({ name }: Somebody): string => (name === GONE ? "" : compared(name))

const holds = (somebody: Somebody, typed: string): boolean =>
  compared(typed) !== "" && ` ${nameOf(somebody)} `.includes(` ${compared(typed)} `)

function one(typed: string, [first, ...others]: readonly Whom[]): Whom {
  if (others.length === 0) return first!
  const several = [first!, ...others].map(whomWords).join(", ")
  throw new ArchiveError(`${typed}: could be several; say which one by its number: ${several}`)
}

function perhaps(typed: string, some: readonly Whom[]): ArchiveError {
  if (some.length === 0)
    return new ArchiveError(`${typed}: there is neither a report nor a person or body of this name`)
  const words = some.slice(0, MOST_NAMED).map(whomWords).join(" or ")
  const more = some.length > MOST_NAMED ? `, or another one of ${some.length},` : ""
  return new ArchiveError(`${typed}: is not the whole name of anybody; is ${words}${more} meant?`)
}

/** Of those who may be meant, so many are named. */
const MOST_NAMED = 10
