import { readdirSync } from "node:fs"
import { type Archive, addRecord, openArchive } from "../src/archive/index.js"
import { example } from "./example.js"

/** An archive of the example reports, rightly read; one outlet has a name that a spreadsheet would run. */
export async function askedArchive(path = ":memory:"): Promise<Archive> {
  const archive = await openArchive(path)
  const readouts = readdirSync(new URL("../examples/timeline/", import.meta.url))
    .filter((name) => name.endsWith(".marked.txt"))
    .map((name) => `timeline/${name.slice(0, -".marked.txt".length)}`)
  for (const name of ["interview", ...readouts]) await addRecord(archive, example(name))
  await addRecord(archive, example("tramline", { publisher: "=HYPERLINK(1)" }))
  return archive
}
