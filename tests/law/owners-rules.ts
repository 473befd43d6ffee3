import type { OwnersBars, OwnersRule, OwnerVote } from "~/law/owners-vote"
import { MORE_THAN_HALF, THREE_QUARTERS_OR_MORE, TWO_THIRDS_OR_MORE } from "~/law/threshold"
import type { OwnersClass } from "./cases/owners-cases"
import type { Papers } from "./cases/owners-silence-cases"

export const article = "《民法典》第二百七十八条第二款"

export const barsOf = (cls: OwnersClass): OwnersBars => ({
  participation: { bar: TWO_THIRDS_OR_MORE, article },
  agreement: { bar: cls === "A" ? THREE_QUARTERS_OR_MORE : MORE_THAN_HALF, article },
})

export const ruleOf = (
  cls: OwnersClass,
  silence: OwnersRule["silence"]["mode"] = "notParticipating",
  invalid: OwnersRule["invalid"]["mode"] = "notParticipating",
): OwnersRule => ({
  ...barsOf(cls),
  silence: { mode: silence, article: "悦园小区业主大会议事规则第十二条" },
  invalid: { mode: invalid, article: "悦园小区业主大会议事规则第十三条" },
})

/** One vote per paper. */
export const votesOf = (papers: readonly Papers[]): OwnerVote[] =>
  papers.flatMap(([group, heads, areaCm2]) =>
    Array.from({ length: heads }, () => ({
      areaCm2,
      answer: group === "silent" || group === "undelivered" ? ("notReturned" as const) : group,
      isDelivered: group !== "undelivered",
    })),
  )
