import { type Archive, ArchiveError, findIdentity } from "../archive/index.js"
import { write } from "./output.js"

/** Whom a name means; throws an ArchiveError where that is nobody, or says which ones it could be. */
export async function oneCalled(archive: Archive, name: string) {
  const found = await findIdentity(archive, name)
  if (found.kind === "one") return found.identity
  if (found.kind === "none") throw new ArchiveError(`${name}: no report has anybody of this name`)
  const which = found.candidates.slice(0, MOST_NAMED).map(({ identity }) => `'#${identity.number}' ${identity.name}`)
  throw new ArchiveError(`${name}: which one? ${which.join(", ")}`)
}

/** Of those whom a name could mean, so many are named. */
const MOST_NAMED = 8

export const tell = (what: string, log: number) => write(`${what}; undone by \`onrecord undo ${log}\`\n`)
