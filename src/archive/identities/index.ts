// Which actors of many reports are one person or body.
export { type Covered, coveringOf } from "./covering.js"
export { type Candidate, type Found, findIdentity, type IdentityRow } from "./find.js"
export { linkActors } from "./link.js"
