import type { Contact, Statement } from "../../record.js"
import { contactAsTold } from "../../words.js"
import type { Named } from "../entries.js"

/** One report telling of a contact. */
export interface Telling {
  /** "4fe09a21#c3" */
  readonly id: string
  readonly outlet: string
  readonly date?: string
  readonly title?: string
  readonly link?: string
  readonly evidence: string
  /** 0 where the report itself tells of it */
  readonly remove: number
  readonly by: readonly Named[]
  /** how who tells of it does; missing where the report does */
  readonly toldAs?: Pick<Statement, "act" | "polarity">
  /** by the report itself, or by somebody who claims it: not in a question, a denial or a hypothesis */
  readonly plainly: boolean
  readonly when?: { readonly words: string; readonly surely?: { readonly from: string; readonly to: string } }
  readonly confidence: number
  readonly disputed: boolean
  readonly dispute?: { readonly at: string; readonly words: string }
}

/** One contact, or one that did not happen, with every report that tells of it. */
export interface ContactToShow {
  readonly id: string
  readonly between: readonly Named[]
  readonly mode: Contact["mode"]
  readonly status: Contact["status"]
  /** "report": the words do not say when, only the day of the report is known */
  readonly when?: { readonly from?: string; readonly to?: string; readonly basis: "told" | "report" }
  readonly where?: string
  readonly tellings: readonly Telling[]
  /** ids of the contacts that stand against it */
  readonly against: readonly string[]
  readonly through: readonly {
    readonly member: string
    readonly body: string
    readonly basis: "proposed" | "confirmed" | "list"
    readonly evidence: string
  }[]
}

/** Told as a fact by at least one report. */
export const isTold = ({ status, tellings }: ContactToShow): boolean =>
  status === "happened" && tellings.some(({ plainly }) => plainly)

/** "phone call took place", "meeting denied" */
export const contactHeading = (contact: ContactToShow): string =>
  contactAsTold(
    contact,
    contact.tellings.map(({ toldAs }) => toldAs),
  )

/** A time in which something is said not to have happened. */
export const isSilence = ({ status, when }: ContactToShow): boolean =>
  status === "not-happened" && when?.basis === "told" && when.from !== undefined && when.from !== when.to
