import type { ListedUnit } from "~/estates/unit-store"
import { ownerHeads } from "~/law/owners"
import type { PollRule } from "~/rulebook/poll-rules"

/** One line of the 票册 before it has its number. */
export type RollEntry = {
  name: string
  personIds: string[]
  unitLabels: string
  unitIds: string[]
  /** In cm²; 0 where areas do not count. */
  areaCm2: number
}

type Developer = { id: string; name: string }

const labelOf = (unit: ListedUnit): string => `${unit.buildingName}${unit.label}`
const namesOf = (unit: ListedUnit): string => unit.owners.map(owner => owner.name).join("、")
const personsOf = (unit: ListedUnit): string[] => unit.owners.flatMap(owner => owner.personId ?? [])

/**
 * Where the register says of a unit what cannot be: nobody owns it, it has no area, the developer of what is unsold is not
 * known. A roll is not drawn from it until that is mended.
 */
export function contradictionsOf(units: readonly ListedUnit[], rule: Pick<PollRule, "form">): string[] {
  return units.flatMap(unit => {
    const faults: string[] = []
    if (unit.holding === "owned" && unit.ownerIds.length === 0) faults.push("没有登记业主")
    if (unit.holding !== "owned" && !unit.developerId) faults.push("登记为开发商持有，小区却没有登记开发商")
    if (rule.form === "owners" && unit.areaCm2 <= 0) faults.push("面积是零")
    return faults.map(fault => `${labelOf(unit)}：${fault}`)
  })
}

/**
 * One paper an owner (解释第8、9条): whoever owns several units has one, co-owners have one together, and the developer has
 * one for all that is unsold or not handed over. In the order of the units. Give it a register without contradictions.
 */
export function rollOfOwners(
  units: readonly ListedUnit[],
  parkingArea: "counted" | "notCounted",
  developer: Developer | null,
): RollEntry[] {
  const places = new Map(units.map((unit, at) => [unit.unitId, at]))
  const first = (unitIds: readonly string[]) => Math.min(...unitIds.map(id => places.get(id) ?? units.length))
  return ownerHeads(units, { parkingArea })
    .toSorted((a, b) => first(a.unitIds) - first(b.unitIds))
    .map(head => {
      const held = units.filter(unit => head.unitIds.includes(unit.unitId))
      const [unit] = held
      return {
        name: head.developerId ? (developer?.name ?? "开发商") : unit ? namesOf(unit) : "",
        personIds: head.developerId || !unit ? [] : personsOf(unit),
        unitLabels: held.map(labelOf).join("、"),
        unitIds: held.map(one => one.unitId),
        areaCm2: head.areaCm2,
      }
    })
}

/** Everyone who must agree on what is done to one unit: each of its co-owners for himself. */
export function rollOfUnit(units: readonly ListedUnit[], developer: Developer | null): RollEntry[] {
  return units.flatMap(unit => {
    const place = { unitLabels: labelOf(unit), unitIds: [unit.unitId], areaCm2: 0 }
    if (unit.holding !== "owned") return [{ name: developer?.name ?? "开发商", personIds: [], ...place }]
    return unit.owners.map(owner => ({
      name: owner.name,
      personIds: owner.personId ? [owner.personId] : [],
      ...place,
    }))
  })
}

/** 一户一票: one paper for each home, in the name of those who own it. */
export function rollOfHouseholds(units: readonly ListedUnit[]): RollEntry[] {
  return units
    .filter(unit => !unit.isParking && unit.holding === "owned")
    .map(unit => ({
      name: namesOf(unit),
      personIds: personsOf(unit),
      unitLabels: labelOf(unit),
      unitIds: [unit.unitId],
      areaCm2: 0,
    }))
}

export const rollOfPersons = (
  people: readonly { personId: string; name: string; residentGroup: string }[],
): RollEntry[] =>
  people.map(person => ({
    name: person.name,
    personIds: [person.personId],
    unitLabels: person.residentGroup,
    unitIds: [],
    areaCm2: 0,
  }))
