// Adds the records of a file to an archive, and prints the id of each once it is kept. Its test kills it.
// node writer.js LIBRARY ARCHIVE FILE
import { readFileSync, writeSync } from "node:fs"
import { pathToFileURL } from "node:url"

const [library, path, file] = process.argv.slice(2)
const { openArchive, addRecord } = await import(pathToFileURL(library).href)
const archive = await openArchive(path)
for (const line of readFileSync(file, "utf8").trim().split("\n")) {
  const record = JSON.parse(line)
  const { outcome } = await addRecord(archive, record)
  writeSync(1, `${outcome} ${record.report.id}\n`)
}
await archive.close()
