import { civilDateOf } from "~/law/civil-date"
import { ownerHeads } from "~/law/owners"
import { done, refuse } from "~/law/result"
import { listResidentGroups } from "~/people/organization-store"
import { may } from "~/people/permissions"
import { listGrids } from "~/people/register-store"
import { holdsOffice } from "~/people/rules"
import type { Ctx } from "~/web/context"
import { type AssignmentRow, listAssignments } from "./assignment-store"
import { findBuilding, findEstate, sumBuildings } from "./estate-store"
import { buildingDutyNames, registerHeads } from "./rules"
import { listOwnedUnits, listUnitLabels } from "./unit-store"
import { unitLines } from "./unit-views"

const unitsPerPage = 50

/** Who looks after a building now: 楼栋长甲一. */
export const currentDuties = (ctx: Ctx, assignments: readonly AssignmentRow[]): string[] =>
  assignments
    .filter(one => holdsOffice(one, civilDateOf(ctx.now())))
    .map(one => `${buildingDutyNames[one.duty]}${one.name}`)

/** The facts of a building of this estate. Refusals: forbidden, not_found. */
export async function readBuildingFacts(ctx: Ctx, estateId: string, buildingId: string) {
  if (!may(ctx.actor, "register:read")) return refuse("forbidden")
  const estate = await findEstate(ctx.db.read, ctx.community.id, estateId)
  const building = await findBuilding(ctx.db.read, ctx.community.id, buildingId)
  if (!estate || building?.estateId !== estateId) return refuse("not_found")
  return done({ estate: { id: estate.id, name: estate.name }, building })
}

/** A building with a page of its units and who looks after it. Refusals: forbidden, not_found. */
export async function readBuilding(ctx: Ctx, estateId: string, buildingId: string, page: number) {
  const found = await readBuildingFacts(ctx, estateId, buildingId)
  if (!found.ok) return found
  const { building } = found.value
  const communityId = ctx.community.id
  const labels = await listUnitLabels(ctx.db.read, communityId, buildingId)
  const from = Math.min(Math.max(0, page - 1), Math.max(0, Math.ceil(labels.length / unitsPerPage) - 1)) * unitsPerPage
  const shown = labels.slice(from, from + unitsPerPage)
  const grids = new Map((await listGrids(ctx.db.read, communityId)).map(grid => [grid.id, grid.name]))
  const groups = new Map((await listResidentGroups(ctx.db.read, communityId)).map(one => [one.id, one.name]))
  const today = civilDateOf(ctx.now())
  const assignments = await listAssignments(ctx.db.read, communityId, { buildingIds: [buildingId] })
  const held = await listOwnedUnits(ctx.db.read, communityId, { estateId, buildingIds: [buildingId] })
  return done({
    ...found.value,
    grid: grids.get(building.gridId ?? "") ?? "",
    group: groups.get(building.residentGroupId ?? "") ?? "",
    figures: (await sumBuildings(ctx.db.read, communityId, [buildingId])).get(buildingId) ?? { units: 0, areaCm2: 0 },
    heads: ownerHeads(held, registerHeads).length,
    from,
    page: from / unitsPerPage + 1,
    hasNext: from + shown.length < labels.length,
    units: await unitLines(
      ctx,
      shown.map(unit => unit.id),
    ),
    assignments: assignments.map(one => ({
      id: one.id,
      personId: one.personId,
      name: one.name,
      phone: one.phone ?? "",
      duty: buildingDutyNames[one.duty],
      since: one.since,
      until: one.until,
      version: one.version,
      isPast: one.until !== null && one.until < today,
    })),
  })
}
