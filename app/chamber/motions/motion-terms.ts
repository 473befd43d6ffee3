import type { MotionKind, MotionStanding, RecommendationStance } from "#db/schema/chamber-motions"
import type { MotionEffect } from "#db/words"
import { type CivilDate, formatDate } from "~/law/civil-date"
import { isProcedureKey, procedureNames } from "~/rulebook/routing"

/** 通过后算什么. */
export const motionEffectNames: Record<MotionEffect, string> = {
  agreed: "同意",
  agreedWithConditions: "附条件同意",
  needsFieldwork: "先调研再定",
  escalated: "提交更高程序决定",
}

export const motionKindNames: Record<MotionKind, string> = {
  matter: "表决事项",
  amendment: "修正",
  election: "推选",
}

export const motionStandingNames: Record<MotionStanding, string> = {
  standing: "待表决",
  adopted: "已采纳",
  withdrawn: "已撤回",
}

export const recommendationStanceNames: Record<RecommendationStance, string> = {
  recommended: "建议同意",
  recommendedWithChanges: "建议修改后同意",
  advisedAgainst: "建议不同意",
}

export type MotionTerms = {
  /** 附条件同意, or 先调研再定 with the day; empty of plain agreement, which the motion's text says. */
  effect: string
  /** Clause by clause. */
  conditions: string[]
}

type Said = {
  effect: MotionEffect
  conditions: readonly string[] | null
  returnOn: CivilDate | null
  escalateTo?: string | null
}

/** 居民代表会议; 更高程序 where none is named. */
export const escalationName = (escalateTo: string | null | undefined): string =>
  isProcedureKey(escalateTo) ? procedureNames[escalateTo] : "更高程序"

function effectInWords({ effect, returnOn, escalateTo }: Said): string {
  if (effect === "agreed") return ""
  if (effect === "escalated") return `提交${escalationName(escalateTo)}决定`
  return `${motionEffectNames[effect]}${returnOn ? `，${formatDate(returnOn)}前再上会` : ""}`
}

/** What is shown of a motion beside its text, wherever it is shown. */
export const termsOf = (said: Said): MotionTerms => ({
  effect: effectInWords(said),
  conditions: [...(said.conditions ?? [])],
})

/** Of an amendment: which text it would change; its clauses are those of that motion as it would read. */
export const termsOfAmendment = (
  ordinal: number,
  { conditions }: { conditions: readonly string[] | null },
): MotionTerms => ({
  effect: `第${ordinal}件改成上面的文字${conditions?.length ? "，附带条件" : `，再表决第${ordinal}件`}`,
  conditions: [...(conditions ?? [])],
})

/** The same as sentences, for paper: empty of plain agreement. */
export function termsInWords(said: Said): string {
  const { effect, conditions } = termsOf(said)
  // Clauses say themselves that agreement is under conditions.
  const first = said.effect === "needsFieldwork" || said.effect === "escalated" ? `${effect}。` : ""
  const clauses = conditions.map((clause, at) => `（${at + 1}）${clause.replace(/[。；;]$/, "")}`).join("；")
  return first + (clauses ? `附带条件：${clauses}。` : "")
}
