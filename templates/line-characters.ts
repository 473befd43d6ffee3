import type { OpenFont } from "./font-files"
import { type Face, type Fonts, MissingCharactersError } from "./fonts"

// GB/T 15834-2011 5.1: what may not begin a line and what may not end one.
export const notAtLineStart = new Set("，。、；：？！）》〉」』】〕］｝〗”’…～·.,;:?!)]}%‰℃％°﹞／/")
export const notAtLineEnd = new Set("（《〈「『【〔［｛〖“‘([{￥¥$＄﹝№／/")
const pauses = new Set("，。、；：")
const closing = new Set("）》〉」』】〕］｝”’")
const opening = new Set("（《〈「『【〔［｛“‘")

/** One character as it is set: its font, its width in points and how much of that width is white. */
export type SetCharacter = {
  text: string
  font: OpenFont
  codePoint: number
  width: number
  /** Chinese: may be stretched beside and broken beside. */
  wide: boolean
  /** White on the left that may be taken away (opening marks). */
  whiteBefore: number
  /** White on the right that may be taken away (pauses, closing marks). */
  whiteAfter: number
  /** Shift to the left of the character, zero or negative. */
  kern: number
  /** No line ends after this character: it stands inside a name. */
  bound: boolean
}

export type CharacterStyle = {
  face: Face
  /** Type size in points. */
  size: number
  /** Distance of full-width characters in points; the size itself when left out. */
  pitch?: number
  /** Words that are never divided, such as names of people. */
  unbroken?: readonly string[]
}

const isWide = (codePoint: number) =>
  codePoint >= 0x2e80 ||
  (codePoint >= 0x2011 && codePoint <= 0x2027) ||
  (codePoint >= 0x2460 && codePoint <= 0x27bf) ||
  codePoint === 0xb7 ||
  codePoint === 0x2103 ||
  codePoint === 0x2116

/** Measures each character of one cleaned paragraph; throws when no font has one of them. */
export function setCharacters(text: string, fonts: Fonts, style: CharacterStyle): SetCharacter[] {
  const pitch = style.pitch ?? style.size
  const characters: SetCharacter[] = []
  for (const one of text) {
    const codePoint = one.codePointAt(0)!
    const font = fonts.pick(style.face, codePoint)
    if (!font) throw new MissingCharactersError([one])
    const wide = isWide(codePoint)
    const advance = font.advance(codePoint)
    // Full-width characters sit on the grid, also the 0.89 em dashes of Noto: a pair still joins.
    const width = advance * style.size + (wide && advance >= 0.85 ? pitch - style.size : 0)
    const white = advance > 0.95 ? width / 2 : 0
    characters.push({
      text: one,
      font,
      codePoint,
      width,
      wide,
      whiteBefore: opening.has(one) ? white : 0,
      whiteAfter: pauses.has(one) || closing.has(one) ? white : 0,
      kern: 0,
      bound: false,
    })
  }
  closeUpNeighbouringMarks(characters)
  bindNames(characters, style.unbroken ?? [])
  return characters
}

/** Two marks side by side give up the white between them (5.1.11): `）。` and `：“` take one and a half characters. */
function closeUpNeighbouringMarks(characters: SetCharacter[]) {
  for (let index = 0; index + 1 < characters.length; index++) {
    const left = characters[index]!
    const right = characters[index + 1]!
    const rightIsMark = right.whiteBefore > 0 || right.whiteAfter > 0
    if (left.whiteAfter > 0 && rightIsMark) {
      left.width -= left.whiteAfter
      left.whiteAfter = 0
    } else if (left.whiteBefore > 0 && right.whiteBefore > 0) {
      right.kern = -right.whiteBefore
      right.whiteBefore = 0
    }
  }
}

function bindNames(characters: SetCharacter[], names: readonly string[]) {
  if (!names.length) return
  const byFirst = namesByFirst(names)
  for (let start = 0; start < characters.length; start++) {
    for (const wanted of byFirst.get(characters[start]!.text) ?? []) {
      if (!wanted.every((one, offset) => characters[start + offset]?.text === one)) continue
      for (let offset = 0; offset < wanted.length - 1; offset++) {
        // A long name with a middle dot may be divided after it, as no line would hold two of them.
        characters[start + offset]!.bound = !(wanted.length > 6 && wanted[offset] === "·")
      }
    }
  }
}

const indexed = new WeakMap<readonly string[], Map<string, string[][]>>()

/** A ledger has thousands of names and cells: only those that begin with the character at hand are compared. */
function namesByFirst(names: readonly string[]): Map<string, string[][]> {
  let byFirst = indexed.get(names)
  if (!byFirst) {
    byFirst = new Map<string, string[][]>()
    for (const name of new Set(names)) {
      const wanted = [...name]
      const first = wanted[0]
      if (first === undefined || wanted.length < 2) continue
      byFirst.set(first, [...(byFirst.get(first) ?? []), wanted])
    }
    indexed.set(names, byFirst)
  }
  return byFirst
}
