import { may } from "~/people/permissions"
import { listActions } from "~/registry/store"
import type { Ctx } from "~/web/context"
import { releaseActions } from "./announcement-release"
import { readPollPaper } from "./papers"

/** How far back the log is asked, in ms: what nobody released for two months is looked for on the page of its vote. */
const longest = 60 * 24 * 3_600_000

/** Announcements of votes on paper that were sent and that this person may release, as they read now; the oldest first. */
export async function listWaitingPollAnnouncements(
  ctx: Ctx,
): Promise<{ pollId: string; title: string; sender: string }[]> {
  if (!may(ctx.actor, "edition:release")) return []
  const since = new Date(ctx.now().getTime() - longest)
  const entries = await listActions(ctx.db.read, ctx.community.id, Object.values(releaseActions), since)
  const last = new Map(entries.map(one => [one.subjectId, one.action]))
  const waiting: { pollId: string; title: string; sender: string }[] = []
  for (const [pollId, action] of last) {
    if (action !== releaseActions.sent) continue
    const page = await readPollPaper(ctx, { pollId, paper: "announcement" })
    if (page.ok && page.value.release?.mayRelease)
      waiting.push({ pollId, title: page.value.title, sender: page.value.release.by })
  }
  return waiting
}
