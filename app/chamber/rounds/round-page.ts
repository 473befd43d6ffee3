import { findMeetingFor, frozenRuleOf } from "~/chamber/meeting-access"
import { readItems } from "~/chamber/motions/agenda-view"
import { nextStepAfter } from "~/chamber/motions/next-step"
import { canCorrectResult } from "~/chamber/rounds/correction-rules"
import { formatTime } from "~/law/civil-date"
import { done, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import type { Ctx } from "~/web/context"
import { readChallenges } from "./challenge-view"
import { listCorrections } from "./correction-store"
import { viewCorrection } from "./correction-words"
import { toldPapers } from "./round-results"
import { listRounds } from "./round-store"
import { readNamedChoices } from "./round-view"

type Place = { meetingId: string; roundId: string }

/**
 * One round after it was voted on: to chair, recorder and desk once it is closed, to readers of records once it is
 * proclaimed. Refusals: not_found, forbidden.
 */
export async function readRoundPage(ctx: Ctx, { meetingId, roundId }: Place) {
  const allowed = await findReader(ctx, meetingId)
  if (!allowed.ok) return allowed
  const { meeting, isAtDesk } = allowed.value
  const q = ctx.db.read
  const rounds = await listRounds(q, ctx.community.id, meetingId)
  const round = rounds.find(one => one.id === roundId)
  const items = round ? await readItems(q, meeting, rounds) : []
  const item = items.find(one => one.motions.some(motion => motion.motionId === round?.motionId))
  const motion = item?.motions.find(one => one.motionId === round?.motionId)
  const view = motion?.rounds.find(one => one.roundId === roundId)
  if (!round || !item || !motion || !view) return refuse("not_found")
  const isOut = round.state === "proclaimed" || (isAtDesk && round.state === "closed")
  const corrections = (await listCorrections(q, ctx.community.id, meetingId)).filter(one => one.roundId === roundId)
  const facts = { ...round, motionKind: motion.kind, meetingState: meeting.state }
  return done({
    title: meeting.title,
    isAtDesk,
    isChair: may(ctx.actor, "meeting:chair", meeting),
    item: { agendaItemId: item.agendaItemId, ordinal: item.ordinal, title: item.title },
    motion: { motionId: motion.motionId, ordinal: motion.ordinal, content: motion.content, terms: motion.terms },
    // What is not out yet leaves the server for nobody but those who may see it.
    round: isOut ? view : { ...view, result: null },
    /** How the papers came in; null where there were none, and before the result is out. */
    papers: isOut && round.result ? toldPapers(round, round.result, frozenRuleOf(meeting)) : null,
    isOut,
    openedAt: formatTime(round.openedAt),
    closedAt: round.closedAt && formatTime(round.closedAt),
    proclaimedAt: round.proclaimedAt && formatTime(round.proclaimedAt),
    nextStep: round.state === "proclaimed" && !round.isSetAside ? nextStepAfter(motion, round.result) : "",
    choices: isOut ? await readNamedChoices(q, meeting, round, motion, isAtDesk ? "atCount" : "record") : null,
    roll: (round.roll ?? []).map(({ participantId, name, present, voted }) => ({
      participantId,
      name,
      present,
      voted,
    })),
    challenges: isOut ? await readChallenges(q, round) : [],
    corrections: corrections
      .filter(one => isAtDesk || one.signedAt !== null)
      .map(one => ({ ...viewCorrection(one), isMine: one.drawnUpByAccountId === ctx.actor.accountId })),
    mayNote: isAtDesk && canCorrectResult("note", facts).ok,
    maySetAside: isAtDesk && canCorrectResult("setAside", facts).ok,
    otherRounds: motion.rounds
      .filter(one => one.roundId !== roundId)
      .map(one => ({ roundId: one.roundId, ordinal: one.ordinal, stateName: one.stateName })),
  })
}

export type RoundPage = Extract<Awaited<ReturnType<typeof readRoundPage>>, { ok: true }>["value"]

async function findReader(ctx: Ctx, meetingId: string) {
  const atDesk = await findMeetingFor(ctx, meetingId, "meeting:desk")
  if (atDesk.ok) return done({ meeting: atDesk.value, isAtDesk: true })
  const reader = await findMeetingFor(ctx, meetingId, "record:read")
  return reader.ok ? done({ meeting: reader.value, isAtDesk: false }) : reader
}
