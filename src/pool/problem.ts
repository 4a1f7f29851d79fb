/** The words of whatever was thrown: `new Error("no model")` → "no model". */
export const problemOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
