export { extract } from "./extract.js"
export type * from "./record.js"
export { recordSchema } from "./record.js"
