import { type ActorLine, escapeName, fail, type Header, splitAt, unescapeName } from "./notation.js"

const fieldNames = ["published", "updated", "title", "url", "publisher", "byline", "section", "language"]

/**
 * The lines between two lines of `---` at the very top:
 *
 *     ---
 *     published: 2026-03-04
 *     actor: Maria Lopez | person | Lopez; the mayor | mayor of Dorn
 *     ---
 */
export function parseHeader(written: string): { header: Header; end: number } {
  const fields: { [key: string]: string } = {}
  const actors: ActorLine[] = []
  if (!written.startsWith("---\n")) return { header: { fields, actors }, end: 0 }
  let at = 4
  for (;;) {
    const lineEnd = written.indexOf("\n", at)
    const line = written.slice(at, lineEnd < 0 ? written.length : lineEnd)
    if (line === "---") return { header: { fields, actors }, end: lineEnd < 0 ? written.length : lineEnd + 1 }
    if (lineEnd < 0) fail(written, 0, "the header is never closed: expected a second line of ---")
    const [, key, value] = /^(\w+):\s*(.*)$/.exec(line) ?? fail(written, at, "expected a header line such as title: …")
    if (key === "actor") actors.push(parseActor(value!, at))
    else if (fieldNames.includes(key!)) fields[key!] = value!.trim()
    else fail(written, at, `“${key}” is no header line; expected actor or one of ${fieldNames.join(" ")}`)
    at = lineEnd + 1
  }
}

function parseActor(value: string, at: number): ActorLine {
  const [name = "", kind = "", aliases = "", roles = ""] = splitAt(value, "|")
  const list = (names: string) => splitAt(names, ";").filter(Boolean).map(unescapeName)
  return { name: unescapeName(name), kind: kind || "person", aliases: list(aliases), roles: list(roles), at }
}

export function printHeader(header: Header): string {
  const lines: string[] = []
  for (const key of fieldNames) {
    if (header.fields[key]) lines.push(`${key}: ${header.fields[key]?.replace(/\s+/g, " ").trim()}`)
  }
  for (const actor of header.actors) {
    const columns = [escapeName(actor.name), actor.kind, join(actor.aliases), join(actor.roles)]
    while (columns.at(-1) === "") columns.pop()
    lines.push(`actor: ${columns.join(" | ")}`)
  }
  return lines.length ? ["---", ...lines, "---", ""].join("\n") : ""
}

const join = (names: readonly string[]) => names.map(escapeName).join("; ")
