import { isIP } from "node:net"
import ipaddr from "ipaddr.js"

/**
 * Is this an address on the public internet? Not loopback, private, link-local, shared by a carrier, multicast or
 * reserved, and not one by which the machines of a cloud ask about themselves. An IPv6 address that stands for an
 * IPv4 one is as public as that.
 */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0) return false
  const parsed = ipaddr.parse(address)
  if (!(parsed instanceof ipaddr.IPv6)) return isPublicIPv4(parsed)
  if (parsed.zoneId) return false
  const inner = innerIPv4(parsed)
  return inner ? isPublicIPv4(inner) : parsed.match(global, 3) && parsed.range() === "unicast"
}

/** All that is given out for the public internet lies in 2000::/3. */
const global = ipaddr.IPv6.parse("2000::")

// Azure's machines ask this one about themselves; other clouds use link-local addresses.
const metadata = new Set(["168.63.129.16"])

const isPublicIPv4 = (address: ipaddr.IPv4): boolean =>
  address.range() === "unicast" && !metadata.has(address.toString())

// ::ffff:10.0.0.1 (mapped), 2002:a00:1:: (6to4), 64:ff9b::10.0.0.1 (NAT64). Others that hold an IPv4 address somewhere,
// such as Teredo's or 64:ff9b:1::/48, are not unicast for ipaddr.js and so refused as they are.
function innerIPv4(address: ipaddr.IPv6): ipaddr.IPv4 | undefined {
  if (address.isIPv4MappedAddress()) return address.toIPv4Address()
  if (address.match(sixToFour, 16)) return ipv4Of(address.parts[1]!, address.parts[2]!)
  if (address.match(nat64, 96)) return ipv4Of(address.parts[6]!, address.parts[7]!)
  return undefined
}

const sixToFour = ipaddr.IPv6.parse("2002::")
const nat64 = ipaddr.IPv6.parse("64:ff9b::")

const ipv4Of = (high: number, low: number): ipaddr.IPv4 =>
  new ipaddr.IPv4([high >> 8, high & 0xff, low >> 8, low & 0xff])
