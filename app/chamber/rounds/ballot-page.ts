import { href, type RouterContextProvider, redirect } from "react-router"
import { gistOf } from "~/chamber/motions/gist"
import type { MotionTerms } from "~/chamber/motions/motion-terms"
import { type BallotPaper, readBallotPaper, type SeatHolder } from "~/chamber/seat-views"
import { appContext, serverContext } from "~/web/context"
import { speak } from "~/web/refusals"

export type BallotParams = { community: string; meetingId: string; roundId: string }

/** What the pages of one ballot show. `gone` says why it can no longer be cast; then nothing else is there. */
export type BallotView =
  | { gone: string; seat: string; me: null }
  | {
      gone: null
      seat: string
      me: SeatHolder
      item: string
      subject: string
      motion: string
      terms: MotionTerms
      /** 多选一; null for 赞成, 反对, 弃权. */
      options: { key: string; label: string }[] | null
      seats: number
      gist: { label: string; value: string }[]
      secret: boolean
      hasVoted: boolean
    }

/** Sends whoever has no seat to the check-in; a round that closed meanwhile is told kindly, on the page that was open. */
export async function readBallotPage(
  context: Readonly<RouterContextProvider>,
  params: BallotParams,
): Promise<BallotView> {
  const ctx = context.get(appContext)
  const { community, meetingId, roundId } = params
  if (ctx.actor.seat?.meetingId !== meetingId)
    throw redirect(href("/c/:community/m/:meetingId", { community, meetingId }))
  const seat = href("/c/:community/m/:meetingId/seat", { community, meetingId })
  const read = await readBallotPaper(ctx, roundId)
  if (!read.ok) return { gone: speak(context.get(serverContext).sentences, read), seat, me: null }
  return { gone: null, seat, ...viewOf(read.value) }
}

const viewOf = ({ me, matter, secret, hasVoted }: BallotPaper) => ({
  me,
  item: `第${matter.item.ordinal}项`,
  subject: matter.item.title,
  motion: matter.motion.content,
  terms: matter.motion.terms,
  options: matter.motion.options,
  seats: matter.motion.seats,
  gist: gistOf(matter.motion.proposal),
  secret,
  hasVoted,
})
