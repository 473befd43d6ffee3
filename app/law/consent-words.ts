import type { ConsentDecision } from "~/law/consent"
import { lightInWords } from "~/law/owners-words"

/** The consent of all concerned in sentences a notice board can print. */
export function explainConsent({ reason, counts, light }: ConsentDecision): string[] {
  const unclear = counts.abstain + counts.invalid + counts.notReturned
  const outcome = {
    allAgreed: "结果：全体同意。",
    someoneRefused: `结果：没有取得一致同意，有${counts.against}人反对。其他人同意得再多，也不能代替不同意的人。`,
    someoneSilent: `结果：没有取得一致同意。没有人反对，还有${unclear}人没有明确同意，没有答复不等于同意。`,
    nothingToCount: "结果：无法计算。没有应当征得同意的人，请核对名单。",
  }[reason]
  return [
    `应当征得同意的共${light.whole}人。同意${counts.for}人；反对${counts.against}人；弃权${counts.abstain}人；无效${counts.invalid}人；未返回${counts.notReturned}人。`,
    `${lightInWords(light)}。`,
    outcome,
  ]
}
