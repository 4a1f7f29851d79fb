import type { Migration } from "kysely"
import * as first from "./0001-first.js"
import * as counts from "./0002-counts.js"
import * as disputedContacts from "./0003-disputed-contacts.js"

/** In order; a new one is added at the end, and those before it never change. */
export const migrations: { readonly [name: string]: Migration } = {
  "0001-first": first,
  "0002-counts": counts,
  "0003-disputed-contacts": disputedContacts,
}
