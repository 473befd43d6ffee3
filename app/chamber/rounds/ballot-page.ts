import { href, type RouterContextProvider, redirect } from "react-router"
import { gistOf } from "~/chamber/motions/gist"
import type { MotionTerms } from "~/chamber/motions/motion-terms"
import type { RecommendationView } from "~/chamber/motions/recommendation-view"
import { type BallotPaper, readBallotPaper, readOpenBallot } from "~/chamber/seat-ballot"
import type { Principal, SeatHolder } from "~/chamber/seat-place"
import { appContext, type Ctx, serverContext } from "~/web/context"
import { speak } from "~/web/refusals"

export type BallotParams = { community: string; meetingId: string; roundId: string }

/** Whose ballot of the round, where not one's own, and whether one that is in shall be changed: in the address. */
export type BallotWish = { forParticipantId: string | undefined; isChange: boolean }

export const ballotWishOf = (search: URLSearchParams): BallotWish => ({
  forParticipantId: search.get("for") || undefined,
  isChange: search.get("change") === "1",
})

/** The same as the end of an address. */
export function wishText({ forParticipantId, isChange }: BallotWish): string {
  const query = new URLSearchParams()
  if (forParticipantId) query.set("for", forParticipantId)
  if (isChange) query.set("change", "1")
  return query.size > 0 ? `?${query}` : ""
}

/** What the pages of one ballot show. `gone` says why it can no longer be cast; then nothing else is there. */
export type BallotView =
  | { gone: string; seat: string; me: null }
  | {
      gone: null
      seat: string
      me: SeatHolder
      /** Whose ballot it is: 代某某投票 where it is not the seat's own. */
      voter: { participantId: string; name: string; isPrincipal: boolean }
      item: string
      subject: string
      motion: string
      terms: MotionTerms
      recommendations: readonly RecommendationView[]
      /** 多选一; null for 赞成, 反对, 弃权. */
      options: { key: string; label: string }[] | null
      seats: number
      gist: { label: string; value: string }[]
      secret: boolean
      hasCodes: boolean
      hasVoted: boolean
      /** 改投: by the rule, and of this ballot now. */
      isChangeable: boolean
      mayChange: boolean
      principals: Principal[]
      countdown: { until: Date | null; readAt: Date; called: boolean }
    }

export type OpenBallot = Extract<BallotView, { gone: null }>
export type NextBallot = { params: BallotParams; view: OpenBallot }

/** Sends whoever has no seat to the check-in; a round that closed meanwhile is told kindly, on the page that was open. */
export async function readBallotPage(
  context: Readonly<RouterContextProvider>,
  params: BallotParams,
  { forParticipantId }: Pick<BallotWish, "forParticipantId"> = { forParticipantId: undefined },
): Promise<BallotView> {
  const ctx = context.get(appContext)
  const { community, meetingId, roundId } = params
  if (ctx.actor.seat?.meetingId !== meetingId)
    throw redirect(href("/c/:community/m/:meetingId", { community, meetingId }))
  const seat = seatPage(community, meetingId)
  const read = await readBallotPaper(ctx, roundId, forParticipantId)
  if (!read.ok) return { gone: speak(context.get(serverContext).sentences, read), seat, me: null }
  return { gone: null, seat, ...viewOf(read.value) }
}

/** The same of the round that is open now, for the seat's own ballot; null where it has none to cast. */
export async function readOpenBallotPage(ctx: Ctx, community: string): Promise<NextBallot | null> {
  const paper = await readOpenBallot(ctx)
  if (!paper || !ctx.actor.seat) return null
  const { meetingId } = ctx.actor.seat
  return {
    params: { community, meetingId, roundId: paper.roundId },
    view: { gone: null, seat: seatPage(community, meetingId), ...viewOf(paper) },
  }
}

const seatPage = (community: string, meetingId: string) =>
  href("/c/:community/m/:meetingId/seat", { community, meetingId })

const viewOf = ({ matter, ...paper }: BallotPaper) => ({
  me: paper.me,
  voter: paper.voter,
  item: `第${matter.item.ordinal}项`,
  subject: matter.item.title,
  motion: matter.motion.content,
  terms: matter.motion.terms,
  recommendations: matter.motion.recommendations,
  options: matter.motion.options,
  seats: matter.motion.seats,
  gist: gistOf(matter.motion.proposal),
  secret: paper.secret,
  hasCodes: paper.hasCodes,
  hasVoted: paper.hasVoted,
  isChangeable: paper.isChangeable,
  mayChange: paper.mayChange,
  principals: paper.principals,
  countdown: { until: paper.countdownUntil, readAt: paper.readAt, called: paper.lastCallAt !== null },
})
