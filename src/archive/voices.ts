import type { Actor, Statement } from "../record.js"
import { blotNames } from "./blotting/mask.js"
import { hiddenCalled } from "./hidden.js"
import type { Archive } from "./open.js"

/** One act of saying that answers questions, as far as it counts in an audit of who gets quoted. */
export interface Voice {
  readonly outlet: string
  readonly section: string
  /** "2026-03", "" where the report has no date */
  readonly month: string
  readonly kind: Statement["kind"]
  readonly remove: number
  readonly speakers: readonly {
    readonly name: string
    readonly kind: Actor["kind"]
    readonly identity: number | null
  }[]
}

const thoughts = ["think", "hope", "want", "intend", "feel"] as const

/** Every statement, without thoughts. Copies count "once", with the earliest of them, or for "each" outlet that ran one. */
export async function* voices({ db }: Archive, copies: "once" | "each"): AsyncGenerator<Voice> {
  let query = db
    .selectFrom("statements as s")
    .innerJoin("reports as r", "r.number", "s.report")
    .leftJoin("statement_actors as p", (join) =>
      join.onRef("p.statement", "=", "s.number").on("p.part", "=", "speaker"),
    )
    .leftJoin("actors as a", "a.number", "p.actor")
    .leftJoin("identities as i", "i.number", "a.identity")
    .select(["s.number", "s.kind", "s.remove", "s.outlet", "s.day", "r.section"])
    .select(["a.name", "a.kind as actorKind", "a.identity", "i.name as shown"])
    .where("s.standing", "=", "current")
    .where("s.act", "not in", thoughts)
    .orderBy("s.number")
  const blot = blotNames(await hiddenCalled(db))
  if (copies === "once") query = query.where("r.copy_of", "is", null)
  let number = -1
  let voice: (Voice & { readonly speakers: Voice["speakers"][number][] }) | undefined
  for await (const row of query.stream()) {
    if (row.number !== number) {
      if (voice) yield voice
      const { kind, remove, outlet, section, day } = row
      voice = { outlet, section: blot(section ?? ""), month: day?.slice(0, 7) ?? "", kind, remove, speakers: [] }
      number = row.number
    }
    if (row.name !== null) {
      voice!.speakers.push({ name: row.shown ?? row.name, kind: row.actorKind!, identity: row.identity })
    }
  }
  if (voice) yield voice
}
