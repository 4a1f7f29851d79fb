import { ByteWriter, ParquetWriter } from "hyparquet-writer"
import type { Column, Row, Table } from "./tables.js"

type Schema = ConstructorParameters<typeof ParquetWriter>[0]["schema"]

/** Rows that are held before they are written as one group. */
const GROUP = 20_000

export interface ParquetTable {
  /** Takes rows, and gives back the bytes that are ready. */
  readonly add: (rows: readonly Row[]) => Uint8Array
  readonly finish: () => Uint8Array
}

/**
 * One table as a Parquet file, written in groups of rows: text as STRING, places and counts as INT64, confidence as
 * DOUBLE, several names as LIST of STRING, so that `explode` (pandas), `unnest` (DuckDB, tidyr) take them apart.
 * Dates stay text: some are days, some times with a zone.
 */
export function parquetTable({ columns }: Table, createdBy: string): ParquetTable {
  const bytes = new ByteWriter()
  const writer = new ParquetWriter({ writer: bytes, schema: schemaOf(columns), createdBy })
  let held: Row[] = []
  const writeGroup = () => {
    if (held.length > 0)
      writer.write({ columnData: columns.map((column) => dataOf(column, held)), rowGroupSize: GROUP })
    held = []
  }
  return {
    add: (rows) => {
      for (const row of rows) {
        held.push(row)
        if (held.length === GROUP) writeGroup()
      }
      return taken(bytes)
    },
    finish: () => {
      writeGroup()
      writer.finish()
      return taken(bytes)
    },
  }
}

/** What was written since it was last asked for; the places in the file are counted on. */
function taken(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice()
  writer.index = 0
  return bytes
}

function dataOf({ name, type }: Column, rows: readonly Row[]) {
  const cells = rows.map((row) => row[name] ?? null)
  return { name, data: type === "whole" ? cells.map((cell) => (cell === null ? null : BigInt(Number(cell)))) : cells }
}

const schemaOf = (columns: readonly Column[]): Schema => [
  { name: "root", num_children: columns.length },
  ...columns.flatMap(elementsOf),
]

function elementsOf({ name, type }: Column): Schema {
  const string = { type: "BYTE_ARRAY", converted_type: "UTF8" } as const
  switch (type) {
    case "text":
      return [{ name, ...string, repetition_type: "OPTIONAL" }]
    case "whole":
      return [{ name, type: "INT64", repetition_type: "OPTIONAL" }]
    case "number":
      return [{ name, type: "DOUBLE", repetition_type: "OPTIONAL" }]
    case "list":
      return [
        { name, repetition_type: "OPTIONAL", converted_type: "LIST", num_children: 1 },
        { name: "list", repetition_type: "REPEATED", num_children: 1 },
        { name: "element", ...string, repetition_type: "OPTIONAL" },
      ]
  }
}
