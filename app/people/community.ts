import { done, type Result, refuse } from "~/law/result"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { findCommunity, updateCommunity } from "./account-store"
import { may } from "./permissions"
import { changedMeanwhile, writeOrRefuse } from "./writing"

export type CommunityFacts = {
  name: string
  shortName: string
  subdistrict: string
  contactPhone: string
  /** Search engines may list the public board. */
  boardIndexable: boolean
}

/** What paper and the public board show of the community, with its version. */
export const readCommunity = (ctx: Ctx) => findCommunity(ctx.db.read, ctx.community.id)

/** From now on; what is printed already stays as it is. Refusals: forbidden, changed_meanwhile. */
export async function changeCommunity(ctx: Ctx, input: CommunityFacts & { version: number }): Promise<Result<null>> {
  if (!may(ctx.actor, "community:manage")) return refuse("forbidden")
  const { version, ...facts } = input
  const subject = { kind: "community", id: ctx.community.id } as const
  return writeOrRefuse(ctx, `community:${ctx.community.id}`, async q => {
    const now = await findCommunity(q, ctx.community.id)
    if (!now) return refuse("not_found")
    if (now.version !== version)
      return changedMeanwhile(q, ctx, subject, now.version, [
        { label: "社区全名", now: now.name, typed: facts.name },
        { label: "简称", now: now.shortName, typed: facts.shortName },
        { label: "所属街道", now: now.subdistrict, typed: facts.subdistrict },
        { label: "联系电话", now: now.contactPhone, typed: facts.contactPhone },
        { label: "搜索引擎收录公示栏", now: allowed(now.boardIndexable), typed: allowed(facts.boardIndexable) },
      ])
    if (!(await updateCommunity(q, ctx.community.id, version, facts))) return refuse("changed_meanwhile")
    await audit(q, ctx, "community.changed", subject, { ...facts })
    return done(null)
  })
}

const allowed = (isAllowed: boolean) => (isAllowed ? "允许" : "不允许")
