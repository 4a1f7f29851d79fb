import type { Record } from "../record.js"
import { version } from "../version.js"
import { csvHeader, csvLines } from "./csv.js"
import type { Disputes, TellersTakenDown } from "./exported.js"
import type { Format } from "./format-names.js"
import { type JsonLineOptions, jsonLine } from "./json-lines.js"
import { parquetTable } from "./parquet.js"
import { schemaContext, schemaOrgOf } from "./schema-org.js"
import { tables } from "./tables.js"
import { annotationContext, annotationsOf } from "./web-annotation.js"

export interface FormatOptions extends JsonLineOptions {
  /** of CSV: the mark at the beginning that tells Excel that the file is UTF-8 */
  readonly bom?: boolean
}

/** One file of an export, as a row of pieces: what stands at its beginning, what each record adds, what ends it. */
export interface ExportFile {
  readonly name: string
  readonly begin: () => string | Uint8Array
  readonly add: (record: Record, disputes?: Disputes, tellersTakenDown?: TellersTakenDown) => string | Uint8Array
  readonly end: () => string | Uint8Array
}

/** The files of a format; each takes every record once, in order, and holds none. */
export function filesOf(format: Format, options: FormatOptions = {}): readonly ExportFile[] {
  switch (format) {
    case "csv":
      return tables.map(({ name, columns, rowsOf }) => ({
        name: `${name}.csv`,
        begin: () => (options.bom ? "\ufeff" : "") + csvHeader(columns),
        add: (...exported) => csvLines(columns, rowsOf(...exported)),
        end: () => "",
      }))
    case "jsonl":
      return [{ name: "records.jsonl", begin: () => "", add: (record) => jsonLine(record, options), end: () => "" }]
    case "parquet":
      return tables.map((table) => {
        const file = parquetTable(table, `onrecord ${version}`)
        return {
          name: `${table.name}.parquet`,
          begin: () => "",
          add: (...exported) => file.add(table.rowsOf(...exported)),
          end: file.finish,
        }
      })
    case "web-annotation":
      return [
        graphFile("annotations.jsonld", annotationContext, (record, disputes, tellersTakenDown) =>
          annotationsOf(record, disputes, undefined, tellersTakenDown),
        ),
      ]
    case "schema-org":
      return [graphFile("schema-org.jsonld", schemaContext, schemaOrgOf)]
  }
}

/** One JSON-LD document, a thing on a line, so that it can be written without holding it and compared by lines. */
function graphFile(
  name: string,
  context: string,
  thingsOf: (...exported: Parameters<ExportFile["add"]>) => readonly object[],
): ExportFile {
  let before = ""
  return {
    name,
    begin: () => `{"@context":${JSON.stringify(context)},"@graph":[\n`,
    add: (...exported) => {
      const lines = thingsOf(...exported).map((thing) => JSON.stringify(thing))
      if (lines.length === 0) return ""
      const piece = before + lines.join(",\n")
      before = ",\n"
      return piece
    },
    end: () => "\n]}\n",
  }
}
