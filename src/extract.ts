import type { Record, Report } from "./record.js"

export interface ExtractOptions {
  /** Let every statement tell which rules and heads signed it. */
  readonly why?: boolean
}

/** Reads one report. */
export async function extract(report: Report, _options: ExtractOptions = {}): Promise<Record> {
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
