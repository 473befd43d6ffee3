/** One 专有部分 as the register has it on the day of the roll. */
export type OwnedUnit = {
  unitId: string
  areaCm2: number
  isParking: boolean
  /** owned: the buyer's; unsold or soldUndelivered: still the developer's head (解释第9条). */
  holding: "owned" | "unsold" | "soldUndelivered"
  /** Every registered owner of it; co-owners together are one head. */
  ownerIds: readonly string[]
  developerId: string | null
}

/** One 业主人数: one ballot, with the areas of all it holds. */
export type OwnerHead = {
  /** `owner:<ids sorted, joined by +>`, `developer:<id>`, or `unit:<id>` where nobody knows whose the unit is. */
  key: string
  ownerIds: string[]
  developerId: string | null
  unitIds: string[]
  areaCm2: number
}

/** Whether the area of parking spaces counts: places differ, so it is the estate's own rule. */
export type HeadRule = { parkingArea: "counted" | "notCounted" }

/**
 * The heads of 建筑物区分所有权解释第9条, in the order in which the units name them, with the areas of 第8条:
 * one 专有部分 is one head; several of the same buyer are one head with their areas added; all that the developer has not
 * sold, or sold and not handed over, is one head.
 *
 * Co-owners of one unit are one head with one ballot. What {A} owns alone and what {A, B} own together are two heads: the
 * second ballot is A's and B's jointly, so neither "the same buyer" nor A's own will may answer for it.
 *
 * A unit that does not count leaves no trace; whoever holds nothing else is not on the roll. A unit whose owner is not known
 * stays in the whole as a head of its own, lest a gap in the register make the bar easier.
 * Throws RangeError where an area is no whole number of cm².
 */
export function ownerHeads(units: readonly OwnedUnit[], rule: HeadRule): OwnerHead[] {
  const heads = new Map<string, OwnerHead>()
  for (const unit of units) {
    if (unit.isParking && rule.parkingArea === "notCounted") continue
    const holder = holderOf(unit)
    const head = heads.get(holder.key) ?? { ...holder, unitIds: [], areaCm2: 0 }
    head.unitIds.push(unit.unitId)
    head.areaCm2 = addAreas(head.areaCm2, unit.areaCm2)
    heads.set(head.key, head)
  }
  return [...heads.values()]
}

function holderOf(unit: OwnedUnit): Pick<OwnerHead, "key" | "ownerIds" | "developerId"> {
  const ownerIds = [...new Set(unit.ownerIds)].sort()
  const { developerId } = unit
  // A unit the developer has in its own name is one it has not sold.
  if (unit.holding !== "owned" || (ownerIds.length === 1 && isDeveloper(ownerIds[0]!, developerId)))
    return { key: `developer:${developerId ?? "unknown"}`, ownerIds: [], developerId }
  if (ownerIds.length === 0) return { key: `unit:${unit.unitId}`, ownerIds, developerId: null }
  return { key: `owner:${ownerIds.join("+")}`, ownerIds, developerId: null }
}

const isDeveloper = (ownerId: string, developerId: string | null): boolean =>
  developerId !== null && (ownerId === developerId || ownerId === `organization:${developerId}`)

/** Throws RangeError for anything but whole numbers, and for a sum that a number no longer holds exactly. */
export function addAreas(sum: number, areaCm2: number): number {
  if (!Number.isSafeInteger(areaCm2) || areaCm2 < 0) throw new RangeError(`not an area in cm²: ${areaCm2}`)
  const added = sum + areaCm2
  if (!Number.isSafeInteger(added)) throw new RangeError("more area than can be counted exactly")
  return added
}
