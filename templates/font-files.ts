import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import { fileURLToPath } from "node:url"
import * as fontkit from "fontkit"
import { cleanText } from "./clean-text"

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

export function openFontFile(key: string, path: string): OpenFont {
  const font = fontkit.create(readFileSync(path))
  const lookup = (codePoint: number) => font._cmapProcessor.lookup(codePoint)
  primeSharedGlyphs(font)
  const advances = new Map<number, number>()
  return {
    key,
    font,
    has: codePoint => lookup(codePoint) !== 0,
    glyphOf: lookup,
    advance(codePoint) {
      let advance = advances.get(codePoint)
      if (advance === undefined) {
        advance = font.getGlyph(lookup(codePoint), [codePoint]).advanceWidth / font.unitsPerEm
        advances.set(codePoint, advance)
      }
      return advance
    },
  }
}

/**
 * fontkit keeps a glyph with the code points of the first text that used it, and the PDF's text layer is written from
 * them: one document with U+2F00 would make every later one of the process give back U+2F00 for 一. So the preferred
 * owner of each shared glyph is asked for first.
 */
function primeSharedGlyphs(font: fontkit.Font) {
  const lookup = (codePoint: number) => font._cmapProcessor.lookup(codePoint)
  const prime = (codePoint: number) => {
    const glyph = lookup(codePoint)
    if (glyph) font.getGlyph(glyph, [codePoint])
  }
  for (let codePoint = 0x20; codePoint < 0x7f; codePoint++) prime(codePoint)
  for (const mark of "·—…‘’“”、。〃々〇《》「」『』【】〔〕〖〗！（），．：；？～￥×÷±°℃№□") prime(mark.codePointAt(0)!)
  const shared = [
    [0x2e80, 0x2fdf],
    [0xf900, 0xfaff],
  ] as const
  for (const [from, to] of shared) {
    for (let codePoint = from; codePoint <= to; codePoint++) {
      const owner = cleanText(String.fromCodePoint(codePoint)).codePointAt(0)
      if (owner && owner !== codePoint && lookup(owner) === lookup(codePoint)) prime(owner)
    }
  }
}
