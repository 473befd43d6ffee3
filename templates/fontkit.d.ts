// fontkit ships no types; this is the part of it that is used here.
declare module "fontkit" {
  export type Font = {
    unitsPerEm: number
    getGlyph(id: number, codePoints: number[]): { advanceWidth: number }
    /** Looks a code point up without making (and so without naming) a glyph. */
    _cmapProcessor: { lookup(codePoint: number): number }
  }
  export function create(bytes: Uint8Array): Font
}
