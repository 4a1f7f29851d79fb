import { plainLetters } from "../text/letters.js"

/** Names as they are compared: small letters, no accents, one space. "José  PEÑA" → "jose pena" */
export const fold = (name: string): string => plainLetters(name.replace(/[’‘]/g, "'")).replace(/\s+/g, " ").trim()
