import { createHash } from "node:crypto"
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import type { Outcome } from "../src/score/outcomes.js"
import { fixed, fScore, type Row } from "../src/score/tally.js"

const path = new URL("accepted.json", import.meta.url)

/**
 * The last accepted score of each set. What was found is kept as places in reports that are named by a hash:
 * no words of a report are stored.
 */
export interface Accepted {
  readonly [set: string]: {
    readonly scores: { readonly [row: string]: number }
    readonly found: { readonly [reportHash: string]: string }
  }
}

export function readAccepted(): Accepted {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {}
}

export function writeAccepted(accepted: Accepted): void {
  writeFileSync(path, `${JSON.stringify(accepted, null, 1)}\n`)
}

export function acceptedEntry(rows: readonly Row[], outcomes: readonly Outcome[]): Accepted[string] {
  const found = new Map<string, string[]>()
  for (const outcome of outcomes) {
    const hash = hashOf(outcome.report)
    const keys = found.get(hash) ?? []
    found.set(hash, keys)
    if (outcome.found) keys.push(outcome.key)
  }
  const byHash = [...found].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    scores: Object.fromEntries(rows.map((row) => [row.name.trim(), Number(fixed(100 * fScore(row.total), 1))])),
    found: Object.fromEntries(byHash.map(([hash, keys]) => [hash, keys.join(" ")])),
  }
}

/** `statement + speaker 63.1 → 64.0, via 40.2 → 39.8`; empty where nothing moved or nothing was accepted yet. */
export function movesSince(accepted: Accepted[string] | undefined, rows: readonly Row[]): string {
  const now = acceptedEntry(rows, []).scores
  const moves = Object.entries(now).flatMap(([name, score]) => {
    const before = accepted?.scores[name]
    return before === undefined || before === score ? [] : `${name} ${fixed(before, 1)} → ${fixed(score, 1)}`
  })
  return moves.join(", ")
}

export interface Change extends Outcome {
  readonly what: "gained" | "lost"
}

/** What is found now and was not, or the other way about; reports that were not scored then are left out. */
export function changesSince(accepted: Accepted[string] | undefined, outcomes: readonly Outcome[]): Change[] {
  if (!accepted) return []
  const before = new Map(Object.entries(accepted.found).map(([hash, keys]) => [hash, new Set(keys.split(" "))]))
  const changes = outcomes.flatMap((outcome): Change[] => {
    const keys = before.get(hashOf(outcome.report))
    if (!keys || keys.has(outcome.key) === outcome.found) return []
    return [{ ...outcome, what: outcome.found ? "gained" : "lost" }]
  })
  const keyOf = (change: Change, letter: string) => `${change.what} ${change.report} ${letter}${change.key.slice(1)}`
  const all = new Set(changes.map((change) => keyOf(change, change.key[0]!)))
  // With the statement goes its speaker, with the contact its status: one line tells of both.
  return changes.filter((change) => {
    const whole = change.key[0] === "s" ? "q" : change.key[0] === "t" ? "k" : undefined
    return !whole || !all.has(keyOf(change, whole))
  })
}

const hashOf = (report: string): string => createHash("sha256").update(report).digest("hex").slice(0, 10)
