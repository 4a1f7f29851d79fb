export const formats = ["csv", "jsonl", "parquet", "web-annotation", "schema-org"] as const
export type Format = (typeof formats)[number]
