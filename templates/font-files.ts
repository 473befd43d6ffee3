import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import { fileURLToPath } from "node:url"
import * as fontkit from "fontkit"
import { countCffGlyphs, makeCffCut } from "./cut-cff"
import { makeMeasures, makeTrueTypeCut } from "./cut-truetype"
import { readTables } from "./sfnt"

/** One opened font file. */
export type OpenFont = {
  /** Name under which a document registers it. */
  key: string
  font: fontkit.Font
  has(codePoint: number): boolean
  /** The font's own number of the glyph; 0 where it has none. */
  glyphOf(codePoint: number): number
  /** Advance width in em. */
  advance(codePoint: number): number
  advanceOf(glyph: number): number
  /** How its outlines are written. */
  program: "TrueType" | "CFF"
  /** The font with these glyphs alone, numbered by their place in the list; the first is 0, the missing one. */
  cut(glyphs: readonly number[]): Uint8Array
  looks: FontLooks
}

/** What a PDF says of a font's looks, in thousandths of an em. */
export type FontLooks = {
  name: string
  isFixedPitch: boolean
  italicAngle: number
  ascent: number
  descent: number
  capHeight: number
  xHeight: number
  box: readonly [left: number, bottom: number, right: number, top: number]
}

export const bundledFonts = {
  fang: "fang.otf",
  song: "song.ttf",
  songBold: "song-bold.ttf",
  hei: "hei.ttf",
  kai: "kai.ttf",
  fallbackHan: "fallback-han.ttf",
} as const
export type BundledFont = keyof typeof bundledFonts

/** File names under which offices keep the licensed faces of GB/T 9704, as TrueType or OpenType files. */
const officeFontNames: [BundledFont, RegExp][] = [
  ["fang", /^(fang|simfang|(st)?fangso(ng)?|fangsong_gb2312|(华文|方正)?仿宋(_?gb2312|_?gbk|简体)?|fzfs[a-z0-9-]*)$/i],
  ["songBold", /^(song-bold|fzxbs[a-z0-9-]*|(方正)?小标宋(_?gbk|简体)?)$/i],
  ["song", /^(song|simsun|(方正)?(宋体|书宋)(_?gbk|简体)?|fzss[a-z0-9-]*)$/i],
  ["hei", /^(hei|simhei|(方正)?黑体(_?gbk|简体)?|fzht[a-z0-9-]*)$/i],
  ["kai", /^(kai|simkai|kaiti|kaiti_gb2312|(方正)?楷体(_?gb2312|_?gbk|简体)?|fzkt[a-z0-9-]*)$/i],
]
const fontFile = /^(.+)\.(ttf|otf)$/i

/** The bundled fonts lie beside this file in the source and under the project root when the server is a bundle. */
export function findBundledFontDir(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  const candidates = [
    resolve(process.cwd(), "templates/fonts"),
    join(here, "fonts"),
    ...["..", "../..", "../../.."].map(up => resolve(here, up, "templates/fonts")),
  ]
  const found = candidates.find(directory => existsSync(join(directory, bundledFonts.fang)))
  if (!found) throw new Error(`the fonts of the printed documents are not in ${candidates.join(" or ")}`)
  return found
}

/** The office's own fonts found in its folder, by the face they stand for. */
export function findOfficeFonts(fontDir: string | undefined): Map<BundledFont, string> {
  const found = new Map<BundledFont, string>()
  if (!fontDir) return found
  if (!existsSync(fontDir)) throw new Error(`FONT_DIR ${fontDir} does not exist`)
  for (const name of readdirSync(fontDir).sort()) {
    const stem = fontFile.exec(name)?.[1]
    const face = stem && officeFontNames.find(([, pattern]) => pattern.test(stem))?.[0]
    if (face && !found.has(face)) found.set(face, join(fontDir, name))
  }
  return found
}

export function hashFile(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex")
}

/** Opens a font that can be embedded; throws on one that is damaged, a collection, or of outlines a PDF does not take. */
export function openFontFile(key: string, path: string): OpenFont {
  const bytes = readFileSync(path)
  const tables = readTables(bytes)
  const font = fontkit.create(bytes)
  const outlines = tables.get("CFF ")
  const { holds, cut } = outlines ? openCff(outlines, font) : makeTrueTypeCut(tables)
  const { advance } = makeMeasures(tables)
  const { unitsPerEm } = font
  if (!(unitsPerEm > 0)) throw new Error("the font does not say its size")
  const glyphOf = keep(codePoint => {
    const glyph = font._cmapProcessor.lookup(codePoint)
    return holds(glyph) ? glyph : 0
  })
  const advanceOf = (glyph: number) => advance(glyph) / unitsPerEm
  const opened: OpenFont = {
    key,
    font,
    has: codePoint => glyphOf(codePoint) !== 0,
    glyphOf,
    advance: keep(codePoint => advanceOf(glyphOf(codePoint))),
    advanceOf,
    program: outlines ? "CFF" : "TrueType",
    cut,
    looks: readLooks(font, { name: key, hasPost: tables.has("post") }),
  }
  // What fails here would fail in the middle of a paper.
  opened.cut([...new Set([0, ...[..."一的（1"].map(one => glyphOf(one.codePointAt(0)!))])])
  return opened
}

function openCff(outlines: Uint8Array, font: fontkit.Font): Pick<OpenFont, "cut"> & { holds(glyph: number): boolean } {
  const count = countCffGlyphs(outlines)
  return { holds: glyph => glyph < count, cut: makeCffCut(outlines) ?? makeCutByFontkit(font) }
}

/** Slower, of any font: an office's own file may call subroutines. */
function makeCutByFontkit(font: fontkit.Font): OpenFont["cut"] {
  return glyphs => {
    const subset = font.createSubset()
    for (const glyph of glyphs) subset.includeGlyph(glyph)
    return subset.encode()
  }
}

/** `name`: for a font that has none, or none that may stand in a PDF, as one in hanzi. */
function readLooks(font: fontkit.Font, { name, hasPost }: { name: string; hasPost: boolean }): FontLooks {
  const thousandths = (length: number) => (length * 1000) / font.unitsPerEm
  const ownName = font.postscriptName?.replaceAll(" ", "_") ?? ""
  return {
    name: /^[\w.+-]+$/.test(ownName) ? ownName : name,
    isFixedPitch: hasPost && Boolean(font.post.isFixedPitch),
    italicAngle: hasPost ? font.italicAngle : 0,
    ascent: thousandths(font.ascent),
    descent: thousandths(font.descent),
    capHeight: thousandths(font.capHeight || font.ascent),
    xHeight: thousandths(font.xHeight || 0),
    box: [font.bbox.minX, font.bbox.minY, font.bbox.maxX, font.bbox.maxY].map(
      thousandths,
    ) as unknown as FontLooks["box"],
  }
}

/** Answers each number once and keeps the answer. */
function keep(find: (asked: number) => number): (asked: number) => number {
  const kept = new Map<number, number>()
  return asked => {
    let answer = kept.get(asked)
    if (answer === undefined) {
      answer = find(asked)
      kept.set(asked, answer)
    }
    return answer
  }
}
