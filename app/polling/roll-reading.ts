import type { Reader } from "#db/client"
import { findEstate } from "~/estates/estate-store"
import { type ListedUnit, listOwnedUnits } from "~/estates/unit-store"
import type { CivilDate } from "~/law/civil-date"
import { listRepresentatives } from "~/people/register-store"
import type { PollRule } from "~/rulebook/poll-rules"
import { contradictionsOf, type RollEntry, rollOfHouseholds, rollOfOwners, rollOfPersons, rollOfUnit } from "./roll"
import { findOrganizationName, type Poll } from "./store"

type Scoped = Pick<Poll, "estateId" | "scope" | "electors">

/** The roll as the register has it now; empty where the electors are only counted, or where nothing is chosen yet. */
export async function readRoll(
  q: Reader,
  communityId: string,
  poll: Scoped,
  rule: PollRule,
  today: CivilDate,
): Promise<{ entries: RollEntry[]; contradictions: string[] }> {
  const none = { entries: [], contradictions: [] }
  if (rule.form === "election") {
    if (poll.electors !== null) return none
    if (rule.preset === "committeeElectionByRepresentatives")
      return { entries: await listElectingRepresentatives(q, communityId, today), contradictions: [] }
    const units = poll.scope ? await listUnitsInScope(q, communityId, poll) : []
    const homes = units.filter(unit => !unit.isParking)
    return { entries: rollOfHouseholds(homes), contradictions: contradictionsOf(homes, rule) }
  }
  if (rule.form === "consent" && !poll.scope) return none
  const units = await listUnitsInScope(q, communityId, poll)
  const contradictions = contradictionsOf(units, rule)
  if (contradictions.length > 0) return { entries: [], contradictions }
  const developer = await findDeveloper(q, communityId, poll.estateId)
  if (rule.form === "owners") return { entries: rollOfOwners(units, rule.parkingArea.mode, developer), contradictions }
  if (rule.concerned === "singleOwner") return { entries: rollOfUnit(units, developer), contradictions }
  const heads = rollOfOwners(units, "counted", developer)
  return { entries: heads.map(head => ({ ...head, areaCm2: 0 })), contradictions }
}

/** The whole estate, or what was chosen of it: buildings, and single units beside them. */
export async function listUnitsInScope(q: Reader, communityId: string, poll: Scoped): Promise<ListedUnit[]> {
  const { estateId, scope } = poll
  if (!estateId) return []
  if (!scope) return listOwnedUnits(q, communityId, { estateId })
  const { buildingIds, unitIds } = scope
  const ofBuildings = buildingIds.length > 0 ? await listOwnedUnits(q, communityId, { estateId, buildingIds }) : []
  const known = new Set(ofBuildings.map(unit => unit.unitId))
  const others = unitIds.filter(id => !known.has(id))
  const single = others.length > 0 ? await listOwnedUnits(q, communityId, { estateId, unitIds: others }) : []
  return [...ofBuildings, ...single]
}

/** 居民代表 in office; 居委会成员 belong to the assembly, they do not elect (居委会组织法第19条). */
async function listElectingRepresentatives(q: Reader, communityId: string, today: CivilDate): Promise<RollEntry[]> {
  const serving = (await listRepresentatives(q, communityId)).filter(
    one => one.kind === "residentRepresentative" && one.since <= today && (!one.until || one.until >= today),
  )
  return rollOfPersons(serving.toSorted((a, b) => a.residentGroup.localeCompare(b.residentGroup, "zh")))
}

async function findDeveloper(q: Reader, communityId: string, estateId: string | null) {
  const estate = estateId ? await findEstate(q, communityId, estateId) : null
  if (!estate?.developerId) return null
  const name = await findOrganizationName(q, communityId, estate.developerId)
  return name === null ? null : { id: estate.developerId, name }
}
