// The door `onrecord/server`.
export { createApp } from "./app.js"
export { isLoopback } from "./hosts.js"
export { type Listening, type ListenOptions, listen } from "./listen.js"
