import { notAtLineEnd, notAtLineStart, type SetCharacter } from "./line-characters"

const joined = new Set("—…")
// A number keeps its unit: 15日, 3人, 98.5%.
const units = new Set("年月日时分秒号期届次名人票户元万亿个项条款米％%‰℃")

/** Whether a line may end after character `index` (GB/T 15834-2011 5.1, and words and numbers whole). */
export function mayBreakAfter(characters: readonly SetCharacter[], index: number): boolean {
  const left = characters[index]
  const right = characters[index + 1]
  if (!left || !right) return true
  if (left.bound || right.text === " ") return false
  // —— and …… are never divided; a 破折号 may begin a line, a single 连接号 may not.
  if (joined.has(left.text) && left.text === right.text) return false
  if (right.text === "—") return characters[index + 2]?.text === "—" && !notAtLineEnd.has(left.text)
  if (!left.wide && !right.wide && left.text !== " ") {
    // An address is divided at its joints only, and GB/T not at all.
    return /[/\-?&=_]/.test(left.text) && isAddressJoint(characters, index)
  }
  if (notAtLineStart.has(right.text) || notAtLineEnd.has(left.text)) return false
  return !(/[0-9]/.test(left.text) && units.has(right.text))
}

/** Whether the word around `index` is an address with more before this joint; a figure after it begins no line elsewhere. */
function isAddressJoint(characters: readonly SetCharacter[], index: number): boolean {
  const belongs = (one: SetCharacter | undefined) => one !== undefined && !one.wide && one.text !== " "
  let start = index
  while (belongs(characters[start - 1])) start--
  let word = ""
  for (let at = start; belongs(characters[at]); at++) word += characters[at]!.text
  if (start === index || word.length <= 12) return false
  return (word.includes("://") ? /[A-Za-z0-9]/ : /[A-Za-z]/).test(characters[index + 1]!.text)
}

/** In a list of names a line ends between two names. */
export function mayBreakNamesAfter(characters: readonly SetCharacter[], index: number): boolean {
  return /[、，；：]/.test(characters[index]?.text ?? "") && mayBreakAfter(characters, index)
}

/** Where an overlong word is cut so that no mark begins or ends a line wrongly: the last such place up to `end`. */
export function cutOverlong(characters: readonly SetCharacter[], start: number, end: number): number {
  for (let cut = end; cut > start + 1; cut--) {
    const left = characters[cut - 1]!
    const right = characters[cut]
    if (!right) return cut
    const pair = joined.has(left.text) && left.text === right.text
    if (!pair && !notAtLineEnd.has(left.text) && !notAtLineStart.has(right.text) && right.text !== "—") return cut
  }
  return end
}
