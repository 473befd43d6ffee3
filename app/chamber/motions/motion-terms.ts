import type { MotionEffect } from "#db/words"
import { type CivilDate, formatDate } from "~/law/civil-date"

/** 通过后算什么. */
export const motionEffectNames: Record<MotionEffect, string> = {
  agreed: "同意",
  agreedWithConditions: "附条件同意",
  needsFieldwork: "先调研再定",
  escalated: "提交更高程序决定",
}

export type MotionTerms = {
  /** 附条件同意, or 先调研再定 with the day; empty of plain agreement, which the motion's text says. */
  effect: string
  /** Clause by clause. */
  conditions: string[]
}

type Said = { effect: MotionEffect; conditions: readonly string[] | null; returnOn: CivilDate | null }

/** What is shown of a motion beside its text, wherever it is shown. */
export const termsOf = ({ effect, conditions, returnOn }: Said): MotionTerms => ({
  effect:
    effect === "agreed" ? "" : `${motionEffectNames[effect]}${returnOn ? `，${formatDate(returnOn)}前再上会` : ""}`,
  conditions: [...(conditions ?? [])],
})

/** The same as sentences, for paper: empty of plain agreement. */
export function termsInWords(said: Said): string {
  const { effect, conditions } = termsOf(said)
  // Clauses say themselves that agreement is under conditions.
  const first = said.effect === "needsFieldwork" ? `${effect}。` : ""
  const clauses = conditions.map((clause, at) => `（${at + 1}）${clause.replace(/[。；;]$/, "")}`).join("；")
  return first + (clauses ? `附带条件：${clauses}。` : "")
}
