import { createHash } from "node:crypto"

export const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex")

/** Who a report is: the same words in two outlets are two reports. What is missing counts as empty. */
export function identify(text: string, url = "", published = ""): { readonly id: string; readonly textHash: string } {
  return { id: sha256(`${url}\n${published}\n${text}`), textHash: sha256(text) }
}
