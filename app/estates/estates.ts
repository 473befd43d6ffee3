import type { Writer } from "#db/client"
import { done, type Result, refuse } from "~/law/result"
import { listOrganizations } from "~/people/organization-store"
import { may } from "~/people/permissions"
import { registerLock } from "~/people/persons"
import { plainName } from "~/people/rules"
import { changedMeanwhile, writeOrRefuse } from "~/people/writing"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { type Estate, findEstate, insertEstate, listEstates, updateEstate } from "./estate-store"

export type EstateFacts = Pick<Estate, "name" | "address" | "developerId" | "propertyCompanyId" | "note">

/** Enters a 小区. Refusals: forbidden, estate_name_taken, not_found (an organization). */
export async function registerEstate(ctx: Ctx, input: EstateFacts): Promise<Result<{ estateId: string }>> {
  if (!may(ctx.actor, "register:edit")) return refuse("forbidden")
  return writeOrRefuse(ctx, registerLock(ctx), q => registerEstateIn(q, ctx, input))
}

/** Inner step of `registerEstate`. */
export async function registerEstateIn(q: Writer, ctx: Ctx, input: EstateFacts): Promise<Result<{ estateId: string }>> {
  const checked = await checkEstate(q, ctx, null, input)
  if (!checked.ok) return checked
  const estateId = ctx.newId()
  await insertEstate(q, { communityId: ctx.community.id, id: estateId, ...input, version: 1 })
  await audit(q, ctx, "estate.registered", { kind: "estate", id: estateId }, { name: input.name })
  return done({ estateId })
}

/** Corrects a 小区. Refusals: as registerEstate, changed_meanwhile. */
export async function editEstate(
  ctx: Ctx,
  input: EstateFacts & { estateId: string; version: number },
): Promise<Result<null>> {
  if (!may(ctx.actor, "register:edit")) return refuse("forbidden")
  const { estateId, version, ...facts } = input
  const communityId = ctx.community.id
  const subject = { kind: "estate", id: estateId } as const
  return writeOrRefuse(ctx, registerLock(ctx), async q => {
    const now = await findEstate(q, communityId, estateId)
    if (!now) return refuse("not_found")
    const fields = await compareEstates(q, ctx, now, facts)
    if (now.version !== version) return changedMeanwhile(q, ctx, subject, now.version, fields)
    const checked = await checkEstate(q, ctx, estateId, facts)
    if (!checked.ok) return checked
    if (!(await updateEstate(q, { communityId, id: estateId, version }, facts))) return refuse("changed_meanwhile")
    const changed = fields.filter(field => field.now !== field.typed).map(field => field.label)
    await audit(q, ctx, "estate.changed", subject, { name: facts.name, fields: changed })
    return done(null)
  })
}

async function checkEstate(q: Writer, ctx: Ctx, estateId: string | null, input: EstateFacts): Promise<Result<null>> {
  const namesake = (await listEstates(q, ctx.community.id)).find(
    one => one.id !== estateId && plainName(one.name) === plainName(input.name),
  )
  if (namesake) return refuse("estate_name_taken", { field: "name", name: namesake.name })
  const known = new Set((await listOrganizations(q, ctx.community.id)).map(one => one.id))
  const named = [input.developerId, input.propertyCompanyId].filter(id => id !== null)
  return named.every(id => known.has(id)) ? done(null) : refuse("not_found")
}

async function compareEstates(q: Writer, ctx: Ctx, now: EstateFacts, typed: EstateFacts) {
  const names = new Map((await listOrganizations(q, ctx.community.id)).map(one => [one.id, one.name]))
  const words = (facts: EstateFacts): [string, string][] => [
    ["名称", facts.name],
    ["地址", facts.address],
    ["建设单位", names.get(facts.developerId ?? "") ?? ""],
    ["物业公司", names.get(facts.propertyCompanyId ?? "") ?? ""],
    ["备注", facts.note],
  ]
  return words(now).map(([label, value], at) => ({ label, now: value, typed: words(typed)[at]![1] }))
}
