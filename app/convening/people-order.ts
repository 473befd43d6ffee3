import { assemblyKinds } from "#db/words"
import { delegations, type MemberKind, memberKindNames, representativeKinds } from "~/law/delegations"
import { sortByStrokes } from "~/law/names"
import { barInWords, least } from "~/law/threshold"
import type { RuleSnapshot } from "~/rulebook/rules"

/** Lists follow this order; the members of an assembly come before those who only attend it. */
export const capacityOrder: readonly MemberKind[] = [...representativeKinds, ...assemblyKinds, ...delegations]

/** How many are called, and how many of them must come: 应到15人，三分之二以上（10人）到会方可表决. */
export function entitledText({ quorum }: Pick<RuleSnapshot, "quorum">, entitled: number): string {
  if (!quorum) return `应到${entitled}人，协商一致，不进行表决`
  return `应到${entitled}人，${barInWords(quorum.bar)}（${least(entitled, quorum.bar)}人）到会方可表决`
}

const withOrganization: readonly MemberKind[] = ["property", "ownersCommittee", "department", "partner", "other"]
/** Those who speak for an organization are printed with it; where a resident works is nobody's business. */
export const organizationInList = ({ capacity, organization }: Pick<Listed, "capacity" | "organization">): string =>
  withOrganization.includes(capacity) ? organization : ""

const complete: readonly MemberKind[] = [
  ...representativeKinds,
  ...assemblyKinds,
  "cppcc",
  "department",
  "partner",
  "other",
]

/** 党员代表, 居民代表, 政协委员: how a participant is called in a list or before a speech. */
export const capacityTitle = (kind: MemberKind): string =>
  complete.includes(kind) ? memberKindNames[kind] : `${memberKindNames[kind]}代表`

type Listed = { name: string; capacity: MemberKind; organization: string; standing: "entitled" | "observer" }

/** By delegation and 以姓氏笔画为序, those entitled before the observers. */
export function inOrder<T extends Listed>(people: readonly T[]): T[] {
  const sorted = sortByStrokes(people, one => one.name)
  return (["entitled", "observer"] as const).flatMap(standing =>
    capacityOrder.flatMap(kind => sorted.filter(one => one.standing === standing && one.capacity === kind)),
  )
}

/** One group a delegation, for a page or a sheet. */
export function groupByCapacity<T extends Listed>(people: readonly T[], standing: Listed["standing"]) {
  const sorted = inOrder(people).filter(one => one.standing === standing)
  return capacityOrder.flatMap(kind => {
    const ofKind = sorted.filter(one => one.capacity === kind)
    if (ofKind.length === 0) return []
    return {
      kind,
      delegation: capacityTitle(kind),
      people: ofKind.map(one => ({
        name: one.name,
        organization: organizationInList(one),
      })),
    }
  })
}
