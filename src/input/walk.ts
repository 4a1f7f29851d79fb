import { opendir } from "node:fs/promises"
import { join } from "node:path"

/** What a directory is searched for. A file that is named is read whatever its name. */
const knownNames = /\.(?:txt|text|md|html?|xhtml|jsonl|ndjson|json|csv|tsv|xml|rss|atom)(?:\.gz)?$/i
const markedNames = /\.marked\.txt(?:\.gz)?$/

export const isKnownName = (path: string): boolean => knownNames.test(path)

/**
 * The readable files below a directory, in the same order on every machine: by name, code unit by code unit,
 * each directory where its name stands. Hidden ones, links, which may lead round in a circle, and marked
 * reports, which are the answers to others, are left out.
 * A directory that cannot be opened comes as the error.
 */
export async function* walk(directory: string): AsyncGenerator<string | { path: string; cause: unknown }> {
  const entries: { name: string; isDirectory: boolean }[] = []
  try {
    for await (const entry of await opendir(directory)) {
      if (entry.name.startsWith(".")) continue
      if (entry.isDirectory()) entries.push({ name: entry.name, isDirectory: true })
      else if (entry.isFile() && isKnownName(entry.name) && !markedNames.test(entry.name))
        entries.push({ name: entry.name, isDirectory: false })
    }
  } catch (cause) {
    yield { path: directory, cause }
    return
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const { name, isDirectory } of entries) {
    const path = join(directory, name)
    if (isDirectory) yield* walk(path)
    else yield path
  }
}
