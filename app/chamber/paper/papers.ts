import type { Reader, Writer } from "#db/client"
import { listProxies } from "~/chamber/attendance/proxy-store"
import { meetingSubject } from "~/chamber/meeting-access"
import { insertRollEntry } from "~/chamber/rounds/ballot-store"
import { countPaperEntries, type Round } from "~/chamber/rounds/round-store"
import { findParticipant } from "~/convening/store"
import { done, type Result, refuse } from "~/law/result"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { inCount } from "./count-access"
import { canHandlePapers, canIssue, canReopen, mayTakeIn } from "./rules"
import { findOut, type Handled, paperKey, settlePapers } from "./settling"
import { findLastSerial, insertPapers, listPapers, type Paper, reopenPaper, settlePaper, updateMedium } from "./store"
import { findVoter, listVoters, mayGetPaper } from "./voters"

/**
 * 发票: from here on these voters vote on paper and on no tablet. Each gets the next serial; who holds one already keeps it.
 * Refusals: not_found, forbidden, no_voter_chosen, those of `canIssue` and of `mayGetPaper`.
 */
export async function issuePapers(
  ctx: Ctx,
  input: { roundId: string; participantIds: readonly string[] },
): Promise<Result<Handled>> {
  const wanted = [...new Set(input.participantIds)]
  return inCount(ctx, input.roundId, "everybody", async (q, { round }) => {
    if (wanted.length === 0) return refuse("no_voter_chosen", { field: "participantId" })
    const open = canIssue(round)
    if (!open.ok) return open
    const voters = await listVoters(q, ctx.community.id, round)
    for (const participantId of wanted) {
      const voter = voters.find(one => one.participantId === participantId)
      if (!voter) return refuse("not_found")
      const allowed = mayGetPaper(voter)
      if (!allowed.ok) return allowed
    }
    const serials = await issueIn(
      q,
      ctx,
      round,
      voters.filter(voter => wanted.includes(voter.participantId)).toSorted(inOrderOf(wanted)),
    )
    if (round.medium === "tablet") await updateMedium(q, ctx.community.id, round.id, "mixed")
    await audit(q, ctx, "paper.issued", meetingSubject(round.meetingId), { roundId: round.id, count: serials.length })
    return done({ serials })
  })
}

/**
 * 改用纸票, with one click: no tablet takes a ballot of this round any more, and whoever is in the room, may vote and has
 * not voted gets a paper. Ballots that arrived from tablets stay and count.
 * Refusals: not_found, forbidden, those of `canIssue`, already_on_paper.
 */
export async function fallBackToPaper(ctx: Ctx, roundId: string): Promise<Result<Handled>> {
  return inCount(ctx, roundId, "everybody", async (q, { round }) => {
    const open = canIssue(round)
    if (!open.ok) return open
    if (round.medium === "paper") return refuse("already_on_paper")
    const voters = (await listVoters(q, ctx.community.id, round)).filter(voter => mayGetPaper(voter).ok)
    const serials = await issueIn(q, ctx, round, voters)
    await updateMedium(q, ctx.community.id, round.id, "paper")
    await audit(q, ctx, "paper.fallenBack", meetingSubject(round.meetingId), { roundId, count: serials.length })
    return done({ serials })
  })
}

/**
 * 收票: into the box they go, and their voters on the roll, by the hand that had the paper. Of a voter whose ballot had come in
 * on a tablet the paper is a duplicate: kept, never counted; of a secret round it must not go into the box. Time and order are
 * written nowhere. From a proxy that has ended nothing is taken in: what it hands in is no vote of the principal
 * (民法典第171、173条). Refusals: not_found, forbidden, nothing_chosen, those of `canHandlePapers`, serial_unknown { serial },
 * paper_settled { serial, state }, proxy_ended_before_return { serial, name, holder, at }.
 */
export const markReturned = (
  ctx: Ctx,
  input: { roundId: string; serials: readonly number[] },
): Promise<Result<Handled>> =>
  settlePapers(ctx, input, "returned", async (q, round, paper) => {
    const taken = mayTakeIn(paper, await listProxies(q, ctx.community.id, round.meetingId))
    if (!taken.ok) {
      const holder = await nameOf(q, ctx, paper.handedToId)
      return { ...taken, detail: { ...taken.detail, holder } }
    }
    return putOnRoll(q, ctx, round, paper)
  })

/**
 * 委托结束以前就交来的: the paper was in the box before its proxy ended and is registered only now. The record cannot tell, so
 * those at the table say it, and it stands in the log. Refusals: those of `markReturned` but the last, and proxy_not_ended
 * { serial }: what need not be said is not written down.
 */
export const markReturnedBeforeEnd = (
  ctx: Ctx,
  { roundId, serial }: { roundId: string; serial: number },
): Promise<Result<Handled>> =>
  settlePapers(ctx, { roundId, serials: [serial] }, "returnedBeforeEnd", async (q, round, paper) => {
    const taken = mayTakeIn(paper, await listProxies(q, ctx.community.id, round.meetingId))
    return taken.ok ? refuse("proxy_not_ended", { field: "serial", serial }) : putOnRoll(q, ctx, round, paper)
  })

async function putOnRoll(q: Writer, ctx: Ctx, round: Round, paper: Paper): Promise<Result<null>> {
  if (paper.channel === null)
    await insertRollEntry(q, {
      communityId: ctx.community.id,
      roundId: round.id,
      participantId: paper.participantId,
      channel: "paper",
      // No key that a tablet could send: a tablet's ballot of the same voter is a second one.
      requestKey: "",
      castById: paper.handedToId,
    })
  return done(null)
}

const nameOf = async (q: Reader, ctx: Ctx, participantId: string | null): Promise<string> =>
  (participantId && (await findParticipant(q, ctx.community.id, participantId))?.name) || ""

/** 未收回: taken along, or never handed in; said once no ballot is taken any more. Refusals: those of `markReturned`, papers_before_end. */
export const markMissing = (
  ctx: Ctx,
  input: { roundId: string; serials: readonly number[] },
): Promise<Result<Handled>> => settlePapers(ctx, input, "missing")

/** Handed out by mistake: void, and its voter may vote on a tablet, or get another. Refusals: those of `markReturned`. */
export const withdrawPaper = (ctx: Ctx, input: { roundId: string; serial: number }): Promise<Result<Handled>> =>
  settlePapers(ctx, { roundId: input.roundId, serials: [input.serial] }, "spoiled")

/** 换票: the spoiled paper is void and kept, its voter gets the next serial. Refusals: those of `issuePapers` and `markReturned`. */
export async function exchangePaper(ctx: Ctx, input: { roundId: string; serial: number }): Promise<Result<Handled>> {
  return inCount(ctx, input.roundId, "table", async (q, { round }) => {
    const open = canIssue(round)
    if (!open.ok) return open
    const found = await findOut(q, ctx, round, input.serial)
    if (!found.ok) return found
    const { participantId, handedToId, name } = found.value
    const voter = await findVoter(q, ctx.community.id, round, participantId)
    // Whoever held it in the voter's place does so no longer, and the voter has not come.
    if (handedToId && voter?.presence !== "present" && !voter?.holderId) return refuse("paper_for_absent", { name })
    await settlePaper(q, paperKey(ctx, round, input.serial), "spoiled")
    const serials = await issueIn(q, ctx, round, [{ participantId, holderId: voter?.holderId ?? null }])
    await audit(q, ctx, "paper.exchanged", meetingSubject(round.meetingId), { roundId: round.id })
    return done({ serials })
  })
}

/**
 * 多出的纸票: a paper came from somebody who has voted on a tablet, or was never given one. It gets a serial to be written on
 * it and is kept as a duplicate where that person has voted. Refusals: those of `issuePapers`, ballot_not_there { name }.
 */
export async function keepDuplicate(
  ctx: Ctx,
  input: { roundId: string; participantId: string },
): Promise<Result<Handled>> {
  return inCount(ctx, input.roundId, "table", async (q, { round }) => {
    const open = canHandlePapers(round)
    if (!open.ok) return open
    const voter = await findVoter(q, ctx.community.id, round, input.participantId)
    if (!voter) return refuse("not_found")
    if (voter.hasPaper) return refuse("paper_held_already", { field: "participantId", name: voter.name })
    if (!voter.hasVoted) return refuse("ballot_not_there", { field: "participantId", name: voter.name })
    const serials = await issueIn(q, ctx, round, [voter])
    for (const serial of serials) await settlePaper(q, paperKey(ctx, round, serial), "returned")
    await audit(q, ctx, "paper.duplicateKept", meetingSubject(round.meetingId), { roundId: round.id })
    return done({ serials })
  })
}

/**
 * 登记错了: papers marked as back, or as missing, by mistake are out again, while no sheet was read. Named in the log, so that
 * the correction stays; of a secret round only how many.
 * Refusals: not_found, forbidden, nothing_chosen, those of `canReopen`, serial_unknown { serial }, paper_still_out { serial },
 * paper_settled { serial, state }.
 */
export async function reopenPapers(
  ctx: Ctx,
  input: { roundId: string; serials: readonly number[] },
): Promise<Result<Handled>> {
  const serials = [...new Set(input.serials)]
  return inCount(ctx, input.roundId, "everybody", async (q, { round }) => {
    if (serials.length === 0) return refuse("nothing_chosen", { field: "serial" })
    const open = canReopen(round, await countPaperEntries(q, ctx.community.id, round.id))
    if (!open.ok) return open
    const papers = await listPapers(q, ctx.community.id, round.id)
    for (const serial of serials) {
      const paper = papers.find(one => one.serial === serial)
      if (!paper) return refuse("serial_unknown", { field: "serial", serial })
      if (paper.state === "issued") return refuse("paper_still_out", { field: "serial", serial })
      if (!(await reopenPaper(q, paperKey(ctx, round, serial), paper.participantId)))
        return refuse("paper_settled", { field: "serial", serial, state: paper.state })
    }
    await audit(q, ctx, "paper.reopened", meetingSubject(round.meetingId), {
      roundId: round.id,
      count: serials.length,
      ...(round.secret ? {} : { serials }),
    })
    return done({ serials })
  })
}

const inOrderOf = (wanted: readonly string[]) => (a: Handed, b: Handed) =>
  wanted.indexOf(a.participantId) - wanted.indexOf(b.participantId)

type Handed = { participantId: string; holderId: string | null }

async function issueIn(q: Writer, ctx: Ctx, round: Round, voters: readonly Handed[]): Promise<number[]> {
  const last = await findLastSerial(q, ctx.community.id, round.id)
  const rows = voters.map(({ participantId, holderId }, at) => ({
    communityId: ctx.community.id,
    roundId: round.id,
    serial: last + 1 + at,
    participantId,
    state: "issued" as const,
    handedToId: holderId,
    issuedBy: ctx.actor.name,
  }))
  await insertPapers(q, rows)
  return rows.map(row => row.serial)
}
