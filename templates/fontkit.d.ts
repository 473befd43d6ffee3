// fontkit ships no types; this is the part of it that is used here.
declare module "fontkit" {
  export type Font = {
    unitsPerEm: number
    postscriptName: string | null
    italicAngle: number
    ascent: number
    descent: number
    capHeight: number
    xHeight: number
    bbox: { minX: number; minY: number; maxX: number; maxY: number }
    post: { isFixedPitch: number }
    createSubset(): { includeGlyph(glyph: number): number; encode(): Uint8Array }
    /** Looks a code point up without making a glyph. */
    _cmapProcessor: { lookup(codePoint: number): number }
  }
  export function create(bytes: Uint8Array): Font
}
