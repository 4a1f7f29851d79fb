import type { LookupAddress, LookupOptions } from "node:dns"
import { lookup as systemLookup } from "node:dns"
import { isIP, type LookupFunction } from "node:net"
import { buildConnector } from "undici"
import { isPublicAddress } from "./addresses.js"

/** Asks for the addresses of a name: `dns.lookup` with `all`. */
export type Lookup = (
  name: string,
  options: LookupOptions & { all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

export interface Doors {
  /**
   * Hosts with their ports ("127.0.0.1:4567") that may be visited although they are private: a test's own server.
   * A name must be listed beside its address.
   */
  readonly allow?: readonly string[]
  readonly lookup?: Lookup
}

/** What a connection is refused with before it is made. */
export class PrivateAddress extends Error {
  constructor(readonly host: string) {
    super(`${host} is a private address`)
  }
}

/**
 * Connects to public addresses only. It is the address that is connected to which is checked, after the name was
 * looked up and not before: so it does not matter what else the name means a moment later.
 */
export function guardedConnector({ allow = [], lookup = systemLookup }: Doors = {}): buildConnector.connector {
  const connectors = new Map<string, buildConnector.connector>()

  const mayVisit = (address: string, port: string): boolean =>
    isPublicAddress(address) || allow.includes(`${address}:${port}`)

  function connectorTo(port: string): buildConnector.connector {
    const known = connectors.get(port)
    if (known) return known
    const made = buildConnector({ timeout: 10_000, lookup: checkedLookup(port) })
    connectors.set(port, made)
    return made
  }

  function checkedLookup(port: string): LookupFunction {
    return (name, options, callback) => {
      lookup(name, { ...options, all: true }, (error, addresses) => {
        if (error) return callback(error, [])
        const first = addresses[0]
        // One private address among public ones is no mistake that a public site makes.
        if (!first || addresses.some(({ address }) => !mayVisit(address, port))) {
          return callback(new PrivateAddress(name), [])
        }
        if (options.all) callback(null, addresses)
        else callback(null, first.address, first.family)
      })
    }
  }

  return (options, callback) => {
    const port = options.port || (options.protocol === "https:" ? "443" : "80")
    // Nobody is asked about a host that is an address already, so the lookup does not see it.
    if (isIP(options.hostname) !== 0 && !mayVisit(options.hostname, port)) {
      callback(new PrivateAddress(options.hostname), null)
    } else connectorTo(port)(options, callback)
  }
}
