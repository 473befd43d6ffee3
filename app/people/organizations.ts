import type { Writer } from "#db/client"
import { sortByPinyin } from "~/law/names"
import { done, type Result, refuse } from "~/law/result"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { organizationKindNames, organizationKinds } from "./organization-names"
import { insertOrganization, listOrganizations, type Organization, updateOrganization } from "./organization-store"
import { may } from "./permissions"
import { registerLock } from "./persons"
import { unprintable } from "./printable"
import { plainName } from "./rules"
import { changedMeanwhile, writeOrRefuse } from "./writing"

export type OrganizationFacts = Pick<
  Organization,
  "name" | "kind" | "contactName" | "contactPhone" | "address" | "note"
>

/** Enters a 单位 with whom to call. Refusals: forbidden, organization_name_taken. */
export async function registerOrganization(
  ctx: Ctx,
  input: OrganizationFacts,
): Promise<Result<{ organizationId: string }>> {
  if (!may(ctx.actor, "register:edit")) return refuse("forbidden")
  return writeOrRefuse(ctx, registerLock(ctx), q => registerOrganizationIn(q, ctx, input))
}

/** Inner step of `registerOrganization`. */
export async function registerOrganizationIn(
  q: Writer,
  ctx: Ctx,
  input: OrganizationFacts,
): Promise<Result<{ organizationId: string }>> {
  const free = await checkName(q, ctx, null, input.name)
  if (!free.ok) return free
  const row: Organization = { communityId: ctx.community.id, id: ctx.newId(), ...input, version: 1 }
  await insertOrganization(q, row)
  await audit(q, ctx, "organization.registered", { kind: "organization", id: row.id }, { name: row.name })
  return done({ organizationId: row.id })
}

/** Corrects a 单位. Refusals: forbidden, not_found, changed_meanwhile, organization_name_taken. */
export async function changeOrganization(
  ctx: Ctx,
  input: OrganizationFacts & { organizationId: string; version: number },
): Promise<Result<null>> {
  if (!may(ctx.actor, "register:edit")) return refuse("forbidden")
  const { organizationId, version, ...facts } = input
  const subject = { kind: "organization", id: organizationId } as const
  return writeOrRefuse(ctx, registerLock(ctx), async q => {
    const now = (await listOrganizations(q, ctx.community.id)).find(one => one.id === organizationId)
    if (!now) return refuse("not_found")
    const fields = compare(now, facts)
    if (now.version !== version) return changedMeanwhile(q, ctx, subject, now.version, fields)
    const free = await checkName(q, ctx, organizationId, facts.name)
    if (!free.ok) return free
    if (!(await updateOrganization(q, { communityId: now.communityId, id: now.id, version }, facts)))
      return refuse("changed_meanwhile")
    // Which fields, not what stood there: whom to call is a person's data.
    const changed = fields.filter(field => field.now !== field.typed).map(field => field.label)
    await audit(q, ctx, "organization.changed", subject, { name: facts.name, fields: changed })
    return done(null)
  })
}

const compare = (now: OrganizationFacts, typed: OrganizationFacts) => [
  { label: "名称", now: now.name, typed: typed.name },
  { label: "类别", now: organizationKindNames[now.kind], typed: organizationKindNames[typed.kind] },
  { label: "联系人", now: now.contactName, typed: typed.contactName },
  { label: "联系电话", now: now.contactPhone, typed: typed.contactPhone },
  { label: "地址", now: now.address, typed: typed.address },
  { label: "备注", now: now.note, typed: typed.note },
]

async function checkName(q: Writer, ctx: Ctx, organizationId: string | null, name: string): Promise<Result<null>> {
  const others = (await listOrganizations(q, ctx.community.id)).filter(one => one.id !== organizationId)
  const namesake = others.find(one => plainName(one.name) === plainName(name))
  return namesake ? refuse("organization_name_taken", { field: "name", name: namesake.name }) : done(null)
}

/** All 单位 by kind, by pinyin within. Refuses forbidden. */
export async function readOrganizations(ctx: Ctx) {
  if (!may(ctx.actor, "register:read")) return refuse("forbidden")
  const all = sortByPinyin(await listOrganizations(ctx.db.read, ctx.community.id), one => one.name)
  const rows = organizationKinds.flatMap(kind => all.filter(one => one.kind === kind))
  return done({
    rows: rows.map(row => ({ ...row, kindName: organizationKindNames[row.kind] })),
    missing: unprintable(ctx, all.map(one => one.name + one.contactName).join("")),
  })
}

/** Names to choose from where a 单位 is typed. */
export async function listOrganizationNames(ctx: Ctx): Promise<string[]> {
  const all = await listOrganizations(ctx.db.read, ctx.community.id)
  return sortByPinyin(all, one => one.name).map(one => one.name)
}
