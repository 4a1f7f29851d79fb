import type { ReportRow, Standing } from "./tables.js"

/** Whether a report's entries answer questions: not when it was taken down or called back, nor beside its newer version. */
export function standingOf({
  hidden,
  status,
  succeeded_by,
}: Pick<ReportRow, "hidden" | "status" | "succeeded_by">): Standing {
  if (hidden === 1 || status !== "usable") return "hidden"
  return succeeded_by === null ? "current" : "stale"
}
