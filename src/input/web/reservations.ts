import { type InputError, inputError } from "../errors.js"
import { type PageElement, parsePage, walk } from "../html/page.js"
import type { Answer, Headers } from "./request.js"
import { covers } from "./robots.js"

/**
 * What a publisher says about text and data mining (W3C TDM Reservation Protocol): "1" in an HTTP header, in a page's
 * <meta> or in the site's tdmrep.json reserves it.
 */
export interface Reservation {
  readonly reserved: boolean
  readonly policy?: string
}

export type ReservationRule = Reservation & { readonly location: string }

/** The rules of `/.well-known/tdmrep.json`; none where it is something else. */
export function reservationRules(bytes: Uint8Array): ReservationRule[] {
  let value: unknown
  try {
    value = JSON.parse(
      Buffer.from(bytes)
        .toString("utf8")
        .replace(/^\ufeff/, ""),
    )
  } catch {
    // Sites answer every address with a page of theirs: that says nothing about mining.
    return []
  }
  if (!Array.isArray(value)) return []
  return value.slice(0, 1000).flatMap((rule: unknown) => {
    if (typeof rule !== "object" || rule === null || !("location" in rule)) return []
    const { location, "tdm-reservation": reservation, "tdm-policy": policy } = rule as { [key: string]: unknown }
    const found = reservationOf(reservation, policy)
    return typeof location === "string" && found ? [{ location, ...found }] : []
  })
}

/** A page's own word goes before the header, and the header before the site's file, where the first rule counts. */
export function reservationFor({ url, headers, bytes }: Answer, rules: readonly ReservationRule[]) {
  return (
    reservationInPage(bytes) ?? reservationInHeaders(headers) ?? rules.find(({ location }) => covers(location, url))
  )
}

export function reservedError(path: string, { policy }: Reservation): InputError {
  const terms = policy ? ` (its terms: ${policy})` : ""
  return inputError(path, "reserved", `not read, because its publisher reserves text and data mining${terms}`)
}

const reservationInHeaders = (headers: Headers): Reservation | undefined =>
  reservationOf(headers["tdm-reservation"], headers["tdm-policy"])

function reservationInPage(bytes: Uint8Array): Reservation | undefined {
  const head = Buffer.from(bytes.subarray(0, 512 * 1024)).toString("latin1")
  if (!/tdm-reservation/i.test(head)) return undefined
  const metas = new Map<string, string>()
  walk(parsePage(head), {
    enter({ name, attributes }: PageElement) {
      if (name === "meta" && attributes.name) metas.set(attributes.name.toLowerCase(), attributes.content ?? "")
    },
  })
  return reservationOf(metas.get("tdm-reservation"), metas.get("tdm-policy"))
}

function reservationOf(value: unknown, policy: unknown): Reservation | undefined {
  const given = String(value ?? "").trim()
  if (given !== "0" && given !== "1") return undefined
  return { reserved: given === "1", ...(typeof policy === "string" && policy !== "" ? { policy } : {}) }
}
