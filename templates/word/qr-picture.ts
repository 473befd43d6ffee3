import { zlibSync } from "fflate"
import { encode } from "uqr"
import { joinBytes } from "../join-bytes"

/** Pixels a module is wide: sharp when printed at 22 mm. */
const moduleWidth = 8

/**
 * A QR code as a PNG of one bit a pixel. Written here rather than by an image library of the machine's own, whose
 * compressor differs from one machine to the next: the same address must give the same bytes everywhere.
 */
export function qrPicture(text: string): Uint8Array {
  const modules = encode(text, { border: 0, ecc: "M" }).data
  const side = modules.length * moduleWidth
  const rowLength = 1 + Math.ceil(side / 8)
  const rows = new Uint8Array(side * rowLength)
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const isDark = modules[Math.floor(y / moduleWidth)]![Math.floor(x / moduleWidth)]
      if (!isDark) rows[y * rowLength + 1 + (x >> 3)]! |= 0x80 >> (x & 7)
    }
  }
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, side)
  view.setUint32(4, side)
  // One bit of grey, deflated, no filter, not interlaced.
  header.set([1, 0, 0, 0, 0], 8)
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
  return joinBytes([
    Uint8Array.from(signature),
    chunk("IHDR", header),
    chunk("IDAT", zlibSync(rows, { level: 9 })),
    chunk("IEND", new Uint8Array()),
  ])
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, data.length)
  bytes.set(new TextEncoder().encode(type), 4)
  bytes.set(data, 8)
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)))
  return bytes
}

function crc32(bytes: Uint8Array): number {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return ~crc >>> 0
}
