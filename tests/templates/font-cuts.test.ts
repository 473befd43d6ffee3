import { readFileSync } from "node:fs"
import { join } from "node:path"
import * as fontkit from "fontkit"
import { expect, test } from "vitest"
import { makeCffCut } from "#templates/cut-cff"
import { bundledFonts, findBundledFontDir, type OpenFont, openFontFile } from "#templates/font-files"
import { readTables, viewOf, writeTables } from "#templates/sfnt"

const fileOf = (name: keyof typeof bundledFonts) => join(findBundledFontDir(), bundledFonts[name])
const open = (name: keyof typeof bundledFonts) => openFontFile(name, fileOf(name))
const words = "议事驿站，一人一票。2026年〔3〕Yishi…—喆"
const glyphsOf = (font: OpenFont) => [0, ...new Set([...words].map(one => font.glyphOf(one.codePointAt(0)!)))]

// The part of fontkit that only this test asks for.
type Drawn = { getGlyph(glyph: number): { path: { toSVG(): string }; advanceWidth: number } }
const pathOf = (font: unknown, glyph: number) => (font as Drawn).getGlyph(glyph).path.toSVG()
const drawn = (font: unknown, glyph: number) => ({
  path: pathOf(font, glyph),
  advanceWidth: (font as Drawn).getGlyph(glyph).advanceWidth,
})

for (const name of ["song", "songBold", "hei", "kai", "fallbackHan"] as const) {
  test(`a cut of ${name} draws each glyph as the whole font does`, () => {
    const font = open(name)
    const glyphs = glyphsOf(font)
    const cut = fontkit.create(font.cut(glyphs))
    for (const [place, glyph] of glyphs.entries()) expect(drawn(cut, place)).toEqual(drawn(font.font, glyph))
  })
}

test("a cut of the outlines of PostScript draws each glyph as the whole font does", () => {
  const font = open("fang")
  const glyphs = glyphsOf(font)
  const whole = readTables(readFileSync(fileOf("fang")))
  const counted = (tag: string, at: number) => {
    const table = whole.get(tag)!.slice()
    viewOf(table).setUint16(at, glyphs.length)
    return table
  }
  const file = writeTables(
    new Map([
      ["CFF ", font.cut(glyphs)],
      ["head", whole.get("head")!],
      ["maxp", counted("maxp", 4)],
    ]),
  )
  file.set(Buffer.from("OTTO"))
  const cut = fontkit.create(file)
  for (const [place, glyph] of glyphs.entries()) expect(pathOf(cut, place)).toBe(pathOf(font.font, glyph))
})

test("a glyph made of others takes its parts with it, under their new numbers", () => {
  const tables = readTables(readFileSync(fileOf("kai")))
  const loca = viewOf(tables.get("loca")!)
  const glyf = viewOf(tables.get("glyf")!)
  const composite = Array.from({ length: loca.byteLength / 4 - 1 }, (_, glyph) => glyph).filter(
    glyph => loca.getUint32(glyph * 4) < loca.getUint32(glyph * 4 + 4) && glyf.getInt16(loca.getUint32(glyph * 4)) < 0,
  )
  expect(composite.length).toBeGreaterThan(0)
  const font = open("kai")
  const cut = fontkit.create(font.cut([0, ...composite]))
  for (const [at, glyph] of composite.entries()) {
    const part = glyf.getUint16(loca.getUint32(glyph * 4) + 12)
    expect(pathOf(cut, at + 1)).toBe(pathOf(font.font, part))
  }
})

test("the checksum of a cut is that of a whole file", () => {
  const font = open("song")
  const file = viewOf(font.cut(glyphsOf(font)))
  let sum = 0
  for (let at = 0; at < file.byteLength; at += 4) sum = (sum + file.getUint32(at)) >>> 0
  expect(sum).toBe(0xb1b0afba)
})

test("outlines that call subroutines are left to the slower cut", () => {
  const index = (...items: number[][]) => {
    if (!items.length) return [0, 0]
    const ends = items.map((_, at) => 1 + items.slice(0, at + 1).flat().length)
    return [0, items.length, 1, 1, ...ends, ...items.flat()]
  }
  const end = [14]
  const tableWith = (subroutines: number[][]) => {
    const top = (charStrings: number) => index([28, 0, charStrings, 17, 139, 28, 0, charStrings, 18])
    const before = (charStrings: number) => [
      1,
      0,
      4,
      1,
      ...index([65]),
      ...top(charStrings),
      ...index(),
      ...index(...subroutines),
    ]
    return Uint8Array.from([...before(before(0).length), ...index(end, end)])
  }
  expect(makeCffCut(tableWith([]))?.([0, 1]).length).toBeGreaterThan(0)
  expect(makeCffCut(tableWith([[11]]))).toBeUndefined()
})
