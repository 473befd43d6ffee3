import type { Writer } from "#db/client"
import type { BuildingDuty } from "#db/schema/estates"
import type { CivilDate } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { type PersonEntry, settlePersonIn } from "~/people/person-matching"
import { registerLock } from "~/people/persons"
import { findPerson } from "~/people/register-store"
import { checkTerm } from "~/people/rules"
import { changedMeanwhile, writeOrRefuse } from "~/people/writing"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { insertAssignment, listAssignments, updateAssignment } from "./assignment-store"
import { findBuilding } from "./estate-store"
import { buildingDutyNames } from "./rules"

type Assignment = {
  buildingId: string
  duty: BuildingDuty
  /** The poll that chose a 楼栋长, where it was held here. */
  pollId: string | null
  since: CivilDate
  until: CivilDate | null
}

/**
 * Gives a building its 楼栋长, or someone who looks after it (包联); who is new is entered in the register.
 * Refusals: forbidden, not_found, date_invalid, term_backwards, assignment_exists, phone_taken, person_ambiguous.
 */
export async function assignBuilding(
  ctx: Ctx,
  input: Omit<Assignment, "pollId"> & { person: PersonEntry },
): Promise<Result<{ assignmentId: string }>> {
  if (!may(ctx.actor, "register:edit")) return refuse("forbidden")
  const { person, ...assignment } = input
  return writeOrRefuse(ctx, registerLock(ctx), async q => {
    const settled = await settlePersonIn(q, ctx, person)
    if (!settled.ok) return settled
    return assignBuildingIn(q, ctx, { ...assignment, personId: settled.value.personId, pollId: null })
  })
}

/** Inner step of `assignBuilding`, for a person of the register; polls that choose a 楼栋长 call it. */
export async function assignBuildingIn(
  q: Writer,
  ctx: Ctx,
  input: Assignment & { personId: string },
): Promise<Result<{ assignmentId: string }>> {
  const communityId = ctx.community.id
  const { buildingId, personId, duty, pollId, since, until } = input
  const term = checkTerm(since, until)
  if (!term.ok) return term
  const building = await findBuilding(q, communityId, buildingId)
  const person = await findPerson(q, communityId, personId)
  if (!building || !person) return refuse("not_found")
  const held = (await listAssignments(q, communityId, { buildingIds: [buildingId] })).find(
    one => one.personId === personId && one.duty === duty && (one.until === null || one.until >= since),
  )
  const words = { person: person.name, name: building.name, duty: buildingDutyNames[duty], since }
  if (held) return refuse("assignment_exists", { field: "name", name: person.name, duty: words.duty })
  const assignmentId = ctx.newId()
  await insertAssignment(q, {
    communityId,
    id: assignmentId,
    buildingId,
    personId,
    duty,
    pollId,
    since,
    until,
    version: 1,
  })
  const subject = { kind: "estate", id: building.estateId } as const
  await audit(q, ctx, "building.assigned", subject, { assignmentId, buildingId, personId, pollId, ...words })
  return done({ assignmentId })
}

/** Ends an assignment with its last day. Refusals: forbidden, not_found, changed_meanwhile, date_invalid, term_backwards. */
export async function endAssignment(
  ctx: Ctx,
  input: { assignmentId: string; version: number; until: CivilDate },
): Promise<Result<null>> {
  if (!may(ctx.actor, "register:edit")) return refuse("forbidden")
  const { assignmentId, version, until } = input
  const communityId = ctx.community.id
  return writeOrRefuse(ctx, registerLock(ctx), async q => {
    const [now] = await listAssignments(q, communityId, { id: assignmentId })
    if (!now) return refuse("not_found")
    const subject = { kind: "estate", id: now.estateId } as const
    if (now.version !== version)
      return changedMeanwhile(q, ctx, subject, now.version, [{ label: "到哪一天", now: now.until ?? "", typed: until }])
    const term = checkTerm(now.since, until)
    if (!term.ok) return term
    if (!(await updateAssignment(q, { communityId, id: assignmentId, version }, { until })))
      return refuse("changed_meanwhile")
    const words = { person: now.name, name: now.building, duty: buildingDutyNames[now.duty], until }
    await audit(q, ctx, "building.assignmentEnded", subject, { assignmentId, personId: now.personId, ...words })
    return done(null)
  })
}
