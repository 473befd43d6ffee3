import type { Reader } from "#db/client"
import { may } from "~/people/permissions"
import { hashFacts } from "~/registry/drawing"
import { listActions } from "~/registry/store"
import type { Ctx } from "~/web/context"
import { mayRelease, readReleases, releaseActions } from "./announcement-release"
import { draftCountAnnouncement } from "./round-sheets"

/** How far back the log is asked, in ms: what nobody released for two months is looked for on the papers of its meeting. */
const longest = 60 * 24 * 3_600_000

export type WaitingAnnouncement = { meetingId: string; roundId: string; title: string; sender: string }

/** Announcements of counts that were sent and that this person may release, as they read now; the oldest first. */
export async function listWaitingAnnouncements(ctx: Ctx): Promise<WaitingAnnouncement[]> {
  if (!may(ctx.actor, "edition:release")) return []
  const sent = await listSent(ctx.db.read, ctx.community.id, new Date(ctx.now().getTime() - longest))
  const waiting: WaitingAnnouncement[] = []
  for (const { meetingId, roundId } of sent) {
    const draft = await draftCountAnnouncement(ctx, { meetingId, roundId })
    if (!draft.ok) continue
    const releaseOf = await readReleases(ctx.db.read, ctx.community.id, meetingId)
    const release = releaseOf(roundId, hashFacts(draft.value.facts))
    if (mayRelease(ctx, release)) waiting.push({ meetingId, roundId, title: draft.value.title, sender: release.by })
  }
  return waiting
}

/** The rounds whose announcement was sent last and not released since. */
async function listSent(
  q: Reader,
  communityId: string,
  since: Date,
): Promise<{ meetingId: string; roundId: string }[]> {
  const entries = await listActions(q, communityId, Object.values(releaseActions), since)
  const last = new Map(entries.map(one => [String(one.detail.roundId), one]))
  return [...last].flatMap(([roundId, { action, subjectId: meetingId }]) =>
    action === releaseActions.sent ? [{ meetingId, roundId }] : [],
  )
}
