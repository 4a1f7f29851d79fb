import { createHash } from "node:crypto"
import type { Actor, Record } from "../../record.js"

interface Told {
  readonly day?: string
  readonly publisher?: string
  readonly title?: string
  /** Its first line; the names of all actors stand behind it. */
  readonly text?: string
}

type ActorTold = Pick<Actor, "name"> & Partial<Actor>

/** A report that does nothing but name people: `report({ day: "2021-03-04" }, "Ana Ruiz, President", { name: "Vallonda", kind: "organisation" })`. */
export function report(told: Told, ...actors: readonly (ActorTold | string)[]): Record {
  const named = actors.map((actor): ActorTold => {
    if (typeof actor !== "string") return actor
    const [name = "", ...roles] = actor.split(", ")
    return { name, roles }
  })
  const lines = [told.text ?? "", ...named.map(({ name }) => name)]
  const text = lines.join("\n")
  const id = createHash("sha256")
    .update(JSON.stringify([told, actors]))
    .digest("hex")
  return {
    format: "onrecord/1",
    reader: { version: "0.0.0", model: "by hand" },
    report: {
      id,
      textHash: id,
      text,
      paragraphs: [],
      language: "en",
      ...(told.day ? { published: told.day } : {}),
      ...(told.publisher ? { publisher: told.publisher } : {}),
      ...(told.title ? { title: told.title } : {}),
    },
    actors: named.map((actor, index) => {
      const start = lines.slice(0, index + 1).join("\n").length + 1
      return {
        id: `a${index + 1}`,
        kind: "person",
        aliases: [],
        roles: [],
        mentions: [{ start, end: start + actor.name.length }],
        ...actor,
      }
    }),
    statements: [],
    contacts: [],
    notes: [],
  }
}
