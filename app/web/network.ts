import { isIP } from "node:net"

/**
 * What attempts are counted by. A household has one address of version 4, but of version 6 a network of 2^64, and could
 * come from another one each time: there the network counts. Addresses of the same wire (fe80:) stay apart.
 */
export function networkOf(address: string): string {
  if (!address.includes(":") || address.includes(".") || address.toLowerCase().startsWith("fe80")) return address
  const [head = "", tail] = address.toLowerCase().split("::")
  const front = head === "" ? [] : head.split(":")
  const back = tail ? tail.split(":") : []
  const gap = tail === undefined ? [] : Array<string>(Math.max(0, 8 - front.length - back.length)).fill("0")
  const network = [...front, ...gap, ...back].slice(0, 4).map(group => group.replace(/^0+(?=.)/, ""))
  return `${network.join(":")}::/64`
}

/** As sockets write it when version 4 comes over version 6. */
const plainAddress = (address: string): string => address.trim().replace(/^::ffff:(?=\d+\.)/i, "")

/**
 * Where a request came from. Behind a proxy that is trusted, the last address of X-Forwarded-For that is none of the
 * trusted: what stands before it anybody may have written. From anywhere else the header is not read at all.
 */
export function addressBehind(socketAddress: string, forwardedFor: string | null, trusted: readonly string[]): string {
  const isTrusted = (address: string) => trusted.includes(plainAddress(address))
  if (!forwardedFor || !isTrusted(socketAddress)) return socketAddress
  const named = forwardedFor.split(",").map(plainAddress)
  const last = named.findLast(address => !isTrusted(address))
  return last && isIP(last) > 0 ? last : socketAddress
}
