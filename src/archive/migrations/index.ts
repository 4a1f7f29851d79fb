import type { Migration } from "kysely"
import * as first from "./0001-first.js"

/** In order; a new one is added at the end, and those before it never change. */
export const migrations: { readonly [name: string]: Migration } = { "0001-first": first }
