// The door `onrecord/server`.
export { type Access, originOf, refusalOf } from "./access/access.js"
export { parseTokens, TokenError, type Tokens } from "./access/tokens.js"
export { createApp } from "./app.js"
export { AccessError, type Listening, type ListenOptions, listen } from "./listen.js"
export { isLoopback } from "./loopback.js"
