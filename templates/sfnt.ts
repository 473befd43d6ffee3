/** The tables of a TrueType or OpenType file, each as its own bytes of it. */
export type Tables = ReadonlyMap<string, Uint8Array>

export const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** As a single font's file begins: outlines of TrueType, the same of Apple's, outlines of PostScript. */
const beginnings = [0x00010000, 0x74727565, 0x4f54544f]

/** Reads the directory of a font file (OpenType 1.9, "Table Directory"); throws on collections and whatever else is none. */
export function readTables(file: Uint8Array): Tables {
  const view = viewOf(file)
  if (!beginnings.includes(view.getUint32(0))) throw new Error("not the file of a single font")
  const tables = new Map<string, Uint8Array>()
  for (let entry = 0; entry < view.getUint16(4); entry += 1) {
    const at = 12 + entry * 16
    const tag = String.fromCharCode(...file.subarray(at, at + 4))
    const from = view.getUint32(at + 8)
    tables.set(tag, file.subarray(from, from + view.getUint32(at + 12)))
  }
  return tables
}

const checksumOfFile = 0xb1b0afba

/** Writes a TrueType file of these tables, with their checksums; `head` is changed to hold that of the file. */
export function writeTables(tables: Tables): Uint8Array {
  const sorted = [...tables].sort(([one], [other]) => (one < other ? -1 : 1))
  const directory = 12 + sorted.length * 16
  const file = new Uint8Array(sorted.reduce((sum, [, table]) => sum + padded(table.length), directory))
  const view = viewOf(file)
  const searched = 2 ** Math.floor(Math.log2(sorted.length))
  view.setUint32(0, 0x00010000)
  view.setUint16(4, sorted.length)
  view.setUint16(6, searched * 16)
  view.setUint16(8, Math.log2(searched))
  view.setUint16(10, (sorted.length - searched) * 16)
  let from = directory
  let adjustment = 0
  for (const [index, [tag, table]] of sorted.entries()) {
    const at = 12 + index * 16
    for (let letter = 0; letter < 4; letter += 1) file[at + letter] = tag.charCodeAt(letter)
    file.set(table, from)
    if (tag === "head") {
      adjustment = from + 8
      view.setUint32(adjustment, 0)
    }
    view.setUint32(at + 4, sumOf(view, from, padded(table.length)))
    view.setUint32(at + 8, from)
    view.setUint32(at + 12, table.length)
    from += padded(table.length)
  }
  if (adjustment) view.setUint32(adjustment, (checksumOfFile - sumOf(view, 0, file.length)) >>> 0)
  return file
}

/** Tables and glyphs begin at multiples of four. */
export const padded = (length: number): number => (length + 3) & ~3

function sumOf(view: DataView, from: number, length: number): number {
  let sum = 0
  for (let at = from; at < from + length; at += 4) sum = (sum + view.getUint32(at)) | 0
  return sum >>> 0
}
