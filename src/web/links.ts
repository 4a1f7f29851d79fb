// Every address of a page is built here, and every address that comes from a report is looked at here.

/** Enough of a report's id to name it in one archive, short enough for a link that people send. */
const ID_LENGTH = 12

export const reportPath = (id: string): string => `/reports/${encodeURIComponent(id.slice(0, ID_LENGTH))}`

/** "s3" in a report → "/reports/3f9a1c20b7d4#s3" */
export const entryPath = (report: string, entry: string): string => `${reportPath(report)}#${anchorOf(entry)}`

export const personPath = (identity: number): string => `/people/${identity}`

export const feedPath = (name: string, form: "atom" | "json"): string => `/feeds/${encodeURIComponent(name)}.${form}`

/** A page of this site with a query: "/search", { words: "river", page: undefined } → "/search?words=river" */
export function withQuery(path: string, query: { readonly [name: string]: string | undefined }): string {
  const given = Object.entries(query).filter(
    (pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== "",
  )
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path
}

/** An entry's id as the id of an element: "s3" stays, what a foreign record may hold ("s 3\"") is written in hex. */
export const anchorOf = (entry: string): string =>
  /^[a-z][a-z0-9-]*$/i.test(entry) ? entry : `x${Buffer.from(entry, "utf8").toString("hex")}`

/**
 * The address of a page outside, or nothing where it is none that can be followed: "javascript:…", "data:…".
 * What a report says of itself is not to be trusted.
 */
export function outsideLink(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined
  const { protocol, href } = new URL(url)
  return protocol === "http:" || protocol === "https:" ? href : undefined
}

/** Why a person or body is one, and who else it may be. */
export const identityPath = (identity: number): string => `${personPath(identity)}/identity`
