/** Why something could not be read. What to say to people about it is in `message`. */
export type InputCode =
  | "not-found"
  | "no-permission"
  | "unreadable"
  | "not-a-file"
  | "no-reports"
  | "empty"
  | "binary"
  | "compressed"
  | "broken-gzip"
  | "encoding"
  | "too-large"
  | "broken-json"
  | "broken-csv"
  | "not-a-report"
  | "not-a-feed"
  | "not-a-url"
  | "private-address"
  | "unreachable"
  | "timeout"
  | "redirects"
  | "http-status"
  | "robots"
  | "reserved"
  | "not-now"
  | "paywall"

/** A file, or one line of it, that gave no report. A value, never thrown: the other files are still read. */
export interface InputError {
  readonly path: string
  /** 1-based, where the file holds one report a line */
  readonly line?: number
  /** of a table, as a spreadsheet counts: the names of the columns stand in row 1 */
  readonly row?: number
  readonly code: InputCode
  /** What is wrong and what to do, without the path: `describeInputError` puts that in front. */
  readonly message: string
  /** what a server answered, such as 404 */
  readonly status?: number
  /** seconds that a server asks to be left alone for */
  readonly retryAfter?: number
}

export function inputError(path: string, code: InputCode, message: string, line?: number): InputError {
  return { path, ...(line === undefined ? {} : { line }), code, message }
}

/** Told apart from a report by its code: a report has none. */
export const isInputError = (value: object): value is InputError => "code" in value && "message" in value

/** `news.jsonl, line 3: not valid JSON; …` */
export function describeInputError(error: InputError): string {
  const name = error.path === "-" ? "standard input" : error.path
  const place = error.row !== undefined ? `, row ${error.row}` : error.line !== undefined ? `, line ${error.line}` : ""
  return `${name}${place}: ${error.message}`
}

/** Names what the system answered (`ENOENT`, `EACCES`) in words. */
export function systemError(path: string, cause: unknown): InputError {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : ""
  if (code === "ENOENT" || code === "ENOTDIR")
    return inputError(path, "not-found", "there is no such file; check the path")
  if (code === "EACCES" || code === "EPERM") {
    return inputError(path, "no-permission", "may not be read by this user; change its permissions")
  }
  if (code === "Z_BUF_ERROR" || code === "Z_DATA_ERROR") {
    return inputError(path, "broken-gzip", "the gzip data ends early or is damaged; copy or download it again")
  }
  return inputError(path, "unreadable", `could not be read (${code || String(cause)})`)
}
