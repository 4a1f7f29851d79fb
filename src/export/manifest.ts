import { createHash } from "node:crypto"
import type { Record } from "../record.js"
import { version } from "../version.js"

export interface WrittenFile {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}

export interface Manifest {
  readonly format: "onrecord-export/1"
  readonly written: { readonly by: string; readonly at: string; readonly as: string }
  readonly options: { readonly [option: string]: string | boolean }
  /** every reader whose records are in it, and how many */
  readonly readers: readonly { readonly version: string; readonly model: string; readonly records: number }[]
  readonly sources: readonly { readonly publisher: string | null; readonly reports: number }[]
  readonly published: { readonly from: string; readonly to: string } | null
  readonly counts: {
    readonly reports: number
    readonly statements: number
    readonly contacts: number
    readonly actors: number
  }
  readonly files: readonly WrittenFile[]
}

export interface ManifestParts {
  readonly as: string
  readonly at: string
  readonly options: Manifest["options"]
}

/** What an export holds, counted while it is written. */
export function countingManifest() {
  const readers = new Map<string, { version: string; model: string; records: number }>()
  const sources = new Map<string | null, number>()
  const counts = { reports: 0, statements: 0, contacts: 0, actors: 0 }
  let published: Manifest["published"] = null
  return {
    count: ({ reader, report, statements, contacts, actors }: Record) => {
      const key = `${reader.version}\n${reader.model}`
      readers.set(key, { ...reader, records: (readers.get(key)?.records ?? 0) + 1 })
      sources.set(report.publisher ?? null, (sources.get(report.publisher ?? null) ?? 0) + 1)
      counts.reports += 1
      counts.statements += statements.length
      counts.contacts += contacts.length
      counts.actors += actors.length
      if (report.published !== undefined) published = widened(published, report.published)
    },
    finish: ({ as, at, options }: ManifestParts, files: readonly WrittenFile[]): Manifest => ({
      format: "onrecord-export/1",
      written: { by: `onrecord ${version}`, at, as },
      options,
      readers: [...readers.values()],
      sources: [...sources].map(([publisher, reports]) => ({ publisher, reports })),
      published,
      counts: { ...counts },
      files,
    }),
  }
}

/** Bytes and hash of a file, taken while it is written. */
export function countingFile(name: string) {
  const hash = createHash("sha256")
  let bytes = 0
  return {
    count: (part: Uint8Array) => {
      hash.update(part)
      bytes += part.length
    },
    finish: (): WrittenFile => ({ name, bytes, sha256: hash.digest("hex") }),
  }
}

function widened(period: Manifest["published"], date: string): Manifest["published"] {
  if (!period) return { from: date, to: date }
  return { from: date < period.from ? date : period.from, to: date > period.to ? date : period.to }
}
