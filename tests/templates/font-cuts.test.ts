import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as fontkit from "fontkit"
import { expect, test } from "vitest"
import { makeCffCut } from "#templates/cut-cff"
import { makeTrueTypeCut } from "#templates/cut-truetype"
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

test("a font is the same after it was cut: the next paper gets the same glyphs", () => {
  const tables = readTables(readFileSync(fileOf("kai")))
  const untouched = readTables(readFileSync(fileOf("kai")))
  const count = viewOf(tables.get("maxp")!).getUint16(4)
  const backwards = Array.from({ length: count }, (_, glyph) => count - 1 - glyph)
  makeTrueTypeCut(tables).cut([0, ...backwards])
  for (const [tag, table] of untouched) expect(Buffer.compare(tables.get(tag)!, table), tag).toBe(0)
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

const changedTable = (bytes: Uint8Array, change: (view: DataView) => void) => {
  const copy = new Uint8Array(bytes)
  change(viewOf(copy))
  return copy
}
const song = () => new Map(readTables(readFileSync(fileOf("song"))))
const opening = (file: Uint8Array) => {
  const folder = mkdtempSync(join(tmpdir(), "font-"))
  try {
    writeFileSync(join(folder, "font.ttf"), file)
    return openFontFile("office-song", join(folder, "font.ttf"))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
const codePointOf = (character: string) => character.codePointAt(0)!

test("a character whose outline lies beyond the file is one the font lacks", () => {
  const tables = song()
  const glyph = open("song").glyphOf(codePointOf("议"))
  const short = opening(writeTables(tables.set("loca", tables.get("loca")!.slice(0, glyph * 4))))
  expect(short.has(codePointOf("议"))).toBe(false)
  const whole = song()
  const cutOff = viewOf(whole.get("loca")!).getUint32(glyph * 4 + 4) - 1
  const broken = opening(writeTables(whole.set("glyf", whole.get("glyf")!.slice(0, cutOff))))
  expect(broken.has(codePointOf("议"))).toBe(false)
  expect(broken.has(codePointOf("1"))).toBe(true)
})

test("widths that are fewer than said, or one for all, are those that are there", () => {
  const tables = song()
  const one = opening(writeTables(tables.set("hmtx", tables.get("hmtx")!.slice(0, 4))))
  const glyph = one.glyphOf(codePointOf("议"))
  expect(one.advanceOf(glyph)).toBe(one.advanceOf(0))
  expect(one.cut([0, glyph]).length).toBeGreaterThan(0)
})

test.each(["glyf", "loca", "hmtx", "head", "maxp", "cmap"])("a font without its table %s is not opened", tag => {
  const tables = song()
  tables.delete(tag)
  expect(() => opening(writeTables(tables))).toThrow()
})

test("a collection of fonts is not opened, whatever its file is called", () => {
  const file = writeTables(song())
  file.set(Buffer.from("ttcf"))
  expect(() => opening(file)).toThrow()
})

test("a font whose name cannot stand in a PDF goes by that of its face", () => {
  const name = (text: string) => {
    const letters = Buffer.from(text, "utf16le").swap16()
    const table = Buffer.concat([
      Buffer.from([0, 0, 0, 1, 0, 18, 0, 3, 0, 1, 4, 9, 0, 6, 0, letters.length, 0, 0]),
      letters,
    ])
    return opening(writeTables(song().set("name", table))).looks.name
  }
  expect(name("FZXBSJW--GB1-0")).toBe("FZXBSJW--GB1-0")
  expect(name("方正小标宋简体")).toBe("office-song")
  expect(name("Song/Type (1)")).toBe("office-song")
})

test("a glyph made of parts that are not there is one the font lacks", () => {
  const tables = song()
  const glyph = open("song").glyphOf(codePointOf("议"))
  const at = viewOf(tables.get("loca")!).getUint32(glyph * 4)
  const made = (flags: number, part: number) =>
    opening(
      writeTables(
        song().set(
          "glyf",
          changedTable(tables.get("glyf")!, view => {
            view.setInt16(at, -1)
            view.setUint16(at + 10, flags)
            view.setUint16(at + 12, part)
          }),
        ),
      ),
    )
  expect(made(0, 0xffff).has(codePointOf("议"))).toBe(false)
  expect(made(0, 1).has(codePointOf("议"))).toBe(true)
})

test("a real number of a dictionary that never ends is read to its end", () => {
  const table = [1, 0, 4, 1, 0, 1, 1, 1, 2, 65, 0, 1, 1, 1, 3, 30, 0x11, 0, 0, 0, 0]
  expect(() => makeCffCut(Uint8Array.from(table))).toThrow()
})
