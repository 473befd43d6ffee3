import type { Reader } from "#db/client"
import type { CountAnnouncementFacts } from "#templates/count-announcement"
import { findMeetingFor, meetingSubject } from "~/chamber/meeting-access"
import { done, type Refusal, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { audit } from "~/registry/audit"
import { issueDocument } from "~/registry/documents"
import { drawUnfiled, hashFacts } from "~/registry/drawing"
import { isSecond, type Release, releaseIn } from "~/registry/releases"
import { listAuditEntries } from "~/registry/store"
import { verifyUrlOf } from "~/registry/verification"
import type { Ctx } from "~/web/context"
import type { IssuedPaper } from "./papers"
import { draftCountAnnouncement } from "./round-sheets"

type Key = { meetingId: string; roundId: string }

/** What the log calls it. */
export const releaseActions = { sent: "countAnnouncement.sent", released: "countAnnouncement.released" } as const

/** Of every announcement of a meeting, by its round and its wording. */
export async function readReleases(
  q: Reader,
  communityId: string,
  meetingId: string,
): Promise<(roundId: string, factsHash: string) => Release> {
  const entries = await listAuditEntries(q, communityId, [{ kind: "meeting", ids: [meetingId] }])
  return (roundId, factsHash) =>
    releaseIn(
      entries.filter(({ detail }) => detail.roundId === roundId && detail.factsHash === factsHash),
      releaseActions,
    )
}

/** Refusal: announcement_not_released { sentBy }, empty where nobody sent it. */
export const notReleased = ({ state, by }: Release): Refusal =>
  refuse("announcement_not_released", { status: 409, sentBy: state === "sent" ? by : "" })

const readRelease = async (q: Reader, ctx: Ctx, { meetingId, roundId }: Key, factsHash: string) =>
  (await readReleases(q, ctx.community.id, meetingId))(roundId, factsHash)

export const mayRelease = ({ actor }: Pick<Ctx, "actor">, release: Release): boolean =>
  may(actor, "edition:release") && isSecond(release, actor.personId)

/**
 * 送核对: the announcement as it would be printed now, for a second person. Refusals: not_found, forbidden, count_not_out,
 * result_set_aside, announcement_sent_already.
 */
export async function sendAnnouncement(ctx: Ctx, key: Key): Promise<Result<null>> {
  const atDesk = await findMeetingFor(ctx, key.meetingId, "meeting:desk")
  if (!atDesk.ok) return atDesk
  const draft = await draftCountAnnouncement(ctx, key)
  if (!draft.ok) return draft
  const factsHash = hashFacts(draft.value.facts)
  return ctx.db.tx(`meeting:${key.meetingId}`, async q => {
    const { state } = await readRelease(q, ctx, key, factsHash)
    if (state !== "unsent") return refuse("announcement_sent_already", { status: 409 })
    await audit(q, ctx, releaseActions.sent, meetingSubject(key.meetingId), { roundId: key.roundId, factsHash })
    return done(null)
  })
}

/**
 * 核对放行: by a second person, on the wording that stood beside the button. Refusals: not_found, forbidden, count_not_out,
 * result_set_aside, announcement_changed, announcement_not_sent, own_announcement, announcement_released_already.
 */
export async function releaseAnnouncement(ctx: Ctx, key: Key & { factsHash: string }): Promise<Result<null>> {
  if (!may(ctx.actor, "edition:release")) return refuse("forbidden")
  const draft = await draftCountAnnouncement(ctx, key)
  if (!draft.ok) return draft
  const factsHash = hashFacts(draft.value.facts)
  if (factsHash !== key.factsHash) return refuse("announcement_changed", { status: 409 })
  return ctx.db.tx(`meeting:${key.meetingId}`, async q => {
    const holds = await draft.value.stillHolds?.check(q)
    if (holds?.ok === false) return holds
    const release = await readRelease(q, ctx, key, factsHash)
    if (release.state === "released") return refuse("announcement_released_already", { status: 409 })
    if (release.state === "unsent") return refuse("announcement_not_sent", { status: 409 })
    if (!mayRelease(ctx, release)) return refuse("own_announcement")
    await audit(q, ctx, releaseActions.released, meetingSubject(key.meetingId), { roundId: key.roundId, factsHash })
    return done(null)
  })
}

/** The announcement of a count for whoever prints; an attempt on one that is not released is refused and written down. */
export async function findAnnouncementToPrint(ctx: Ctx, key: Key) {
  const atDesk = await findMeetingFor(ctx, key.meetingId, "meeting:desk")
  if (!atDesk.ok) return atDesk
  const draft = await draftCountAnnouncement(ctx, key)
  if (!draft.ok) return draft
  const release = await readRelease(ctx.db.read, ctx, key, hashFacts(draft.value.facts))
  if (release.state === "released") return draft
  await ctx.db.tx(`meeting:${key.meetingId}`, q =>
    audit(q, ctx, "countAnnouncement.printRefused", meetingSubject(key.meetingId), { roundId: key.roundId }),
  )
  return notReleased(release)
}

/**
 * The announcement as it would be filed now, before its release marked as a draft; nothing is stored. Refusals: not_found,
 * forbidden, count_not_out, result_set_aside, characters_missing.
 */
export async function previewAnnouncement(ctx: Ctx, key: Key): Promise<Result<Uint8Array>> {
  const draft = await draftCountAnnouncement(ctx, key)
  if (!draft.ok) return draft
  const { facts, template, date } = draft.value
  const { state } = await readRelease(ctx.db.read, ctx, key, hashFacts(facts))
  const shown = state === "released" ? facts : asDraft(facts)
  return drawUnfiled(ctx, template, shown, { date, verifyUrl: verifyUrlOf(ctx) })
}

/** What is looked over is no sheet for the wall. */
const asDraft = (facts: CountAnnouncementFacts): CountAnnouncementFacts => ({
  ...facts,
  title: `${facts.title}\n（待核对，不得张贴）`,
})

/** Files the announcement. Refusals: those of the preview, announcement_not_released, corrected_meanwhile. */
export async function printAnnouncement(ctx: Ctx, key: Key): Promise<IssuedPaper> {
  const draft = await findAnnouncementToPrint(ctx, key)
  if (!draft.ok) return draft
  return issueDocument(ctx, { ...draft.value, verifyUrl: verifyUrlOf(ctx) })
}
