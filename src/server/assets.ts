import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"

/** A file that the pages load: the style sheet and the client scripts, all from this server. */
export interface Asset {
  readonly type: string
  readonly body: string
}

export interface Assets {
  /** "/assets/3f9a1c20b7d4": changes with their content, so that browsers may keep them for good */
  readonly path: string
  readonly files: ReadonlyMap<string, Asset>
}

const webFolder = new URL("../web/", import.meta.url)
// Run from the sources, the scripts are those that were built last: a browser reads no TypeScript.
const builtFolder = new URL("../../dist/web/client/", import.meta.url)

export function loadAssets(): Assets {
  const styles = filesIn(new URL("styles/", webFolder), ".css")
  const files = new Map<string, Asset>([
    ["site.css", { type: "text/css; charset=utf-8", body: styles.map(({ body }) => body).join("\n") }],
  ])
  for (const { name, body } of filesIn(scriptFolder(), ".js")) {
    files.set(name, { type: "text/javascript; charset=utf-8", body })
  }
  const hash = createHash("sha256")
  for (const [name, { body }] of files) hash.update(`${name}\0${body}\0`)
  return { path: `/assets/${hash.digest("hex").slice(0, 12)}`, files }
}

function scriptFolder(): URL {
  const beside = new URL("client/", webFolder)
  if (existsSync(new URL("main.js", beside))) return beside
  if (existsSync(new URL("main.js", builtFolder))) return builtFolder
  throw new Error(`${fileURLToPath(beside)}: the client scripts are not built; run \`npm run build\``)
}

function filesIn(folder: URL, ending: string): { readonly name: string; readonly body: string }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => ({ name, body: readFileSync(new URL(name, folder), "utf8") }))
}
