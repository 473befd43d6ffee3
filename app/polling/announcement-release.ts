import type { Reader } from "#db/client"
import type { PollAnnouncementFacts } from "#templates/poll-announcement"
import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { audit } from "~/registry/audit"
import { hashFacts } from "~/registry/drawing"
import { isSecond, type Release, releaseIn } from "~/registry/releases"
import { listAuditEntries } from "~/registry/store"
import type { Ctx } from "~/web/context"
import { draftAnnouncement } from "./announcement"
import { pollLock, pollSubject } from "./polls"
import { findPoll } from "./store"

/** What the log calls it. */
export const releaseActions = { sent: "poll.announcementSent", released: "poll.announcementReleased" } as const

/** How far the release of an announcement is that says this. */
export async function readPollRelease(
  q: Reader,
  communityId: string,
  pollId: string,
  factsHash: string,
): Promise<Release> {
  const entries = await listAuditEntries(q, communityId, [{ kind: "poll", ids: [pollId] }])
  return releaseIn(
    entries.filter(({ detail }) => detail.factsHash === factsHash),
    releaseActions,
  )
}

/** What the page of the announcement shows of its release, and what the asker may do about it. */
export async function viewPollRelease(ctx: Ctx, pollId: string, facts: object) {
  const factsHash = hashFacts(facts)
  const release = await readPollRelease(ctx.db.read, ctx.community.id, pollId, factsHash)
  return {
    factsHash,
    state: release.state,
    by: release.by,
    maySend: release.state === "unsent" && may(ctx.actor, "poll:manage"),
    mayRelease: may(ctx.actor, "edition:release") && isSecond(release, ctx.actor.personId),
  }
}

/** 送核对, for a second person. Refusals: forbidden, not_found, poll_not_proclaimed, announcement_sent_already. */
export async function sendPollAnnouncement(ctx: Ctx, { pollId }: { pollId: string }): Promise<Result<null>> {
  if (!may(ctx.actor, "poll:manage")) return refuse("forbidden")
  const facts = await readFacts(ctx, pollId)
  if (!facts.ok) return facts
  const factsHash = hashFacts(facts.value)
  return ctx.db.tx(pollLock(pollId), async q => {
    const { state } = await readPollRelease(q, ctx.community.id, pollId, factsHash)
    if (state !== "unsent") return refuse("announcement_sent_already", { status: 409 })
    await audit(q, ctx, releaseActions.sent, pollSubject(pollId), { factsHash })
    return done(null)
  })
}

/**
 * 核对放行: by a second person, on the wording that stood beside the button. Refusals: forbidden, not_found,
 * poll_not_proclaimed, announcement_changed, announcement_not_sent, own_announcement, announcement_released_already.
 */
export async function releasePollAnnouncement(
  ctx: Ctx,
  { pollId, factsHash }: { pollId: string; factsHash: string },
): Promise<Result<null>> {
  if (!may(ctx.actor, "edition:release")) return refuse("forbidden")
  const facts = await readFacts(ctx, pollId)
  if (!facts.ok) return facts
  if (hashFacts(facts.value) !== factsHash) return refuse("announcement_changed", { status: 409 })
  return ctx.db.tx(pollLock(pollId), async q => {
    const release = await readPollRelease(q, ctx.community.id, pollId, factsHash)
    if (release.state === "released") return refuse("announcement_released_already", { status: 409 })
    if (release.state === "unsent") return refuse("announcement_not_sent", { status: 409 })
    if (!isSecond(release, ctx.actor.personId)) return refuse("own_announcement")
    await audit(q, ctx, releaseActions.released, pollSubject(pollId), { factsHash })
    return done(null)
  })
}

/** An attempt on what is not released is refused and written down. Refusal: announcement_not_released { sentBy }. */
export async function checkPollRelease(ctx: Ctx, pollId: string, facts: object): Promise<Result<null>> {
  const { state, by } = await readPollRelease(ctx.db.read, ctx.community.id, pollId, hashFacts(facts))
  if (state === "released") return done(null)
  await ctx.db.tx(pollLock(pollId), q => audit(q, ctx, "poll.announcementPrintRefused", pollSubject(pollId)))
  return refuse("announcement_not_released", { status: 409, sentBy: state === "sent" ? by : "" })
}

async function readFacts(ctx: Ctx, pollId: string): Promise<Result<PollAnnouncementFacts>> {
  const poll = await findPoll(ctx.db.read, ctx.community.id, pollId)
  if (!poll) return refuse("not_found")
  const drafted = await draftAnnouncement(ctx, poll)
  return drafted.ok ? done(drafted.value.facts) : drafted
}
