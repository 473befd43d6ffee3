import { constants, deflateSync } from "node:zlib"
import type { OpenFont } from "./font-files"
import type { PdfDocument, Reference } from "./pdf-document"

/** A font as one file holds it: the glyphs that were written with it, and nothing else of it. PDFKit ends it with the file. */
export type EmbeddedFont = {
  id: string
  open: OpenFont
  /** What each of the file's glyphs reads as, by its number. */
  readonly codePoints: readonly number[]
  /** The text by the names of its glyphs in the file, in hexadecimal; what is new is taken in. */
  nameGlyphs(text: string): string
  ref(): Reference
  finalize(): void
}

/**
 * Embeds a font by our own cut. PDFKit would have fontkit decode each glyph and encode it again, and then look for
 * repetitions in outlines that have none: half the time of a page.
 */
export function embedFont(doc: PdfDocument, open: OpenFont, id: string): EmbeddedFont {
  const dictionary = doc.ref({})
  const names = new Map<number, string>()
  const placeOf = new Map<number, number>([[0, 0]])
  const [glyphs, codePoints, widths] = [[0], [0xfffd], [open.advanceOf(0) * 1000]]

  const include = (codePoint: number): string => {
    const glyph = open.glyphOf(codePoint)
    let place = placeOf.get(glyph)
    if (place === undefined) {
      place = glyphs.push(glyph) - 1
      placeOf.set(glyph, place)
      codePoints.push(codePoint)
      widths.push(open.advanceOf(glyph) * 1000)
    }
    const name = place.toString(16).padStart(4, "0")
    names.set(codePoint, name)
    return name
  }

  return {
    id,
    open,
    codePoints,
    nameGlyphs(text) {
      let written = ""
      for (const character of text) {
        const codePoint = character.codePointAt(0)!
        written += names.get(codePoint) ?? include(codePoint)
      }
      return written
    },
    ref: () => dictionary,
    finalize() {
      // Six letters of its own before a cut font's name (ISO 32000-1 9.6.4): those of its number in the file.
      const name = `${tagOf(id)}+${open.looks.name}`
      const descendant = doc.ref({
        Type: "Font",
        Subtype: open.program === "CFF" ? "CIDFontType0" : "CIDFontType2",
        BaseFont: name,
        CIDSystemInfo: { Registry: new String("Adobe"), Ordering: new String("Identity"), Supplement: 0 },
        FontDescriptor: describe(doc, open, name, open.cut(glyphs)),
        // Of hanzi nothing is said: a whole em is what is understood (ISO 32000-1 9.7.4.3).
        W: widths.flatMap((width, place) => (width === 1000 ? [] : [place, [width]])),
        ...(open.program === "CFF" ? {} : { CIDToGIDMap: "Identity" }),
      })
      descendant.end()
      const toUnicode = doc.ref({ Filter: "FlateDecode" })
      toUnicode.end(deflateSync(writeToUnicode(codePoints), { windowBits: 11, memLevel: 4 }))
      Object.assign(dictionary.data, {
        Type: "Font",
        Subtype: "Type0",
        BaseFont: name,
        Encoding: "Identity-H",
        DescendantFonts: [descendant],
        ToUnicode: toUnicode,
      })
      dictionary.end()
    },
  }
}

/**
 * Outlines hold next to no repetitions. Of TrueType's, only the bytes are written shorter: a fourth is gained in a third of the
 * time. PostScript's would shrink by a sixth, and take longer for it than anything else of a page: they stay as they are.
 */
function writeProgram(doc: PdfDocument, { program }: OpenFont, cut: Uint8Array): Reference {
  const isTrueType = program === "TrueType"
  const file = doc.ref(isTrueType ? { Filter: "FlateDecode", Length1: cut.length } : { Subtype: "CIDFontType0C" })
  file.compress = false
  file.end(isTrueType ? deflateSync(cut, { strategy: constants.Z_HUFFMAN_ONLY }) : cut)
  return file
}

function describe(doc: PdfDocument, open: OpenFont, name: string, cut: Uint8Array): Reference {
  const { looks, program } = open
  const descriptor = doc.ref({
    Type: "FontDescriptor",
    FontName: name,
    // Of characters beyond Latin (ISO 32000-1 table 123).
    Flags: 4 | (looks.isFixedPitch ? 1 : 0),
    FontBBox: looks.box,
    ItalicAngle: looks.italicAngle,
    Ascent: looks.ascent,
    Descent: looks.descent,
    CapHeight: looks.capHeight,
    XHeight: looks.xHeight,
    StemV: 0,
    [program === "CFF" ? "FontFile3" : "FontFile2"]: writeProgram(doc, open, cut),
  })
  descriptor.end()
  return descriptor
}

function tagOf(id: string): string {
  let tag = ""
  for (let rest = Number(id.slice(1)); tag.length < 6; rest = Math.floor(rest / 26))
    tag = String.fromCharCode(65 + (rest % 26)) + tag
  return tag
}

const hexadecimal = (value: number) => value.toString(16).padStart(4, "0")

/** The table by which a reader copies and searches (ISO 32000-1 9.10.3), in the runs of 256 that it allows. */
function writeToUnicode(codePoints: readonly number[]): string {
  const texts = codePoints.map(codePoint => {
    const units = String.fromCodePoint(codePoint)
    return `<${Array.from({ length: units.length }, (_, at) => hexadecimal(units.charCodeAt(at))).join("")}>`
  })
  const runs = Array.from({ length: Math.ceil(texts.length / 256) }, (_, run) => {
    const from = run * 256
    const to = Math.min(from + 256, texts.length)
    return `<${hexadecimal(from)}> <${hexadecimal(to - 1)}> [${texts.slice(from, to).join(" ")}]`
  })
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <<
  /Registry (Adobe)
  /Ordering (UCS)
  /Supplement 0
>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><ffff>
endcodespacerange
${runs.length} beginbfrange
${runs.join("\n")}
endbfrange
endcmap
CMapName currentdict /CMap defineresource pop
end
end`
}
