import * as z from "zod"
import {
  type Archive,
  coveringOf,
  findIdentity,
  type ListedIdentity,
  listIdentities,
  offsetOf,
  type Page,
} from "../archive/index.js"
import { schemaOf } from "./entries.js"

/** Who speaks for a body, and on whose word that is so. */
export interface Spokesperson {
  readonly identity: number
  readonly name: string
  readonly basis: "proposed" | "confirmed" | "list"
  readonly evidence: string
  readonly from: string | null
  readonly to: string | null
}

export interface Person extends ListedIdentity {
  /** only of a body that was asked about by itself */
  readonly speakers?: readonly Spokesperson[]
}

const number = z.int()
const name = z.string()

export const person = schemaOf<Person>()(
  "Person",
  z.strictObject({
    number: number.describe("the number of the identity: '#12' asks about just this one"),
    name,
    kind: z.string(),
    wikidata: z.string().nullable(),
    reports: z.int().describe("in how many reports it is named"),
    variants: z.array(z.string()).describe("other names it is given, the commonest first"),
    offers: z.array(z.strictObject({ number, name, reason: z.string() })).describe("whom it may be as well"),
    speakers: z
      .array(
        z.strictObject({
          identity: number,
          name,
          basis: z.enum(["proposed", "confirmed", "list"]).describe("proposed until a person has confirmed it"),
          evidence: z.string(),
          from: z.string().nullable(),
          to: z.string().nullable(),
        }),
      )
      .optional()
      .describe("who speaks for it; only of a body that was asked about by itself"),
  }),
)

export interface PeopleQuestion {
  readonly name?: string | undefined
  readonly offers?: boolean | undefined
  readonly limit: number
  readonly cursor?: string | undefined
}

/** Persons and bodies, those in most reports first; of a body that is asked about by itself also who speaks for it. */
export async function people(
  archive: Archive,
  { name, offers = false, limit, cursor }: PeopleQuestion,
): Promise<Page<Person>> {
  const offset = offsetOf(cursor)
  const meant = name === undefined ? undefined : await calledSo(archive, name)
  if (meant?.length === 0) return { rows: [], meant: [{ asked: name!, people: [] }] }
  const only = meant && { only: meant.map(({ number }) => number) }
  const listed = await listIdentities(archive, { ...only, offered: offers, limit: limit + 1, offset })
  const [first, second] = meant?.filter(({ isLeftOut }) => !isLeftOut) ?? []
  const body = first && !second && first.kind !== "person" ? first.number : undefined
  return {
    rows: await Promise.all(
      listed
        .slice(0, limit)
        .map(async (one) =>
          one.number === body ? { ...one, speakers: await spokespeople(archive, one.number) } : one,
        ),
    ),
    ...(listed.length > limit ? { next: String(offset + limit) } : {}),
    ...(meant && { meant: [{ asked: name!, people: meant.map((one) => ({ name: one.name, identity: one.number })) }] }),
  }
}

const identityOf = <Identity>({ identity }: { readonly identity: Identity }): Identity => identity

/** Everybody who goes by the name, also those whom a body of that name leaves out of other answers. */
async function calledSo(archive: Archive, name: string) {
  const found = await findIdentity(archive, name)
  const meant = found.kind === "one" ? [found.identity] : found.kind === "none" ? [] : found.candidates.map(identityOf)
  return [
    ...meant.map((one) => ({ ...one, isLeftOut: false })),
    ...(found.leftOut ?? []).map(identityOf).map((one) => ({ ...one, isLeftOut: true })),
  ]
}

/** Who speaks for a body. */
export async function spokespeople(archive: Archive, body: number): Promise<Spokesperson[]> {
  const covered = await coveringOf(archive, body)
  const numbers = covered.map(({ identity }) => identity)
  const listed = await listIdentities(archive, { only: numbers, limit: numbers.length })
  return covered.flatMap(({ identity, basis, evidence, from, to }) => {
    const shown = listed.find(({ number }) => number === identity)
    return basis === "itself" || !shown ? [] : [{ identity, name: shown.name, basis, evidence, from, to }]
  })
}
