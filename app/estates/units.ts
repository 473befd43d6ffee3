import type { Writer } from "#db/client"
import { areaText } from "~/law/areas"
import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { registerLock } from "~/people/persons"
import { changedMeanwhile, writeOrRefuse } from "~/people/writing"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { findBuilding } from "./estate-store"
import { areaSourceNames, unitHoldingNames, unitKey, unitKindNames } from "./rules"
import { findUnit, insertUnits, listUnitLabels, type Unit, updateUnit } from "./unit-store"

/** The area is in whole cm²; `readArea` makes it of what was typed. */
export type UnitFacts = Pick<Unit, "label" | "kind" | "areaCm2" | "areaSource" | "holding" | "note">

/** Enters a 专有部分, without owners yet. Refusals: forbidden, not_found (building), unit_label_taken. */
export async function registerUnit(
  ctx: Ctx,
  input: UnitFacts & { buildingId: string },
): Promise<Result<{ unitId: string; estateId: string }>> {
  if (!may(ctx.actor, "register:edit")) return refuse("forbidden")
  const { buildingId, ...facts } = input
  const communityId = ctx.community.id
  return writeOrRefuse(ctx, registerLock(ctx), async q => {
    const building = await findBuilding(q, communityId, buildingId)
    if (!building) return refuse("not_found")
    const checked = await checkLabel(q, ctx, buildingId, null, facts.label)
    if (!checked.ok) return checked
    const unitId = ctx.newId()
    await insertUnits(q, [{ communityId, id: unitId, buildingId, ...facts, version: 1 }])
    const subject = { kind: "estate", id: building.estateId } as const
    await audit(q, ctx, "unit.registered", subject, { unitId, name: `${building.name}${facts.label}` })
    return done({ unitId, estateId: building.estateId })
  })
}

/** Corrects a 专有部分. Refusals: as registerUnit, changed_meanwhile. */
export async function editUnit(
  ctx: Ctx,
  input: UnitFacts & { unitId: string; version: number },
): Promise<Result<null>> {
  if (!may(ctx.actor, "register:edit")) return refuse("forbidden")
  const { unitId, version, ...facts } = input
  const communityId = ctx.community.id
  return writeOrRefuse(ctx, registerLock(ctx), async q => {
    const now = await findUnit(q, communityId, unitId)
    const building = now && (await findBuilding(q, communityId, now.buildingId))
    if (!now || !building) return refuse("not_found")
    const subject = { kind: "estate", id: building.estateId } as const
    const fields = compareUnits(now, facts)
    if (now.version !== version) return changedMeanwhile(q, ctx, subject, now.version, fields)
    const checked = await checkLabel(q, ctx, now.buildingId, unitId, facts.label)
    if (!checked.ok) return checked
    if (!(await updateUnit(q, { communityId, id: unitId, version }, facts))) return refuse("changed_meanwhile")
    // The area is what the vote is counted by: what stood there before stays in the log.
    const changes = fields.filter(field => field.now !== field.typed)
    await audit(q, ctx, "unit.changed", subject, { unitId, name: `${building.name}${facts.label}`, changes })
    return done(null)
  })
}

async function checkLabel(
  q: Writer,
  ctx: Ctx,
  buildingId: string,
  unitId: string | null,
  label: string,
): Promise<Result<null>> {
  const taken = (await listUnitLabels(q, ctx.community.id, buildingId)).find(
    one => one.id !== unitId && unitKey(one.label) === unitKey(label),
  )
  return taken ? refuse("unit_label_taken", { field: "label", label: taken.label }) : done(null)
}

export function compareUnits(now: UnitFacts, typed: UnitFacts) {
  const words = (facts: UnitFacts): [string, string][] => [
    ["房号", facts.label],
    ["用途", unitKindNames[facts.kind]],
    ["建筑面积（平方米）", areaText(facts.areaCm2)],
    ["面积依据", areaSourceNames[facts.areaSource]],
    ["交付状态", unitHoldingNames[facts.holding]],
    ["备注", facts.note],
  ]
  return words(now).map(([label, value], at) => ({ label, now: value, typed: words(typed)[at]![1] }))
}
