import type { MotionKind } from "#db/schema/chamber-motions"
import type { RoundResult } from "#db/schema/chamber-rounds"
import type { MotionEffect } from "#db/words"
import type { TopicOutcome } from "~/agenda/rules"
import { isSettled } from "~/chamber/rounds/round-results"
import { type CivilDate, formatDate } from "~/law/civil-date"
import { escalationName } from "./motion-terms"

type Known = { returnOn?: CivilDate | null; escalateTo?: string | null }

/** What happens next to a matter the meeting came to this on: one sentence or two, for whoever asks what now. */
export function nextStepOf(outcome: TopicOutcome, { returnOn, escalateTo }: Known = {}): string {
  switch (outcome) {
    case "agreed":
      return "写进决议，公示以后交办落实。"
    case "agreedWithConditions":
      return "附带条件逐条写进决议，公示以后交办，验收时逐条核对。"
    case "needsFieldwork":
      return `先去调研，${returnOn ? `${formatDate(returnOn)}前` : ""}带着调研情况再上会。`
    case "notAgreed":
      return "这个方案不办。可以另备方案再上会，并向提出问题的居民说明。"
    case "escalated":
      return `提交${escalationName(escalateTo)}决定：议题退回准备，按那个程序重新通知、表决。`
  }
}

type Voted = Known & { kind: MotionKind; effect: MotionEffect; amends: { ordinal: number } | null }

/** What a result means for what comes next; `result` null while nothing was counted. */
export function nextStepAfter(
  motion: Voted,
  result: Pick<RoundResult, "outcome" | "tie" | "castingVote" | "options" | "none" | "lights"> | null,
): string {
  if (!result) return ""
  const passed = result.outcome === "passed"
  if (result.outcome === "cannotBeCounted") return "没有形成决定，可以再表决一次。"
  if (motion.amends)
    return passed
      ? `第${motion.amends.ordinal}件已经改成修正后的文字，接着表决第${motion.amends.ordinal}件。`
      : `第${motion.amends.ordinal}件的文字不变，接着表决第${motion.amends.ordinal}件。`
  if (passed) return motion.kind === "election" ? "推选结果写进会议记录，当场宣布。" : nextStepOf(motion.effect, motion)
  if (result.options && !isSettled(result as RoundResult)) return "没有选定，可以减少选项再表决一次。"
  if (result.tie && !result.castingVote) return "赞成与反对一样多，可以商量以后再表决一次。"
  return motion.effect === "needsFieldwork" || motion.effect === "escalated"
    ? "这一条不办，可以接着提出别的表决事项。"
    : nextStepOf("notAgreed")
}
