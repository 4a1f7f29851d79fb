import { createHmac, randomBytes, timingSafeEqual } from "node:crypto"

/** Marks of pages of ours, which a request that changes something must bear: no page of another site can read one. */
export interface Marks {
  markFor(person: string | undefined): string
  isMarkOf(person: string | undefined, mark: string): boolean
}

/** Marks last until the server is started anew. */
export function openMarks(key = randomBytes(32)): Marks {
  const markFor = (person = "") => createHmac("sha256", key).update(person).digest("base64url")
  return {
    markFor,
    isMarkOf: (person, mark) => {
      const [own, given] = [Buffer.from(markFor(person)), Buffer.from(mark)]
      return own.length === given.length && timingSafeEqual(own, given)
    },
  }
}
