import type { Contact, Statement } from "../record.js"
import type { Colour } from "./terminal.js"

export function actColour({ act, polarity }: Pick<Statement, "act" | "polarity">): Colour {
  if (polarity === "hypothetical") return "yellow"
  if (polarity === "negated" || act === "deny" || act === "refuse") return "red"
  return act === "say" ? "dim" : "cyan"
}

export const statusColour: { readonly [S in Contact["status"]]: Colour } = {
  happened: "green",
  "not-happened": "red",
  planned: "yellow",
  refused: "red",
  hypothetical: "yellow",
}
