import type { WaitingClaims } from "~/followup/claims/of-matters"
import type { CivilDate } from "~/law/civil-date"
import { dueWords } from "./day-words"
import { type DueMatter, duesOfPile, emptyPile, type Pile } from "./due-matter"

/** 双向认领: wishes that wait for somebody in one row, and each that was taken up by the day it was promised for. */
export function duesOfClaims({ toClaim, open }: WaitingClaims, today: CivilDate): DueMatter[] {
  return [
    ...duesOfPile(
      pileOf(toClaim),
      today,
      { key: "wishes", one: "找人认领", many: count => `${count}件微心愿等人认领`, action: "去认领", due: "答复时限" },
      { one: issueId => `/claims/new?issue=${issueId}`, many: "/claims" },
    ),
    ...open.map(({ claimId, claimant, dueOn, need, number }) => ({
      key: `claim ${claimId}`,
      ...dueWords(dueOn, today, "认领时限"),
      title: `问认领进展：${need}`,
      reasons: [claimant, number],
      to: `/claims/${claimId}`,
      action: "记进展",
    })),
  ]
}

/** The first is the one owed first; those without a day come after. */
function pileOf(wishes: WaitingClaims["toClaim"]): Pile {
  const [first] = wishes.toSorted((a, b) => ((a.dueOn ?? "9999") < (b.dueOn ?? "9999") ? -1 : 1))
  if (!first) return emptyPile
  const { issueId: id, title, reportedOn: since, dueOn } = first
  return { count: wishes.length, first: { id, title, since, dueOn } }
}
