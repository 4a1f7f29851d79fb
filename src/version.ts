import { readFileSync } from "node:fs"

const about: { version: string } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"))

/** The version of this package. */
export const version = about.version
