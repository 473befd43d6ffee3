import { type Choice, choiceNames, choices } from "~/law/tally"
import { type BallotOption, markedChoice } from "~/ui/Choice"

/** What was picked on a ballot: as it is stored, and in words. */
export type Picked = { text: string; words: string }

/** 均不同意, as the ballot says it. */
export const noneWord = "均不同意"

/**
 * Reads what was pressed, in the browser itself: a tablet that lost the network still leads on to the check. The server
 * looks again at what it is sent. A string says what to do instead.
 */
export function pick(
  ballot: { options: readonly BallotOption[] | null; seats: number },
  pressed: string,
  marks: readonly string[],
): Picked | string {
  const { options, seats } = ballot
  if (pressed === "abstain" || (!options && choices.some(choice => choice === pressed)))
    return { text: pressed, words: choiceNames[pressed as Choice] }
  if (!options) return "请先选择赞成、反对或弃权。"
  if (pressed === "none") return { text: pressed, words: noneWord }
  const keys = pressed === markedChoice ? marks : [pressed]
  // In the order of the paper, whatever the order of pressing.
  const picked = options.filter(option => keys.includes(option.key))
  if (picked.length === 0) return "请先选一项。都不同意的，请选均不同意。"
  if (picked.length > seats)
    return `您选了${picked.length}项，最多选${seats}项。请去掉几项，再来核对。这一票还没有投出。`
  return { text: picked.map(option => option.key).join("+"), words: picked.map(option => option.label).join("、") }
}
