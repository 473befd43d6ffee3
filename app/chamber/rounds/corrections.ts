import type { Writer } from "#db/client"
import { reopenTopicIn } from "~/agenda/escalation"
import { decideTopicIn } from "~/agenda/topics"
import { meetingSubject } from "~/chamber/meeting-access"
import { findAmended } from "~/chamber/motions/amendments"
import { decidesTopic } from "~/chamber/motions/rules"
import { findMotion, listMotions, type Motion } from "~/chamber/motions/store"
import { type CorrectionKind, canCorrectResult } from "~/chamber/rounds/correction-rules"
import { findAgendaItem } from "~/chamber/store"
import { listAgendaItems, type Meeting } from "~/convening/store"
import { done, type Result, refuse } from "~/law/result"
import { audit } from "~/registry/audit"
import { withdrawDocumentsIn } from "~/registry/documents"
import type { Ctx } from "~/web/context"
import { findCorrection, insertCorrection, listSetAside, updateCorrection } from "./correction-store"
import { inRound } from "./round-access"
import { listRounds, type Round } from "./round-store"

const longestText = 500

/**
 * 更正, drawn up by chair, recorder or secretary: what was written wrong and how it is right, or why the motion has to be
 * voted on again. It holds when another of them has signed it; the result itself is never changed.
 * Refusals: not_found, forbidden, wrong_missing, right_missing, text_too_long, and those of `canCorrectResult`.
 */
export async function drawUpCorrection(
  ctx: Ctx,
  input: { roundId: string; kind: CorrectionKind; wrong: string; right: string },
): Promise<Result<{ correctionId: string }>> {
  const [wrong, right] = [input.wrong.trim(), input.right.trim()]
  return inRound(ctx, input.roundId, "meeting:desk", async (q, meeting, round) => {
    if (!wrong) return refuse("wrong_missing", { field: "wrong" })
    if (!right) return refuse("right_missing", { field: "right" })
    for (const [field, text] of Object.entries({ wrong, right }))
      if (text.length > longestText) return refuse("text_too_long", { field, longest: longestText })
    const may = await mayCorrect(q, ctx, meeting, round, input.kind)
    if (!may.ok) return may
    const id = ctx.newId()
    await insertCorrection(q, {
      communityId: ctx.community.id,
      id,
      roundId: round.id,
      kind: input.kind,
      wrong,
      right,
      drawnUpAt: ctx.now(),
      drawnUpBy: ctx.actor.name,
      drawnUpByAccountId: ctx.actor.accountId ?? "",
      signedAt: null,
      signedBy: "",
      withdrawnAt: null,
    })
    await audit(q, ctx, "round.correctionDrawnUp", meetingSubject(meeting.id), {
      roundId: round.id,
      motionId: round.motionId,
      kind: input.kind,
      wrong,
      right,
    })
    return done({ correctionId: id })
  })
}

/**
 * Signed by another person than who drew it up: from now on it holds. A vote set aside leaves its motion to a new round, and
 * what it decided is undecided again; its announcement and report are withdrawn, while ballot papers and count sheets tell
 * what was done and stand. Refusals: not_found, forbidden, own_correction, correction_settled, topic_moved_on,
 * and those of `canCorrectResult`.
 */
export async function signCorrection(ctx: Ctx, { correctionId }: { correctionId: string }): Promise<Result<null>> {
  const found = await findCorrection(ctx.db.read, ctx.community.id, correctionId)
  if (!found) return refuse("not_found")
  return inRound(ctx, found.roundId, "meeting:desk", async (q, meeting, round) => {
    if (found.drawnUpByAccountId === ctx.actor.accountId) return refuse("own_correction")
    const now = await findCorrection(q, ctx.community.id, correctionId)
    if (!now || now.signedAt || now.withdrawnAt) return refuse("correction_settled")
    const may = await mayCorrect(q, ctx, meeting, round, found.kind)
    if (!may.ok) return may
    if (found.kind === "setAside") {
      const undone = await undoDecision(q, ctx, meeting, round)
      if (!undone.ok) return undone
    }
    const signed = { signedAt: ctx.now(), signedBy: ctx.actor.name }
    if (!(await updateCorrection(q, ctx.community.id, correctionId, signed))) return refuse("correction_settled")
    if (found.kind === "setAside")
      await withdrawDocumentsIn(q, ctx, {
        subject: { kind: "round", id: round.id },
        reason: "这个表决结果已经撤销。",
        kinds: ["countAnnouncement", "countReport"],
      })
    await audit(q, ctx, "round.correctionSigned", meetingSubject(meeting.id), {
      roundId: round.id,
      motionId: round.motionId,
      kind: found.kind,
      wrong: found.wrong,
      right: found.right,
    })
    return done(null)
  })
}

/** Taken back before it was signed; it stays on record. Refusals: not_found, forbidden, correction_settled. */
export async function withdrawCorrection(ctx: Ctx, { correctionId }: { correctionId: string }): Promise<Result<null>> {
  const found = await findCorrection(ctx.db.read, ctx.community.id, correctionId)
  if (!found) return refuse("not_found")
  return inRound(ctx, found.roundId, "meeting:desk", async (q, meeting, round) => {
    if (!(await updateCorrection(q, ctx.community.id, correctionId, { withdrawnAt: ctx.now() })))
      return refuse("correction_settled")
    await audit(q, ctx, "round.correctionWithdrawn", meetingSubject(meeting.id), {
      roundId: round.id,
      motionId: round.motionId,
      kind: found.kind,
    })
    return done(null)
  })
}

async function mayCorrect(
  q: Writer,
  ctx: Ctx,
  meeting: Meeting,
  round: Round,
  kind: CorrectionKind,
): Promise<Result<null>> {
  const motion = await findMotion(q, ctx.community.id, round.motionId)
  if (!motion) return refuse("not_found")
  const setAside = await listSetAside(q, ctx.community.id, meeting.id)
  return canCorrectResult(kind, {
    state: round.state,
    result: round.result,
    isSetAside: setAside.has(round.id),
    motionKind: motion.kind,
    fitsItsMotion: motion.kind !== "amendment" || (await findAmended(q, ctx, motion)) !== null,
    meetingState: meeting.state,
  })
}

/**
 * What passed first decided its topic: then it is undecided again, or decided by what else passed on it.
 * Refusal: topic_moved_on.
 */
async function undoDecision(q: Writer, ctx: Ctx, meeting: Meeting, round: Round): Promise<Result<null>> {
  if (round.result?.outcome !== "passed") return done(null)
  const motion = await findMotion(q, ctx.community.id, round.motionId)
  const item = motion && (await findAgendaItem(q, ctx.community.id, meeting.id, motion.agendaItemId))
  if (!motion || !item?.topicId || !decidesTopic(motion)) return done(null)
  const other = await findOtherCarried(q, ctx, round, item.topicId)
  // Rounds follow one another, and so do their ids: this one found its topic decided.
  if (other && other.round.id < round.id) return done(null)
  const reopened = await reopenTopicIn(q, ctx, item.topicId, meeting)
  if (!reopened.ok || !other) return reopened
  return decideTopicIn(q, ctx, item.topicId, other.motion.effect, other.motion)
}

/** The first other round in which a motion on this topic passed, of those that still hold. */
async function findOtherCarried(q: Writer, ctx: Ctx, { id, meetingId }: Round, topicId: string) {
  const items = (await listAgendaItems(q, ctx.community.id, meetingId)).filter(item => item.topicId === topicId)
  const isOnTopic = (motion: Motion) => items.some(item => item.id === motion.agendaItemId) && decidesTopic(motion)
  const motions = (await listMotions(q, ctx.community.id, meetingId)).filter(isOnTopic)
  return (await listRounds(q, ctx.community.id, meetingId))
    .filter(one => one.id !== id && one.state === "proclaimed" && !one.isSetAside && one.result?.outcome === "passed")
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(round => {
      const motion = motions.find(one => one.id === round.motionId)
      return motion ? [{ round, motion }] : []
    })[0]
}
