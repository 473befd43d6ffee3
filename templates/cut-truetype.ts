import { padded, type Tables, viewOf, writeTables } from "./sfnt"

/** What a PDF asks of a TrueType program (ISO 32000-1 9.9): these tables, and of these only what was written. */
const copiedWhole = ["cvt ", "fpgm", "prep"]

/**
 * Cuts a font down to the glyphs of one document: the new number of a glyph is its place in the list, 0 the missing one.
 * `holds`: whether a glyph and all it is made of lie within the file. Throws on files without outlines.
 */
export function makeTrueTypeCut(tables: Tables): {
  holds(glyph: number): boolean
  cut(glyphs: readonly number[]): Uint8Array
} {
  const table = (tag: string) => {
    const found = tables.get(tag)
    if (!found?.length) throw new Error(`the font has no table ${tag}`)
    return found
  }
  const glyf = table("glyf")
  const [head, hhea, maxp] = [table("head"), table("hhea"), table("maxp")]
  const loca = viewOf(table("loca"))
  const isLong = viewOf(head).getInt16(50) === 1
  const count = Math.min(viewOf(maxp).getUint16(4), Math.floor(loca.byteLength / (isLong ? 4 : 2)) - 1)
  const startOf = (glyph: number) => (isLong ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2)
  const outlineOf = (glyph: number) => glyf.subarray(startOf(glyph), startOf(glyph + 1))
  const measures = makeMeasures(tables)

  const holds = (wanted: number): boolean => {
    const glyphs = [wanted]
    for (let index = 0; index < glyphs.length; index += 1) {
      const glyph = glyphs[index]!
      if (glyph >= count || startOf(glyph) > startOf(glyph + 1) || startOf(glyph + 1) > glyf.length) return false
      const outline = outlineOf(glyph)
      if (isComposite(outline) && !renumberParts(outline, glyphs)) return false
    }
    return true
  }

  const cut = (wanted: readonly number[]): Uint8Array => {
    const glyphs = [...wanted]
    const outlines: Uint8Array[] = []
    // Composite glyphs add those they are made of to the end while they are read.
    for (let index = 0; index < glyphs.length; index += 1) {
      const outline = holds(glyphs[index]!) ? outlineOf(glyphs[index]!) : new Uint8Array()
      outlines.push((isComposite(outline) && renumberParts(outline, glyphs)) || outline)
    }
    const count = glyphs.length
    const offsets = new DataView(new ArrayBuffer((count + 1) * 4))
    const metrics = new DataView(new ArrayBuffer(count * 4))
    const drawn = new Uint8Array(outlines.reduce((sum, outline) => sum + padded(outline.length), 0))
    let from = 0
    for (const [index, outline] of outlines.entries()) {
      offsets.setUint32(index * 4, from)
      drawn.set(outline, from)
      from += padded(outline.length)
      metrics.setUint16(index * 4, measures.advance(glyphs[index]!))
      metrics.setInt16(index * 4 + 2, measures.bearing(glyphs[index]!))
    }
    offsets.setUint32(count * 4, from)
    return writeTables(
      new Map([
        ...copiedWhole.flatMap(tag => (tables.has(tag) ? [[tag, table(tag)] as const] : [])),
        ["glyf", drawn],
        ["head", changed(head, view => view.setInt16(50, 1))],
        ["hhea", changed(hhea, view => view.setUint16(34, count))],
        ["hmtx", new Uint8Array(metrics.buffer)],
        ["loca", new Uint8Array(offsets.buffer)],
        ["maxp", changed(maxp, view => view.setUint16(4, count))],
      ]),
    )
  }
  return { holds, cut }
}

/** Widths and left bearings of a font's glyphs, in its own units. Throws on a font without any. */
export function makeMeasures(tables: Tables) {
  const hmtx = viewOf(tables.get("hmtx") ?? new Uint8Array())
  const said = viewOf(tables.get("hhea") ?? new Uint8Array(36)).getUint16(34)
  // Cut short, or said to be longer than it is: what is there counts.
  const paired = Math.min(said, Math.floor(hmtx.byteLength / 4))
  if (paired === 0) throw new Error("the font says no widths")
  return {
    /** Beyond the last pair all are as wide as it: fonts of one width keep a single one. */
    advance: (glyph: number) => hmtx.getUint16(Math.min(glyph, paired - 1) * 4),
    bearing: (glyph: number) =>
      hmtx.getInt16(
        glyph < paired
          ? glyph * 4 + 2
          : paired * 4 + Math.min(glyph - paired, Math.floor(hmtx.byteLength / 2) - paired * 2 - 1) * 2,
      ),
  }
}

const isComposite = (outline: Uint8Array) => outline.length >= 10 && viewOf(outline).getInt16(0) < 0

const flag = { wordArguments: 0x01, scale: 0x08, more: 0x20, twoScales: 0x40, matrix: 0x80 }

/** A composite glyph naming its parts by their new numbers; parts not yet wanted are added. Undefined where it breaks off. */
function renumberParts(outline: Uint8Array, glyphs: number[]): Uint8Array | undefined {
  const copy = new Uint8Array(outline)
  const view = viewOf(copy)
  let at = 10
  let flags: number
  do {
    if (at + 6 > copy.length) return undefined
    flags = view.getUint16(at)
    const part = view.getUint16(at + 2)
    if (!glyphs.includes(part)) glyphs.push(part)
    view.setUint16(at + 2, glyphs.indexOf(part))
    at += flags & flag.wordArguments ? 8 : 6
    if (flags & flag.scale) at += 2
    else if (flags & flag.twoScales) at += 4
    else if (flags & flag.matrix) at += 8
  } while (flags & flag.more)
  return at <= copy.length ? copy : undefined
}

function changed(bytes: Uint8Array, change: (view: DataView) => void): Uint8Array {
  // A buffer's own slice would be the font itself, and changed for all papers to come.
  const copy = new Uint8Array(bytes)
  change(viewOf(copy))
  return copy
}
