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
