import { randomBytes } from "node:crypto"

let lastMs = 0
let counter = 0

/** UUIDv7 text (RFC 9562): in order of making within this process, so that keys of new rows lie beside each other. */
export function newId(nowMs: number = Date.now()): string {
  if (nowMs > lastMs) {
    lastMs = nowMs
    counter = randomBytes(2).readUInt16BE() & 0x07ff
  } else counter += 1
  const b = randomBytes(16)
  // A busy millisecond runs over into the next one: the counter has 12 bits.
  const ms = lastMs + (counter >> 12)
  b.writeUIntBE(ms, 0, 6)
  b.writeUInt16BE(0x7000 | (counter & 0x0fff), 6)
  b[8] = 0x80 | (b[8]! & 0x3f)
  const hex = b.toString("hex")
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** Random text that says nothing about when it was made: for what must not be put in order. */
export const newUnorderedId = (): string => randomBytes(16).toString("hex")
