import { basename } from "node:path"
import { cleanText } from "./clean-text"
import type { BundledFont } from "./font-files"
import { chains, collectStrings, type Face, openFonts } from "./fonts"

export type CharacterReport = {
  character: string
  /** U+2053B */
  codePoint: string
  /** The texts it stands in, cut to some characters around it; three at most. */
  where: string[]
}

export type FallbackReport = {
  /** No font has them: the paper cannot be printed. */
  missing: CharacterReport[]
  /** Printed, but in another face than the text around them. */
  substituted: (CharacterReport & { printedIn: string })[]
  /** The faces of a 公文, and whether they are the office's own; `file` is null where the bundled one stands in. */
  faces: { face: Face; name: string; file: string | null; standIn: string }[]
}

/** What the bundled fonts are, in words an office knows. */
const fontNames: Record<BundledFont, string> = {
  fang: "自带仿宋",
  songBold: "自带粗宋",
  hei: "自带黑体",
  kai: "自带楷体",
  song: "自带宋体",
  fallbackHan: "自带细楷体",
}
const faceNames: Record<Face, string> = { fang: "仿宋", title: "小标宋", hei: "黑体", kai: "楷体", song: "宋体" }
const around = 8

/** What the fonts at hand lack of these facts, for whoever looks at a paper before it is printed. Body text is 仿宋. */
export function fallbackReport(facts: unknown, fontDir?: string): FallbackReport {
  const fonts = openFonts(fontDir)
  const missing = new Map<string, CharacterReport>()
  const substituted = new Map<string, CharacterReport & { printedIn: string }>()
  for (const text of new Set(collectStrings(facts).map(cleanText))) {
    const characters = [...text]
    for (const [at, character] of characters.entries()) {
      const codePoint = character.codePointAt(0)!
      if (character === "\n" || character === " ") continue
      const font = fonts.pick("fang", codePoint)
      if (font && !fonts.isSubstituted("fang", codePoint)) continue
      const known = (font ? substituted : missing).get(character)
      const excerpt = characters.slice(Math.max(0, at - around), at + around + 1).join("")
      if (known) {
        if (known.where.length < 3 && !known.where.includes(excerpt)) known.where.push(excerpt)
        continue
      }
      const named = {
        character,
        codePoint: `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`,
        where: [excerpt],
      }
      if (font) substituted.set(character, { ...named, printedIn: fontNames[font.key as BundledFont] ?? font.key })
      else missing.set(character, named)
    }
  }
  const office = fonts.officeFiles
  const faces = (Object.keys(faceNames) as Face[]).map(face => {
    const first = chains[face][0]!
    const file = office.get(first)
    return { face, name: faceNames[face], file: file ? basename(file) : null, standIn: fontNames[first] }
  })
  return { missing: [...missing.values()], substituted: [...substituted.values()], faces }
}
