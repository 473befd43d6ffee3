import { type ProcedureKey, procedureNames } from "~/rulebook/routing"
import { listWaitingVersions } from "~/rulebook/version-store"
import type { Ctx } from "~/web/context"
import type { DeskVersion } from "./rulebook-dues"

/** Versions of the rulebook that wait for a check or to be put in force. */
export async function readWaitingVersions(ctx: Ctx): Promise<DeskVersion[]> {
  return (await listWaitingVersions(ctx.db.read, ctx.community.id)).map(version => ({
    versionId: version.id,
    preset: version.preset,
    name: `${procedureNames[version.preset as ProcedureKey]}（第${version.ordinal}版）`,
    state: version.state === "checked" ? "checked" : "draft",
    draftedBy: version.draftedBy,
    checkedBy: version.checkedBy ?? "",
    isOwn: version.draftedByAccountId === ctx.actor.accountId,
  }))
}
