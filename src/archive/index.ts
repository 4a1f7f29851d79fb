// The door `onrecord/archive`.
export { type Added, addRecord } from "./add.js"
export { ArchiveError } from "./errors.js"
export { type Archive, openArchive } from "./open.js"
export { machineRecord } from "./stored.js"
