import { isIP } from "node:net"
import { type InputError, inputError } from "../errors.js"
import { isPublicAddress } from "./addresses.js"

const usualPorts = new Set(["", "80", "443", "8080", "8443"])

/**
 * An address that may be asked for, or why not. `path` is what the user gave: a redirect's target is named in the
 * message. `isAllowed` is for tests, which have a server of their own.
 */
export function checkUrl(address: string, path: string, isAllowed: (url: URL) => boolean = () => false) {
  const where = address === path ? "" : `it leads to ${address}, which is `
  if (!URL.canParse(address)) return inputError(path, "not-a-url", `${where}not a valid web address`)
  const url = new URL(address)
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    return inputError(path, "not-a-url", `${where}not read; only http and https are`)
  }
  if (url.username || url.password) {
    return inputError(path, "not-a-url", `${where}not read, because it holds a user name or password; leave them out`)
  }
  // "localhost." is localhost, and "example.org." is example.org.
  url.hostname = url.hostname.replace(/\.+$/, "")
  if (isAllowed(url)) return url
  return privateHost(url, path, where) ?? unusualPort(url, path, where) ?? url
}

function unusualPort(url: URL, path: string, where: string): InputError | undefined {
  if (usualPorts.has(url.port)) return undefined
  return inputError(path, "not-a-url", `${where}not read, because port ${url.port} is none that web pages are at`)
}

function privateHost(url: URL, path: string, where: string): InputError | undefined {
  const host = bareHost(url)
  const isPrivate = isIP(host) ? !isPublicAddress(host) : isLocalName(host)
  if (!isPrivate) return undefined
  return inputError(path, "private-address", `${where}not read, because it lies in a private network or this machine`)
}

/** "[::1]" → "::1" */
export const bareHost = (url: URL): string => url.hostname.replace(/^\[|\]$/g, "")

// "intranet", "printer.local", "metadata.google.internal": no such name is on the public internet.
const isLocalName = (host: string): boolean =>
  !host.includes(".") ||
  /\.(?:localhost|local|localdomain|internal|intranet|private|lan|home|corp|home\.arpa)$/.test(host)
