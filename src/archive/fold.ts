/** Names as they are compared: small letters, no accents, one space. "José  PEÑA" → "jose pena" */
export const fold = (name: string): string =>
  name.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[’‘]/g, "'").toLowerCase().replace(/\s+/g, " ").trim()
