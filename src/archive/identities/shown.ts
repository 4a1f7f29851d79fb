import { roleNouns } from "../../text/lexicon/roles.js"
import { fieldOf } from "./fields.js"
import type { IdentityRow } from "./find.js"
import { officeOf } from "./offices.js"
import { nameWords } from "./words.js"

type Shown = Pick<IdentityRow, "name" | "kind" | "roles" | "private" | "wikidata">

/**
 * The name to show. With `privateByRole` a person who holds no office, bears no title and speaks for nobody is “a resident”,
 * or “a private person” where no report says what they are.
 */
export function shownName(identity: Shown, { privateByRole }: { readonly privateByRole: boolean }): string {
  if (!privateByRole || !isPrivate(identity)) return identity.name
  const noun = rolesOf(identity)
    .flatMap(nameWords)
    .find((word) => roleNouns.has(word))
  return noun ? `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}` : "a private person"
}

/** What a person decided, else what the reports say. */
function isPrivate(identity: Shown): boolean {
  if (identity.private !== null) return identity.private === 1
  if (identity.kind !== "person" || identity.wikidata !== null) return false
  return !rolesOf(identity).some((role) => officeOf(role) || isPublicField(fieldOf(role)))
}

const isPublicField = (field: ReturnType<typeof fieldOf>): boolean => field !== undefined && field !== "private"

const rolesOf = ({ roles }: Shown): string[] => Object.keys(JSON.parse(roles))
