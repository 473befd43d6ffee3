import type { Writer } from "#db/client"
import type { BodyKind } from "#db/schema/people-organizations"
import { done, type Result, refuse } from "~/law/result"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { bodyKindNames } from "./body-names"
import { type Body, findBody, insertBody, listBodies, listEstateNames, updateBody } from "./body-store"
import { may } from "./permissions"
import { registerLock } from "./persons"
import { plainName } from "./rules"
import { changedMeanwhile, writeOrRefuse } from "./writing"

/** `estateId` is of an owners' committee only. */
export type BodyFacts = { kind: BodyKind; name: string; estateId: string | null; note: string }

/** Enters a body. Refusals: forbidden, body_name_taken, body_estate_needed, not_found (estate). */
export async function registerBody(ctx: Ctx, input: BodyFacts): Promise<Result<{ bodyId: string }>> {
  if (!may(ctx.actor, "register:edit")) return refuse("forbidden")
  return writeOrRefuse(ctx, registerLock(ctx), q => registerBodyIn(q, ctx, input))
}

/** Inner step of `registerBody`. */
export async function registerBodyIn(q: Writer, ctx: Ctx, input: BodyFacts): Promise<Result<{ bodyId: string }>> {
  const checked = await checkBody(q, ctx, null, input)
  if (!checked.ok) return checked
  const row: Body = { communityId: ctx.community.id, id: ctx.newId(), ...checked.value, version: 1 }
  await insertBody(q, row)
  const words = { name: row.name, kind: bodyKindNames[row.kind] }
  await audit(q, ctx, "body.registered", { kind: "body", id: row.id }, words)
  return done({ bodyId: row.id })
}

/** Corrects a body. Refusals: as registerBody, not_found, changed_meanwhile. */
export async function changeBody(
  ctx: Ctx,
  input: BodyFacts & { bodyId: string; version: number },
): Promise<Result<null>> {
  if (!may(ctx.actor, "register:edit")) return refuse("forbidden")
  const { bodyId, version, ...facts } = input
  const communityId = ctx.community.id
  const subject = { kind: "body", id: bodyId } as const
  return writeOrRefuse(ctx, registerLock(ctx), async q => {
    const now = await findBody(q, communityId, bodyId)
    if (!now) return refuse("not_found")
    const checked = await checkBody(q, ctx, bodyId, facts)
    if (!checked.ok) return checked
    if (now.version !== version) {
      const names = new Map((await listEstateNames(q, communityId)).map(estate => [estate.id, estate.name]))
      const estateOf = (id: string | null) => names.get(id ?? "") ?? ""
      return changedMeanwhile(q, ctx, subject, now.version, [
        { label: "类别", now: bodyKindNames[now.kind], typed: bodyKindNames[facts.kind] },
        { label: "名称", now: now.name, typed: facts.name },
        { label: "小区", now: estateOf(now.estateId), typed: estateOf(facts.estateId) },
        { label: "备注", now: now.note, typed: facts.note },
      ])
    }
    if (!(await updateBody(q, { communityId, id: bodyId, version }, checked.value))) return refuse("changed_meanwhile")
    await audit(q, ctx, "body.changed", subject, { name: facts.name, kind: bodyKindNames[facts.kind] })
    return done(null)
  })
}

async function checkBody(q: Writer, ctx: Ctx, bodyId: string | null, facts: BodyFacts): Promise<Result<BodyFacts>> {
  const others = (await listBodies(q, ctx.community.id)).filter(body => body.id !== bodyId)
  const namesake = others.find(body => plainName(body.name) === plainName(facts.name))
  if (namesake) return refuse("body_name_taken", { field: "name", name: namesake.name })
  if (facts.kind !== "ownersCommittee") return done({ ...facts, estateId: null })
  const known = await listEstateNames(q, ctx.community.id)
  if (facts.estateId && !known.some(estate => estate.id === facts.estateId)) return refuse("not_found")
  // A committee may be entered before its estate is; once there are estates it must be said whose it is.
  if (!facts.estateId && known.length > 0) return refuse("body_estate_needed", { field: "estateId" })
  return done(facts)
}
