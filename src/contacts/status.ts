import type { Contact } from "../record.js"

/** “{has not} met”, “{nobody} called her”, “{yet to} speak”, “{without} meeting him”: up to a few words before the anchor. */
const denying =
  /(?:\b(?:not|never|nobody|no one|none|neither|nor|cannot|without|yet to)|n['’]t|\bno)(?! (?:only|doubt|longer than|less|more than|later)\b)(?:\s+(?!but\b|and\b|that\b|because\b|who\b)[\p{L}\p{N}'’-]+){0,7}\s*$/iu

/**
 * Whether it took place. What the words right before deny is never told as a fact, whatever the network says.
 *
 * @param before the sentence up to the word that tells of the contact
 */
export function statusOf(status: Contact["status"], before: string): Contact["status"] {
  const clause = before.split(/[,;:“”"()—–]/).at(-1) ?? ""
  if (status === "planned" && gone.test(clause)) return "happened"
  return status === "happened" && denying.test(clause) ? "not-happened" : status
}

/** “{came to} see her”, “{flew to Dorn to} meet him”: whoever went there met. */
const gone = /\b(?:came|flew|travell?ed|went)(?: to(?! (?:see|meet|visit)\b)(?: [\p{L}'’-]+){1,4})? to\s*$/iu
