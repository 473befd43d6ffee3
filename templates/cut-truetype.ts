import { padded, type Tables, viewOf, writeTables } from "./sfnt"

/** What a PDF asks of a TrueType program (ISO 32000-1 9.9): these tables, and of these only what was written. */
const copiedWhole = ["cvt ", "fpgm", "prep"]

/** Cuts a font down to the glyphs of one document: the new number of a glyph is its place in the list, 0 the missing one. */
export function makeTrueTypeCut(tables: Tables): (glyphs: readonly number[]) => Uint8Array {
  const table = (tag: string) => tables.get(tag) ?? new Uint8Array()
  const glyf = table("glyf")
  const [head, hhea, maxp] = [table("head"), table("hhea"), table("maxp")]
  const loca = viewOf(table("loca"))
  const isLong = viewOf(head).getInt16(50) === 1
  const startOf = (glyph: number) => (isLong ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2)
  const measures = makeMeasures(tables)
  return wanted => {
    const glyphs = [...wanted]
    const outlines: Uint8Array[] = []
    // Composite glyphs add those they are made of to the end while they are read.
    for (let index = 0; index < glyphs.length; index += 1) {
      const outline = glyf.subarray(startOf(glyphs[index]!), startOf(glyphs[index]! + 1))
      outlines.push(isComposite(outline) ? renumberParts(outline, glyphs) : outline)
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
}

/** Widths and left bearings of a font's glyphs, in its own units. */
export function makeMeasures(tables: Tables) {
  const hmtx = viewOf(tables.get("hmtx") ?? new Uint8Array())
  const paired = viewOf(tables.get("hhea") ?? new Uint8Array(36)).getUint16(34)
  return {
    /** Beyond the last pair all are as wide as it: fonts of one width keep a single one. */
    advance: (glyph: number) => hmtx.getUint16(Math.min(glyph, paired - 1) * 4),
    bearing: (glyph: number) =>
      hmtx.getInt16(
        glyph < paired
          ? glyph * 4 + 2
          : paired * 4 + Math.min(glyph - paired, (hmtx.byteLength - paired * 4) / 2 - 1) * 2,
      ),
  }
}

const isComposite = (outline: Uint8Array) => outline.length > 0 && viewOf(outline).getInt16(0) < 0

const flag = { wordArguments: 0x01, scale: 0x08, more: 0x20, twoScales: 0x40, matrix: 0x80 }

/** A composite glyph naming its parts by their new numbers; parts not yet wanted are added. */
function renumberParts(outline: Uint8Array, glyphs: number[]): Uint8Array {
  return changed(outline, view => {
    let at = 10
    let flags: number
    do {
      flags = view.getUint16(at)
      const part = view.getUint16(at + 2)
      if (!glyphs.includes(part)) glyphs.push(part)
      view.setUint16(at + 2, glyphs.indexOf(part))
      at += flags & flag.wordArguments ? 8 : 6
      if (flags & flag.scale) at += 2
      else if (flags & flag.twoScales) at += 4
      else if (flags & flag.matrix) at += 8
    } while (flags & flag.more)
  })
}

function changed(bytes: Uint8Array, change: (view: DataView) => void): Uint8Array {
  const copy = bytes.slice()
  change(viewOf(copy))
  return copy
}
