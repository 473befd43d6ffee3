import { createHash } from "node:crypto"
import { join } from "node:path"
import { cleanText } from "./clean-text"
import {
  type BundledFont,
  bundledFonts,
  findBundledFontDir,
  findOfficeFonts,
  hashFile,
  type OpenFont,
  openFontFile,
} from "./font-files"

/** The faces of GB/T 9704: 仿宋 body, 小标宋 titles, 黑 and 楷 headings, 宋 page numbers and digests. */
export type Face = "fang" | "title" | "hei" | "kai" | "song"

/** Every chain ends in all fonts, so that whether a character can be printed does not depend on the face. */
export const chains: Record<Face, BundledFont[]> = {
  // fallbackHan is a light 楷 near 仿宋 and holds the rare characters of names.
  fang: ["fang", "fallbackHan", "song", "kai", "hei", "songBold"],
  title: ["songBold", "song", "kai", "fallbackHan", "hei", "fang"],
  hei: ["hei", "kai", "fallbackHan", "song", "songBold", "fang"],
  kai: ["kai", "fallbackHan", "song", "songBold", "hei", "fang"],
  song: ["song", "fallbackHan", "kai", "songBold", "hei", "fang"],
}

const ascii = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCodePoint(0x20 + index)).join("")
/** Characters a bundled font has but draws wrongly: [font, characters, font to take them from]. */
const overrides: [BundledFont, string, BundledFont][] = [
  // Fandol draws U+FFE5 as a dollar sign, and its Latin is heavy beside its thin hanzi.
  ["fang", `￥＄￡￠${ascii}`, "song"],
  // LXGW WenKai's quotes and middle dot are a third of an em; Chinese needs the full width.
  ["kai", "“”‘’·", "song"],
  ["fallbackHan", "“”‘’·", "song"],
]

export type Fonts = {
  /** The office's own files that can be printed with, by the face they stand for. */
  officeFiles: ReadonlyMap<BundledFont, string>
  /** The font that draws a character in a face, or undefined when no font has it. */
  pick(face: Face, codePoint: number): OpenFont | undefined
  /** Whether another font of the chain steps in, because that of the face lacks the character. */
  isSubstituted(face: Face, codePoint: number): boolean
  fingerprint(): string
}

const opened = new Map<string, Fonts>()

/** The fonts of this process; a folder of the office's own fonts comes first in each chain. Opened once per folder. */
export function openFonts(fontDir?: string): Fonts {
  const known = opened.get(fontDir ?? "")
  if (known) return known
  const fonts = assembleFonts(fontDir)
  opened.set(fontDir ?? "", fonts)
  return fonts
}

const bundledOpen = new Map<BundledFont, OpenFont>()
function openBundled(name: BundledFont): OpenFont {
  let font = bundledOpen.get(name)
  if (!font) {
    font = openFontFile(name, join(findBundledFontDir(), bundledFonts[name]))
    bundledOpen.set(name, font)
  }
  return font
}

function assembleFonts(fontDir: string | undefined): Fonts {
  const officeFiles = findOfficeFonts(fontDir)
  const officeOpen = new Map<BundledFont, OpenFont>()
  for (const [name, path] of officeFiles) {
    try {
      officeOpen.set(name, openFontFile(`office-${name}`, path))
    } catch (cause) {
      officeFiles.delete(name)
      process.emitWarning(`${path} cannot be printed with, the bundled font stands in: ${String(cause)}`)
    }
  }
  const openOffice = (name: BundledFont) => officeOpen.get(name)
  const picked = new Map<Face, Map<number, OpenFont | undefined>>()
  const find = (face: Face, codePoint: number): OpenFont | undefined => {
    const first = chains[face][0]!
    const office = openOffice(first)
    if (office?.has(codePoint)) return office
    for (const name of chains[face]) {
      const other = overridden.get(name)?.get(codePoint)
      const font = openBundled(other ?? name)
      if (font.has(codePoint)) return font
    }
    return undefined
  }
  let fingerprint: string | undefined
  const pick = (face: Face, codePoint: number) => {
    let ofFace = picked.get(face)
    if (!ofFace) {
      ofFace = new Map()
      picked.set(face, ofFace)
    }
    let font = ofFace.get(codePoint)
    if (font === undefined && !ofFace.has(codePoint)) {
      font = find(face, codePoint)
      ofFace.set(codePoint, font)
    }
    return font
  }
  return {
    officeFiles,
    pick,
    isSubstituted(face, codePoint) {
      const font = pick(face, codePoint)
      const first = chains[face][0]!
      if (!font || font === openOffice(first)) return false
      // What the bundled face draws wrongly is taken from another on purpose.
      const meant = overridden.get(first)?.get(codePoint) ?? first
      return officeFiles.has(first) ? !overridden.get(first)?.has(codePoint) : font.key !== meant
    },
    fingerprint() {
      if (!fingerprint) {
        const directory = findBundledFontDir()
        const bundled = Object.entries(bundledFonts).map(([name, file]) => `${name} ${hashFile(join(directory, file))}`)
        const office = [...officeFiles].map(([name, path]) => `office-${name} ${hashFile(path)}`)
        fingerprint = createHash("sha256")
          .update([...bundled, ...office].sort().join("\n"))
          .digest("hex")
      }
      return fingerprint
    },
  }
}

const overridden = new Map<BundledFont, Map<number, BundledFont>>()
for (const [font, characters, from] of overrides) {
  const codePoints = overridden.get(font) ?? new Map<number, BundledFont>()
  for (const character of characters) codePoints.set(character.codePointAt(0)!, from)
  overridden.set(font, codePoints)
}

/** SHA-256 over the hashes of all font files in use: with facts and template it names a document's bytes. */
export function fontsFingerprint(fontDir?: string): string {
  return openFonts(fontDir).fingerprint()
}

/** The characters of a text that no font can print, each once, in order. For forms (names) and for documents. */
export function missingCharacters(text: string, fontDir?: string): string[] {
  const fonts = openFonts(fontDir)
  const missing = new Set<string>()
  for (const character of cleanText(text)) {
    if (character !== "\n" && !fonts.pick("fang", character.codePointAt(0)!)) missing.add(character)
  }
  return [...missing]
}

/** A document holds characters no font has: it is refused, because a box in place of a name is worse than no paper. */
export class MissingCharactersError extends Error {
  override name = "MissingCharactersError"
  readonly characters: string[]
  constructor(characters: string[]) {
    const named = characters.map(one => `${one} (U+${one.codePointAt(0)!.toString(16).toUpperCase()})`)
    super(`no font has ${named.join(", ")}`)
    this.characters = characters
  }
}

/** Refuses facts that hold a character no font has, naming all of them at once. */
export function assertPrintable(facts: unknown, fontDir?: string): void {
  const missing = missingCharacters(collectStrings(facts).join("\n"), fontDir)
  if (missing.length) throw new MissingCharactersError(missing)
}

/** Every text of the facts. */
export function collectStrings(value: unknown): string[] {
  if (typeof value === "string") return [value]
  if (Array.isArray(value)) return value.flatMap(collectStrings)
  if (value && typeof value === "object") return Object.values(value).flatMap(collectStrings)
  return []
}
