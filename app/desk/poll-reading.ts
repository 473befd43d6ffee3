import type { CivilDate } from "~/law/civil-date"
import { may } from "~/people/permissions"
import { listPollsDue } from "~/polling/dues"
import { listPollsIn } from "~/polling/store"
import type { Ctx } from "~/web/context"
import { type DeskPolls, noPolls } from "./poll-dues"

/** What polls wait for; nothing for whoever neither keeps them nor enters papers. */
export async function readDeskPolls(ctx: Ctx, today: CivilDate): Promise<DeskPolls> {
  const { actor, community, db } = ctx
  if (!may(actor, "poll:manage") && !may(actor, "poll:enter")) return noPolls
  const drafts = may(actor, "poll:manage") ? await listPollsIn(db.read, community.id, ["draft"]) : []
  return {
    drafts: drafts.map(({ id, title }) => ({ pollId: id, title })),
    dues: await listPollsDue(db.read, community.id, today, actor.accountId),
  }
}
