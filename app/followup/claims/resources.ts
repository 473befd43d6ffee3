import type { Writer } from "#db/client"
import { type CivilDate, civilDateOf, formatDate, isRealDate } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { listOrganizations } from "~/people/organization-store"
import { may } from "~/people/permissions"
import { plainName } from "~/people/rules"
import { changedMeanwhile, writeOrRefuse } from "~/people/writing"
import { audit } from "~/registry/audit"
import { formatNumber, takeNumber } from "~/registry/numbers"
import type { Ctx } from "~/web/context"
import { findResource, insertResource, type Resource, updateResource } from "./store"

export type ResourceEntry = {
  /** A 单位 as it is called; one of the register brings its contact along. */
  provider: string
  content: string
  contactName: string
  contactPhone: string
  until: CivilDate | null
}

export const resourceNumberOf = (ctx: Pick<Ctx, "community">, one: Pick<Resource, "year" | "sequence">): string =>
  formatNumber(ctx.community.shortName, "resource", one.year, one.sequence)

const subjectOf = (id: string) => ({ kind: "resource", id }) as const

/**
 * 可供资源: what a partner offers. Refusals: forbidden, resource_provider_missing, resource_content_missing,
 * resource_contact_missing, resource_until_past.
 */
export async function addResource(ctx: Ctx, entry: ResourceEntry): Promise<Result<{ resourceId: string }>> {
  if (!may(ctx.actor, "claim:manage")) return refuse("forbidden")
  return writeOrRefuse<{ resourceId: string }>(ctx, `resources:${ctx.community.id}`, async q => {
    const checked = await checkEntry(q, ctx, entry, null)
    if (!checked.ok) return checked
    const year = Number(civilDateOf(ctx.now()).slice(0, 4))
    const row: Resource = {
      communityId: ctx.community.id,
      id: ctx.newId(),
      year,
      sequence: await takeNumber(q, ctx.community.id, "resource", year),
      ...checked.value,
      endReason: "",
      endedAt: null,
      createdAt: ctx.now(),
      createdBy: ctx.actor.name,
      version: 1,
    }
    await insertResource(q, row)
    const { provider, content } = row
    await audit(q, ctx, "resource.added", subjectOf(row.id), { number: resourceNumberOf(ctx, row), provider, content })
    return done({ resourceId: row.id })
  })
}

/** Refusals: forbidden, not_found, changed_meanwhile, resource_ended, and those of `addResource`. */
export async function editResource(
  ctx: Ctx,
  input: ResourceEntry & { resourceId: string; version: number },
): Promise<Result<null>> {
  if (!may(ctx.actor, "claim:manage")) return refuse("forbidden")
  const { resourceId, version, ...entry } = input
  return writeOrRefuse<null>(ctx, `resource:${resourceId}`, async q => {
    const now = await findResource(q, ctx.community.id, resourceId)
    if (!now) return refuse("not_found")
    if (now.endedAt) return refuse("resource_ended")
    const fields = compare(now, entry)
    if (now.version !== version) return changedMeanwhile(q, ctx, subjectOf(resourceId), now.version, fields)
    const checked = await checkEntry(q, ctx, entry, now)
    if (!checked.ok) return checked
    if (!(await updateResource(q, { communityId: now.communityId, id: now.id, version }, checked.value)))
      return refuse("changed_meanwhile")
    // Which fields, not what stood there: whom to call is a person's data.
    const changed = fields.filter(one => one.now !== one.typed).map(one => one.label)
    await audit(q, ctx, "resource.changed", subjectOf(resourceId), {
      number: resourceNumberOf(ctx, now),
      provider: checked.value.provider,
      fields: changed,
    })
    return done(null)
  })
}

/** No longer offered. Projects that use it go on. Refusals: forbidden, not_found, resource_ended, resource_reason_missing. */
export async function endResource(ctx: Ctx, input: { resourceId: string; reason: string }): Promise<Result<null>> {
  if (!may(ctx.actor, "claim:manage")) return refuse("forbidden")
  const { resourceId, reason } = input
  return writeOrRefuse<null>(ctx, `resource:${resourceId}`, async q => {
    const now = await findResource(q, ctx.community.id, resourceId)
    if (!now) return refuse("not_found")
    if (now.endedAt) return refuse("resource_ended")
    if (reason === "") return refuse("resource_reason_missing", { field: "reason" })
    const set = { endReason: reason, endedAt: ctx.now() }
    if (!(await updateResource(q, now, set))) return refuse("changed_meanwhile")
    const number = resourceNumberOf(ctx, now)
    await audit(q, ctx, "resource.ended", subjectOf(resourceId), { number, provider: now.provider, reason })
    return done(null)
  })
}

type Checked = ResourceEntry & { organizationId: string | null }

/** The day that stands there already may have gone by: a slip of the pen in another field is mended all the same. */
async function checkEntry(
  q: Writer,
  ctx: Ctx,
  entry: ResourceEntry,
  before: Resource | null,
): Promise<Result<Checked>> {
  const { provider, content, until } = entry
  if (provider === "") return refuse("resource_provider_missing", { field: "provider" })
  if (content === "") return refuse("resource_content_missing", { field: "content" })
  const isPast = until !== null && until < civilDateOf(ctx.now()) && until !== before?.until
  if (until !== null && (!isRealDate(until) || isPast)) return refuse("resource_until_past", { field: "until" })
  const known = (await listOrganizations(q, ctx.community.id)).find(one => plainName(one.name) === plainName(provider))
  const isLeftOpen = entry.contactName === "" && entry.contactPhone === ""
  const contact = isLeftOpen && known ? known : entry
  if (contact.contactName === "") return refuse("resource_contact_missing", { field: "contactName" })
  return done({
    organizationId: known?.id ?? null,
    provider: known?.name ?? provider,
    content,
    contactName: contact.contactName,
    contactPhone: contact.contactPhone,
    until,
  })
}

const compare = (now: Resource, typed: ResourceEntry) => [
  { label: "单位", now: now.provider, typed: typed.provider },
  { label: "可供资源", now: now.content, typed: typed.content },
  { label: "联系人", now: now.contactName, typed: typed.contactName },
  { label: "联系电话", now: now.contactPhone, typed: typed.contactPhone },
  { label: "期限", now: now.until ? formatDate(now.until) : "", typed: typed.until ? formatDate(typed.until) : "" },
]
