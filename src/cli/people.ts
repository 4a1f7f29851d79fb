import {
  type Archive,
  ArchiveError,
  actorsIn,
  keepApart,
  mergeIdentities,
  oneNamed,
  renameIdentity,
  type Signed,
  setPrivate,
  settleMembership,
  splitIdentity,
} from "../archive/index.js"
import { type Person, people } from "../asking/people.js"
import { amount } from "../words.js"
import { oneCalled, tell } from "./identities.js"
import { takeMembers, takeWikidata } from "./identity-lists.js"
import { write } from "./output.js"
import { harmless } from "./terminal.js"
import { withArchive } from "./with-archive.js"

export interface PeopleOptions {
  readonly archive: string
  readonly offers?: boolean
  readonly json?: boolean
  readonly wikidata?: string
  readonly members?: string
  readonly by?: string
  readonly reason?: string
}

/** So many persons and bodies are printed. */
const MOST = 100

/** Prints persons and bodies, or takes a list of the user's own in. */
export const peopleCommand = (name: string | undefined, options: PeopleOptions) =>
  withArchive(options.archive, async (archive) => {
    const signed = { by: options.by ?? "", reason: options.reason ?? "" }
    if (options.wikidata) return takeWikidata(archive, options.wikidata, signed)
    if (options.members) return takeMembers(archive, options.members, signed)
    const { rows, meant } = await people(archive, { name, offers: options.offers, limit: MOST })
    if (meant?.[0]?.people.length === 0) throw new ArchiveError(`${name}: no report has anybody of this name`)
    for (const one of rows) {
      await write(options.json ? `${JSON.stringify(one)}\n` : `${harmless(personAnswer(one).join("\n"))}\n`)
    }
  })

/** "#12 Mihail Dragan (person), 4 reports; also Dragan", then who it may be as well, and who speaks for it. */
export function personAnswer({
  number,
  name,
  kind,
  wikidata,
  reports,
  variants,
  offers,
  speakers = [],
}: Person): string[] {
  const also = variants.length > 0 ? `; also ${variants.join(", ")}` : ""
  const id = wikidata ? `, ${wikidata}` : ""
  return [
    `#${number} ${name} (${kind}${id}), ${amount(reports, "report")}${also}`,
    ...offers.map((offer) => `    perhaps #${offer.number} ${offer.name}: ${offer.reason}`),
    ...speakers.map(({ identity, name, basis, evidence, from, to }) => {
      const time = from || to ? `, ${from ?? ""} to ${to ?? ""}` : ""
      return `    #${identity} ${name} speaks for it (${basis}${time}) ${evidence}`.trimEnd()
    }),
  ]
}

const numberOf = async (archive: Archive, name: string): Promise<number> => (await oneCalled(archive, name)).number

export const mergeCommand = (path: string, one: string, into: string, signed: Signed) =>
  withArchive(path, async (archive) => {
    const [{ number: from }, { number: to }] = [await oneNamed(archive, one), await oneNamed(archive, into)]
    await tell(`#${from} counts as #${to}`, await mergeIdentities(archive, from, to, signed))
  })

export const apartCommand = (path: string, one: string, other: string, signed: Signed) =>
  withArchive(path, async (archive) => {
    const [a, b] = [await numberOf(archive, one), await numberOf(archive, other)]
    await tell(`#${a} and #${b} are two`, await keepApart(archive, a, b, signed))
  })

/** Reports by the first letters of their ids: whoever was this one in them is somebody else. */
export const splitCommand = (path: string, who: string, reports: readonly string[], name: string, signed: Signed) =>
  withArchive(path, async (archive) => {
    const from = await numberOf(archive, who)
    const actors = []
    for (const start of reports) {
      const rows = await actorsIn(archive, from, start)
      if (rows.length === 0) throw new ArchiveError(`${start}: no report whose id begins so names ${who}`)
      actors.push(...rows)
    }
    const to = await splitIdentity(archive, from, actors, name, signed)
    await write(`#${to} ${name} is somebody else than #${from}; \`onrecord log\` has the number to undo it by\n`)
  })

export const renameCommand = (path: string, who: string, name: string, signed: Signed) =>
  withArchive(path, async (archive) => {
    const number = await numberOf(archive, who)
    await tell(`#${number} is called ${name}`, await renameIdentity(archive, number, name, signed))
  })

export const privacyCommand = (path: string, who: string, isPrivate: boolean, signed: Signed) =>
  withArchive(path, async (archive) => {
    const number = await numberOf(archive, who)
    const log = await setPrivate(archive, number, isPrivate, signed)
    await tell(`#${number} is a ${isPrivate ? "private" : "public"} person`, log)
  })

export const speaksCommand = (path: string, who: string, body: string, denied: boolean, signed: Signed) =>
  withArchive(path, async (archive) => {
    const [member, of] = [await numberOf(archive, who), await numberOf(archive, body)]
    const basis = denied ? "denied" : "confirmed"
    const log = await settleMembership(archive, { member, body: of, basis, from: null, to: null }, signed)
    await tell(`#${member} ${denied ? "does not speak" : "speaks"} for #${of}`, log)
  })
