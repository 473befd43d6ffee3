/**
 * A text as the finders of masking read it: full-width and other forms of letters and digits as plain ones, characters
 * without width left out. `start` and `end` lead from each unit back to the UTF-16 positions of the original.
 */
export type FoldedText = { text: string; start: number[]; end: number[] }

/** What a finder found, in positions of the folded text; `to` is exclusive. */
export type Span = { from: number; to: number }

// Soft hyphen, zero-width spaces and joiners, direction marks, variation selectors, keycap: nobody sees them.
const withoutWidth = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|[\ufe00-\ufe0f]|\u20e3/u

export function foldText(original: string): FoldedText {
  const folded: FoldedText = { text: "", start: [], end: [] }
  let at = 0
  for (const character of original) {
    const next = at + character.length
    if (!withoutWidth.test(character))
      for (const unit of plainForm(character)) {
        folded.text += unit
        folded.start.push(at)
        folded.end.push(next)
      }
    at = next
  }
  return folded
}

/** One or more units of the folded text; whatever is no letter, digit or mark of another shape stays as it is. */
function plainForm(character: string): string[] {
  if (character <= "\u007e") return [character]
  const plain = character.normalize("NFKC")
  if (/^[\u0020-\u007e]$|^\d+$/.test(plain)) return plain.split("")
  const value = digitValue(character)
  // Split by UTF-16 unit, so that positions of regular expressions are positions of `start`.
  return value === null ? character.split("") : [String(value)]
}

const decimalDigit = /\p{Nd}/u

/** Of one character. Digits of other scripts stand in blocks of ten, from nought to nine. */
function digitValue(character: string): number | null {
  if (!decimalDigit.test(character)) return null
  const code = character.codePointAt(0)!
  for (let value = 0; value < 10; value += 1)
    if (!decimalDigit.test(String.fromCodePoint(code - value - 1))) return value
  return null
}

/** Where a span of the folded text lies in the original. */
export const inOriginal = ({ start, end }: FoldedText, { from, to }: Span): Span => ({
  from: start[from]!,
  to: end[to - 1]!,
})
