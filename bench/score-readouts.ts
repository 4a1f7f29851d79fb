import { createHash } from "node:crypto"
import type { Contact, Record } from "../src/record.js"
import type { Outcome } from "../src/score/outcomes.js"
import { fixed } from "../src/score/tally.js"

/** A line of `whitehouse/readouts.jsonl.gz`. The title names the two sides, so it is the answer to the text. */
export interface ReadoutLine {
  readonly url: string
  readonly title: string
  readonly text: string
}

export interface Readout extends ReadoutLine {
  readonly id: string
  readonly sides: Sides
}

/** Surnames of the two sides that a title names, and what they did. */
export interface Sides {
  readonly host: string
  readonly guest: string
  readonly mode: "call" | "meet" | "talk"
}

/** The readouts that can be scored; half of all, by address, may teach and are left out. */
export function scorableReadouts(lines: readonly ReadoutLine[]): Readout[] {
  return lines.flatMap((line, i) => {
    const sides = sidesOf(line.title)
    if (!sides || mayTeach(line.url)) return []
    if (!line.text.includes(sides.host) || !line.text.includes(sides.guest)) return []
    return { ...line, id: String(i), sides }
  })
}

export interface ReadoutScore {
  readonly scored: number
  readonly found: number
  readonly withMode: number
  readonly outcomes: readonly Outcome[]
}

/** Is the contact that the title names found in the text? */
export function scoreReadouts(readouts: readonly Readout[], records: ReadonlyMap<string, Record>): ReadoutScore {
  let withMode = 0
  const outcomes = readouts.map((readout): Outcome => {
    const found = fittingContacts(readout, records.get(readout.id))
    if (found.some((contact) => fitsMode(contact, readout.sides.mode))) withMode++
    return { report: readout.url, key: "k", found: found.length > 0, words: readout.title }
  })
  return { scored: readouts.length, found: outcomes.filter(({ found }) => found).length, withMode, outcomes }
}

export function readoutText({ scored, found, withMode }: ReadoutScore): string {
  const percent = (count: number) => fixed((100 * count) / Math.max(1, scored), 1)
  return `readouts: contact between the two sides ${found} of ${scored} (${percent(found)} %), with a fitting mode ${withMode} (${percent(withMode)} %)`
}

function fittingContacts({ sides }: Readout, record: Record | undefined): Contact[] {
  const names = new Map((record?.actors ?? []).map(({ id, name, aliases }) => [id, [name, ...aliases].join(" ")]))
  return (record?.contacts ?? []).filter(({ status, between, evidence }) => {
    const called = between.map((id) => names.get(id) ?? "")
    return (
      status === "happened" &&
      between.length <= 8 &&
      evidence.end - evidence.start >= 12 &&
      called.some((name) => name.includes(sides.host)) &&
      called.some((name) => name.includes(sides.guest) && !name.includes(sides.host))
    )
  })
}

function fitsMode({ mode }: Contact, wanted: Sides["mode"]): boolean {
  if (mode === wanted) return true
  return (wanted === "call" && mode === "talk") || (wanted === "meet" && (mode === "talk" || mode === "visit"))
}

function mayTeach(url: string): boolean {
  const hash = BigInt(`0x${createHash("sha1").update(url).digest("hex")}`)
  return hash % 5n !== 0n && (hash / 5n) % 2n === 1n
}

const titleForm =
  /^(?:UPDATED?:? )?(?:Readout of|(?:Statement by|Readout from) .+? on) (.+?)(?:[’'](?:s)?)? (?:(?:Virtual|Phone|Video|Bilateral|Second|Recent|Telephone|Conference|In-Person|Oval|Office) ){0,3}(Call|Meeting|Conversation|Visit)s? with (.+)$/
const manyGuests =
  /,| and |Leaders|Members|CEOs|Advocates|Officials|Families|Counterparts|Governors|Mayors|Delegation|Team|Council|Task|Leadership|Family/
const guestEnds = / of (?:the )?[A-Z]| to the | Regarding | on /
const notSurnames = new Set(["II", "General", "Minister", "Republic", "Variant", "Takeo"])
const hosts = new Set("Biden Harris Sullivan Finer Emhoff Trump Vance Klain Blinken".split(" "))

/** "Readout of President Ann Reed’s Call with King Tom Hale of Norland": Reed, Hale, call. More or fewer sides: none. */
export function sidesOf(title: string): Sides | undefined {
  const [, host, what, guest] = titleForm.exec(title) ?? []
  if (!host || !guest || manyGuests.test(guest) || / and |,/.test(host.replace(/,? Jr\./g, ""))) return undefined
  const hostNames = capitalised(host)
  const guestNames = capitalised(guest.split(guestEnds)[0] ?? "")
  const [hostLast, guestLast, guestBefore] = [hostNames.at(-1), guestNames.at(-1), guestNames.at(-2)]
  if (!hostLast || !guestLast || !guestBefore || !hosts.has(hostLast) || notSurnames.has(guestLast)) return undefined
  if (guestLast.endsWith("s") && guestBefore.endsWith("ion")) return undefined
  return { host: hostLast, guest: guestLast, mode: modes.get(what ?? "") ?? "talk" }
}

const modes = new Map<string, Sides["mode"]>([
  ["Call", "call"],
  ["Meeting", "meet"],
  ["Visit", "meet"],
])

const capitalised = (name: string): string[] => name.replace(/,? Jr\./g, "").match(/[A-Z][\p{L}\p{N}_’'-]+/gu) ?? []
