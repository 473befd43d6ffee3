import type { Writer } from "#db/client"
import { decideTopicIn } from "~/agenda/topics"
import { countHeads, countRecusedHere } from "~/chamber/attendance/attendance"
import { frozenRuleOf, inMeeting, meetingSubject, stateChannel } from "~/chamber/meeting-access"
import { findMotion } from "~/chamber/motions/store"
import { canOpenRound, canOpenSealed } from "~/chamber/rounds/rules"
import { findAgendaItem } from "~/chamber/store"
import type { Meeting } from "~/convening/store"
import { done, type Refusal, type Result, refuse } from "~/law/result"
import type { CastingVote } from "~/law/tally"
import type { Permission } from "~/people/permissions"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { attendingOf, countRound, freezeRoll, readChoices, takeChoices } from "./counting"
import { destroyRoundKey, writeRoundKey } from "./round-keys"
import {
  countRoll,
  findRound,
  insertRound,
  listRounds,
  type Round,
  updateRound,
  updateRoundResult,
} from "./round-store"
import { makeRoundKeys } from "./sealing"

/**
 * 开始表决. A secret round gets its key before its row: a crash in between leaves a key without a round, which is swept.
 * `version` is of the motion the chair saw: what was reworded meanwhile is looked at again before it is voted on.
 * Refusals: not_found, motion_reworded and those of `canOpenRound`.
 */
export async function openRound(
  ctx: Ctx,
  input: { motionId: string; secret: boolean; version?: number },
): Promise<Result<{ roundId: string }>> {
  const found = await findMotion(ctx.db.read, ctx.community.id, input.motionId)
  if (!found) return refuse("not_found")
  const { meetingId } = found
  let keyOf: string | null = null
  try {
    const result = await inMeeting(ctx, meetingId, "meeting:chair", async (q, meeting) => {
      const motion = await findMotion(q, ctx.community.id, input.motionId)
      if (motion?.version !== (input.version ?? motion?.version)) return refuse("motion_reworded")
      const roundsOfMeeting = await listRounds(q, ctx.community.id, meetingId)
      const roundsOfMotion = roundsOfMeeting.filter(round => round.motionId === input.motionId)
      const headcount = await countHeads(q, ctx.community.id, meetingId)
      const { secret } = input
      const checked = canOpenRound({
        state: meeting.state,
        rule: frozenRuleOf(meeting),
        headcount,
        recused: await countRecusedHere(q, ctx.community.id, meetingId, input.motionId),
        secret,
        roundsOfMeeting,
        roundsOfMotion,
      })
      if (!checked.ok) return checked
      const ordinal = (roundsOfMotion.at(-1)?.ordinal ?? 0) + 1
      // Made under the lock, as the ids of comings and goings are: so their order is the order of what happened.
      const roundId = ctx.newId()
      if (secret) keyOf = roundId
      await insertRound(q, {
        communityId: ctx.community.id,
        id: roundId,
        meetingId,
        motionId: input.motionId,
        ordinal,
        secret,
        state: "open",
        publicKey: secret ? await makeKeyFile(ctx, meetingId, roundId) : null,
        openedAt: ctx.now(),
        closedAt: null,
        proclaimedAt: null,
        annulledAt: null,
        annulReason: "",
        result: null,
        roll: null,
        ruleHash: meeting.ruleHash ?? "",
        means: "ballots",
        publicity: secret ? "secret" : "open",
        medium: "tablet",
        hasCodes: false,
        lastCallAt: null,
        countdownUntil: null,
        votingEndedAt: null,
      })
      await audit(q, ctx, "round.opened", meetingSubject(meetingId), {
        roundId,
        motionId: input.motionId,
        ordinal,
        secret,
        ...headcount,
      })
      return done({ roundId })
    })
    if (result.ok) ctx.publish(stateChannel(meetingId))
    return result
  } catch (error) {
    if (keyOf) await destroyRoundKey(ctx.keyDir, keyOf)
    throw error
  }
}

async function makeKeyFile(ctx: Ctx, meetingId: string, roundId: string): Promise<string> {
  const keys = await makeRoundKeys()
  await writeRoundKey(ctx.keyDir, roundId, { communityId: ctx.community.id, meetingId, privateKey: keys.privateKey })
  return keys.publicKey
}

/**
 * 结束表决: counts by the frozen rule and writes result, roll and rule together, under the lock of the ballots.
 * The key of a secret round is destroyed once that is committed. Where the rule leaves a tie to the chair, the round is closed
 * and counted, no ballot is taken any more, and its result is written with the casting vote (`decideTie`): asked before
 * closing, it would tell the chair of a tie that the next ballot might undo.
 * Refusals: not_found, already_closed, round_key_lost, secret_too_few_cast { cast, needed }.
 */
export async function closeRound(ctx: Ctx, roundId: string): Promise<Result<null>> {
  const result = await inRound(ctx, roundId, "meeting:chair", async (q, meeting, round) => {
    if (round.state !== "open") return refuse(round.state === "annulled" ? "round_annulled" : "already_closed")
    const rule = frozenRuleOf(meeting)
    const cast = await countRoll(q, ctx.community.id, roundId)
    if (round.secret) {
      const enough = canOpenSealed(rule, cast)
      if (!enough.ok) return enough
    }
    const motion = await findMotion(q, ctx.community.id, round.motionId)
    if (!motion) return refuse("not_found")
    const choices = await takeChoices(q, ctx, round, motion)
    if (!choices) return refuse("round_key_lost")
    if (choices.length !== cast) throw new Error(`the roll has ${cast} entries and the box ${choices.length} ballots`)
    const closedAt = ctx.now()
    const roll = await freezeRoll(q, ctx, round)
    const isMoved = await updateRound(q, ctx.community.id, roundId, "open", {
      state: "closed",
      closedAt,
      roll,
      result: countRound(rule, motion, choices, await attendingOf(q, ctx, round, roll)),
      ruleHash: meeting.ruleHash ?? "",
    })
    if (!isMoved) return refuse("already_closed")
    await audit(q, ctx, "round.closed", meetingSubject(meeting.id), { roundId, motionId: round.motionId, cast })
    return done(null)
  })
  if (result.ok) await destroyRoundKey(ctx.keyDir, roundId)
  return result
}

/**
 * 主持人定夺: the casting vote on a tie, where the frozen rule grants one. Counts the box again, which nothing has changed since
 * it was closed, and writes the result, once. Refusals: not_found, round_not_closed, no_casting_vote, round_annulled.
 */
export async function decideTie(ctx: Ctx, roundId: string, castingVote: CastingVote): Promise<Result<null>> {
  return inRound(ctx, roundId, "meeting:chair", async (q, meeting, round) => {
    if (round.state === "proclaimed") return refuse("no_casting_vote")
    if (round.state !== "closed") return refuse(notClosed[round.state])
    const motion = await findMotion(q, ctx.community.id, round.motionId)
    if (!motion || !round.roll || round.result) return refuse("no_casting_vote")
    const choices = await readChoices(q, ctx, round)
    const attending = await attendingOf(q, ctx, round, round.roll)
    const result = countRound(frozenRuleOf(meeting), motion, choices, attending, castingVote)
    if (!result || !(await updateRoundResult(q, ctx.community.id, roundId, result))) return refuse("no_casting_vote")
    await audit(q, ctx, "round.tieDecided", meetingSubject(meeting.id), {
      roundId,
      motionId: round.motionId,
      castingVote,
    })
    return done(null)
  })
}

/**
 * 公布结果. A motion that passed gives its topic its effect at once; one that did not leaves room for another motion on the same
 * item, and the topic is decided when the meeting is closed.
 * Refusals: not_found, round_not_closed, casting_vote_missing, already_proclaimed, round_annulled.
 */
export async function proclaimRound(ctx: Ctx, roundId: string): Promise<Result<null>> {
  return inRound(ctx, roundId, "meeting:chair", async (q, meeting, round) => {
    if (round.state !== "closed") return refuse(notClosed[round.state])
    if (!round.result) return refuse("casting_vote_missing")
    const isMoved = await updateRound(q, ctx.community.id, roundId, "closed", {
      state: "proclaimed",
      proclaimedAt: ctx.now(),
    })
    if (!isMoved) return refuse("already_proclaimed")
    await audit(q, ctx, "round.proclaimed", meetingSubject(meeting.id), {
      roundId,
      motionId: round.motionId,
      outcome: round.result?.outcome,
      counts: round.result?.counts,
    })
    if (round.result?.outcome === "passed") await decideTopicOf(q, ctx, round)
    return done(null)
  })
}

async function decideTopicOf(q: Writer, ctx: Ctx, round: Round): Promise<void> {
  const motion = await findMotion(q, ctx.community.id, round.motionId)
  const item = motion && (await findAgendaItem(q, ctx.community.id, round.meetingId, motion.agendaItemId))
  // A second motion on the same item finds the topic decided already: its refusal changes nothing about the vote.
  if (motion && item?.topicId) await decideTopicIn(q, ctx, item.topicId, motion.effect, motion)
}

const notClosed = {
  open: "round_not_closed",
  proclaimed: "already_proclaimed",
  annulled: "round_annulled",
  closed: "",
} as const

/**
 * 作废, with its reason, before the result is proclaimed. Everything stays: roll, named ballots, result. Sealed ballots stay
 * sealed for ever, because the key is destroyed: nobody reads what was voted in a round that does not count.
 * Refusals: not_found, reason_missing, already_proclaimed, round_annulled.
 */
export async function annulRound(ctx: Ctx, roundId: string, reason: string): Promise<Result<null>> {
  const annulReason = reason.trim()
  const result = await inRound(ctx, roundId, "meeting:chair", async (q, meeting, round) => {
    if (!annulReason) return refuse("reason_missing", { field: "reason" })
    if (round.state !== "open" && round.state !== "closed") return refuse(notClosed[round.state])
    const isMoved = await updateRound(q, ctx.community.id, roundId, round.state, {
      state: "annulled",
      annulledAt: ctx.now(),
      annulReason,
    })
    if (!isMoved) return refuse("changed_meanwhile")
    await audit(q, ctx, "round.annulled", meetingSubject(meeting.id), {
      roundId,
      motionId: round.motionId,
      reason: annulReason,
    })
    return done(null)
  })
  if (result.ok) await destroyRoundKey(ctx.keyDir, roundId)
  return result
}

/** Under the meeting's lock, with the round as it is then; published when it moved. */
async function inRound(
  ctx: Ctx,
  roundId: string,
  permission: Permission,
  work: (q: Writer, meeting: Meeting, round: Round) => Promise<Result<null>>,
): Promise<Result<null>> {
  const found = await findRound(ctx.db.read, ctx.community.id, roundId)
  if (!found) return refuse("not_found")
  const result = await inMeeting(
    ctx,
    found.meetingId,
    permission,
    async (q, meeting): Promise<Result<null> | Refusal> => {
      const round = await findRound(q, ctx.community.id, roundId)
      return round ? work(q, meeting, round) : refuse("not_found")
    },
  )
  if (result.ok) ctx.publish(stateChannel(found.meetingId))
  return result
}
