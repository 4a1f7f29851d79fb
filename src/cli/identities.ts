import { type Archive, ArchiveError, findIdentity, whichOne } from "../archive/index.js"
import { write } from "./output.js"

/** Whom a name means; throws an ArchiveError where that is nobody, or says which ones it could be. */
export async function oneCalled(archive: Archive, name: string) {
  const found = await findIdentity(archive, name)
  if (found.kind === "one") return found.identity
  if (found.kind === "none") throw new ArchiveError(`${name}: no report has anybody of this name`)
  throw whichOne(
    name,
    found.candidates.map(({ identity }) => identity),
  )
}

export const tell = (what: string, log: number) => write(`${what}; undone by \`onrecord undo ${log}\`\n`)
