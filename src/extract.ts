import type { Record, Report } from "./record.js"

/** Reads one report. */
export async function extract(report: Report): Promise<Record> {
  return {
    format: "onrecord/1",
    reader: { version: "0.1.0", model: "none" },
    report,
    actors: [],
    statements: [],
    contacts: [],
    notes: [],
  }
}
