import { ArchiveError } from "../errors.js"
import type { Archive } from "../open.js"
import { findIdentity, findWholeName, type IdentityRow } from "./find.js"

/**
 * Whom somebody means who joins persons or says what they are: by number, “#12”, by a Wikidata id, or by the whole name,
 * as it is shown or one of those they are known by; case and accents aside. Throws an ArchiveError that names whom it
 * could be where it is not one, for sure.
 */
export async function oneNamed(archive: Pick<Archive, "db">, typed: string): Promise<IdentityRow> {
  const found = await findWholeName(archive, typed)
  if (found.kind === "one") return found.identity
  if (found.kind === "several") throw whichOne(typed, found.candidates.map(identityOf))
  const like = await findIdentity(archive, typed)
  if (like.kind === "none") throw new ArchiveError(`${typed}: no report has anybody of this name`)
  const some = like.kind === "one" ? [like.identity] : like.candidates.map(identityOf)
  throw new ArchiveError(`${typed}: is not the whole name of anybody; is ${named(some, " or ")} meant?`)
}

/** "Kane: which one? '#12' Ben Kane, '#7' Tomás Kane and 30 more" */
export const whichOne = (typed: string, some: readonly IdentityRow[]): ArchiveError =>
  new ArchiveError(`${typed}: which one? ${named(some, ", ")}`)

function named(some: readonly IdentityRow[], between: string): string {
  const words = some.slice(0, MOST_NAMED).map(({ number, name }) => `'#${number}' ${name}`)
  return `${words.join(between)}${some.length > MOST_NAMED ? ` and ${some.length - MOST_NAMED} more` : ""}`
}

/** Of those whom a name could mean, so many are named. */
const MOST_NAMED = 8

const identityOf = ({ identity }: { readonly identity: IdentityRow }): IdentityRow => identity
