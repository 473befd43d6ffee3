import { joinBytes } from "./join-bytes"
import { viewOf } from "./sfnt"

/** Operators of dictionaries (Adobe Technical Note 5176, tables 9, 10 and 23); 12 xx as 1200 + xx. */
const operator = {
  fontBoundingBox: 5,
  charset: 15,
  charStrings: 17,
  privateDict: 18,
  localSubroutines: 19,
  paintType: 1205,
  charstringType: 1206,
  fontMatrix: 1207,
  registryOrderingSupplement: 1230,
  cidCount: 1234,
  fontDicts: 1236,
  fontDictSelect: 1237,
} as const

/**
 * Cuts a font of PostScript outlines down to the glyphs of one document, as a CID-keyed program: the new number of a glyph
 * is its place in the list, 0 the missing one. Undefined for fonts whose outlines call subroutines, are of several
 * dictionaries (hanzi seldom do) or are not plainly filled ones of the second type.
 */
export function makeCffCut(table: Uint8Array): ((glyphs: readonly number[]) => Uint8Array) | undefined {
  const names = readIndex(table, table[2]!)
  const tops = readIndex(table, names.end)
  const strings = readIndex(table, tops.end)
  const subroutines = readIndex(table, strings.end)
  const top = readDict(tops.items[0]!)
  const charStrings = readCharStrings(table, top)
  const fontDicts = top.has(operator.fontDicts)
    ? readIndex(table, numbersOf(top.get(operator.fontDicts))[0]!).items.map(readDict)
    : [top]
  const [privateSize = 0, privateFrom = 0] = numbersOf(fontDicts[0]!.get(operator.privateDict))
  const privateDict = table.subarray(privateFrom, privateFrom + privateSize)
  if (subroutines.items.length || fontDicts.length > 1) return undefined
  if (readDict(privateDict).has(operator.localSubroutines)) return undefined
  if (top.has(operator.paintType) || top.has(operator.charstringType)) return undefined

  const isCidKeyed = top !== fontDicts[0]
  const matrix = fontDicts[0]!.get(operator.fontMatrix)
  const ownMatrix = isCidKeyed && matrix ? entry(operator.fontMatrix, matrix) : []
  const kept = [operator.fontBoundingBox, operator.fontMatrix].flatMap(name => {
    const operands = top.get(name)
    return operands ? entry(name, operands) : []
  })
  return glyphs => {
    const outlines = writeIndex(glyphs.map(glyph => charStrings[glyph]!))
    const count = glyphs.length
    // Characters are numbered as the glyphs are: one range from the second on (the first is understood).
    const charset = count > 1 ? [2, 0, 1, (count - 2) >> 8, (count - 2) & 0xff] : [0]
    const select = [3, 0, 1, 0, 0, 0, count >> 8, count & 0xff]
    const head = (charsetFrom: number) => {
      const selectFrom = charsetFrom + charset.length
      const outlinesFrom = selectFrom + select.length
      const fontDictsFrom = outlinesFrom + outlines.length
      const fontDict = (privateAt: number) =>
        writeIndex([
          Uint8Array.from([...ownMatrix, ...entry(operator.privateDict, [...whole(privateSize), ...whole(privateAt)])]),
        ])
      const topDict = [
        ...entry(operator.registryOrderingSupplement, [391, 392, 0].flatMap(whole)),
        ...kept,
        ...entry(operator.cidCount, whole(count)),
        ...entry(operator.charset, whole(charsetFrom)),
        ...entry(operator.charStrings, whole(outlinesFrom)),
        ...entry(operator.fontDicts, whole(fontDictsFrom)),
        ...entry(operator.fontDictSelect, whole(selectFrom)),
      ]
      const before = [
        Uint8Array.from([1, 0, 4, 4]),
        writeIndex([names.items[0]!]),
        writeIndex([Uint8Array.from(topDict)]),
        writeIndex(["Adobe", "Identity"].map(word => Uint8Array.from(word, letter => letter.charCodeAt(0)))),
        Uint8Array.from([0, 0]),
      ]
      return { before, fontDicts: fontDict(fontDictsFrom + fontDict(0).length) }
    }
    // Every number takes five bytes, so that the first measure holds for the second.
    const length = head(0).before.reduce((sum, part) => sum + part.length, 0)
    const { before, fontDicts: dicts } = head(length)
    return joinBytes([...before, Uint8Array.from(charset), Uint8Array.from(select), outlines, dicts, privateDict])
  }
}

/** How many glyphs the outlines are of, whatever the rest of the file says. */
export function countCffGlyphs(table: Uint8Array): number {
  const tops = readIndex(table, readIndex(table, table[2]!).end)
  return readCharStrings(table, readDict(tops.items[0]!)).length
}

function readCharStrings(table: Uint8Array, top: ReturnType<typeof readDict>): Uint8Array[] {
  const [from] = numbersOf(top.get(operator.charStrings))
  if (!from) throw new Error("the font does not say where its outlines are")
  return readIndex(table, from).items
}

/** An INDEX: as many items as its count says, then whatever follows at `end`. */
function readIndex(table: Uint8Array, from: number): { items: Uint8Array[]; end: number } {
  const count = viewOf(table).getUint16(from)
  if (count === 0) return { items: [], end: from + 2 }
  const width = table[from + 2]!
  const base = from + 2 + (count + 1) * width
  const offset = (index: number) => {
    let value = 0
    for (let at = 0; at < width; at += 1) value = value * 256 + table[from + 3 + index * width + at]!
    return base + value
  }
  const items = Array.from({ length: count }, (_, index) => table.subarray(offset(index), offset(index + 1)))
  return { items, end: offset(count) }
}

function writeIndex(items: readonly Uint8Array[]): Uint8Array {
  const start = 3 + (items.length + 1) * 4
  const bytes = new Uint8Array(start + items.reduce((sum, item) => sum + item.length, 0))
  const view = viewOf(bytes)
  view.setUint16(0, items.length)
  bytes[2] = 4
  let from = 1
  for (const [index, item] of items.entries()) {
    view.setUint32(3 + index * 4, from)
    bytes.set(item, start + from - 1)
    from += item.length
  }
  view.setUint32(3 + items.length * 4, from)
  return bytes
}

/** The operands of a dictionary's entries, as they are written. */
function readDict(bytes: Uint8Array): Map<number, readonly number[]> {
  const entries = new Map<number, readonly number[]>()
  let operands: number[] = []
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at]!
    if (byte <= 21) {
      entries.set(byte === 12 ? 1200 + bytes[at + 1]! : byte, operands)
      operands = []
      at += byte === 12 ? 2 : 1
      continue
    }
    const length = lengthOfOperand(bytes, at)
    operands.push(...bytes.subarray(at, at + length))
    at += length
  }
  return entries
}

function lengthOfOperand(bytes: Uint8Array, from: number): number {
  const byte = bytes[from]!
  if (byte === 28) return 3
  if (byte === 29) return 5
  if (byte !== 30) return byte <= 246 ? 1 : 2
  // A real number ends with a half byte of fifteen.
  let at = from + 1
  while (at < bytes.length && (bytes[at]! & 0x0f) !== 0x0f && bytes[at]! >> 4 !== 0x0f) at += 1
  return at - from + 1
}

/** The whole numbers among operands; real ones are not asked for. */
function numbersOf(operands: readonly number[] = []): number[] {
  const bytes = Uint8Array.from(operands)
  const numbers: number[] = []
  for (let at = 0; at < bytes.length; at += lengthOfOperand(bytes, at)) {
    const [byte, next = 0] = [bytes[at]!, bytes[at + 1]]
    if (byte === 28) numbers.push(viewOf(bytes).getInt16(at + 1))
    else if (byte === 29) numbers.push(viewOf(bytes).getInt32(at + 1))
    else if (byte <= 246) numbers.push(byte - 139)
    else if (byte <= 250) numbers.push((byte - 247) * 256 + next + 108)
    else numbers.push(-(byte - 251) * 256 - next - 108)
  }
  return numbers
}

const entry = (name: number, operands: readonly number[]) => [
  ...operands,
  ...(name >= 1200 ? [12, name - 1200] : [name]),
]

/** A whole number in five bytes. */
const whole = (value: number) => [29, value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff]
