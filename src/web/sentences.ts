import { type Statement, saysPlainly } from "../record.js"

/** The verb of a statement, and what leads to whom: "told" and " ", "denied" and " to ". */
export interface Verb {
  readonly verb: string
  readonly to: string
}

/** say, to somebody → "told"; say, negated → "did not say"; ask, hypothetical → "might ask (hypothetical)" */
export function saidWords({
  act,
  polarity,
  addressees,
}: Pick<Statement, "act" | "polarity"> & { readonly addressees: readonly unknown[] }): Verb {
  if (saysPlainly({ act, polarity })) return addressees.length > 0 ? told : { verb: "said", to: " to " }
  const { base, past, to = " to " } = verbs[act]
  if (polarity === "hypothetical") return { verb: `might ${base} (hypothetical)`, to }
  // "declined to comment" is a refusal, and negated because nothing was said: one "not" is enough.
  return { verb: polarity === "negated" && act !== "refuse" ? `did not ${base}` : past, to }
}

const told: Verb = { verb: "told", to: " " }

const verb = (base: string, past: string, to?: string) => ({ base, past, ...(to === undefined ? {} : { to }) })

const verbs: {
  readonly [A in Statement["act"]]: { readonly base: string; readonly past: string; readonly to?: string }
} = {
  say: verb("say", "said"),
  ask: verb("ask", "asked", " "),
  deny: verb("deny", "denied"),
  refuse: verb("decline", "declined"),
  promise: verb("promise", "promised", " "),
  accuse: verb("say in accusation", "said in accusation"),
  demand: verb("demand", "demanded", " of "),
  think: verb("think", "thought"),
  hope: verb("hope", "hoped"),
  want: verb("want", "wanted"),
  intend: verb("intend", "intended"),
  feel: verb("feel", "felt"),
}
