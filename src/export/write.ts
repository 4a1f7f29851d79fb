import { type FileHandle, open, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import type { Exported } from "./exported.js"
import { makeFolder } from "./folder.js"
import type { Format } from "./format-names.js"
import { type ExportFile, type FormatOptions, filesOf } from "./formats.js"
import { countingFile, countingManifest, type Manifest } from "./manifest.js"

/**
 * Writes records into a folder: the files of the format, and manifest.json last. Where there is a manifest the export
 * is whole; an older one is taken away first.
 */
export async function writeExport(
  records: AsyncIterable<Exported> | Iterable<Exported>,
  format: Format,
  folder: string,
  options: FormatOptions = {},
  at: Date = new Date(),
): Promise<Manifest> {
  await makeFolder(folder)
  const manifestPath = join(folder, "manifest.json")
  await rm(manifestPath, { force: true })
  const counted = countingManifest()
  const files: Writing[] = []
  try {
    for (const file of filesOf(format, options)) files.push(await beginFile(file, folder))
    for await (const { record, disputes, tellersTakenDown } of records) {
      counted.count(record)
      for (const { write, file } of files) await write(file.add(record, disputes, tellersTakenDown))
    }
    for (const { write, file } of files) await write(file.end())
  } finally {
    for (const { handle } of files) await handle.close()
  }
  const written = files.map(({ counting }) => counting.finish())
  const parts = { as: format, at: at.toISOString(), options: { ...options } }
  const manifest = counted.finish(parts, written)
  await writeFile(manifestPath, `${JSON.stringify(manifest, null, 2)}\n`)
  return manifest
}

interface Writing {
  readonly file: ExportFile
  readonly handle: FileHandle
  readonly counting: ReturnType<typeof countingFile>
  readonly write: (piece: string | Uint8Array) => Promise<void>
}

async function beginFile(file: ExportFile, folder: string): Promise<Writing> {
  const handle = await open(join(folder, file.name), "w")
  const counting = countingFile(file.name)
  const write = async (piece: string | Uint8Array) => {
    const bytes = typeof piece === "string" ? Buffer.from(piece, "utf8") : piece
    if (bytes.length === 0) return
    counting.count(bytes)
    await handle.writeFile(bytes)
  }
  await write(file.begin())
  return { file, handle, counting, write }
}
