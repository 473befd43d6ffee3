import type { Writer } from "#db/client"
import type { Publicity, RoundMeans, RoundMedium } from "#db/schema/chamber-rounds"
import { decideTopicIn } from "~/agenda/topics"
import { countHeads, countInPerson, countRecusedHere } from "~/chamber/attendance/attendance"
import { frozenRuleOf, inMeeting, meetingSubject, stateChannel } from "~/chamber/meeting-access"
import { applyAmendmentIn } from "~/chamber/motions/amendments"
import { decidesTopic } from "~/chamber/motions/rules"
import { findMotion, listMotions } from "~/chamber/motions/store"
import { canConduct, notClosed, publicityOf } from "~/chamber/rounds/rules"
import { findAgendaItem } from "~/chamber/store"
import { done, type Result, refuse } from "~/law/result"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { countUnanswered } from "./challenge-store"
import { emptyBox, resultOfBox } from "./closing"
import { attendingOf, countRound, freezeRoll } from "./counting"
import { mayOpenSo } from "./opening"
import { inRound } from "./round-access"
import { destroyRoundKey, writeRoundKey } from "./round-keys"
import { insertRound, listRounds, type Round, updateRound } from "./round-store"
import { makeRoundKeys } from "./sealing"
import { countdownBounds } from "./voting"

export type RoundInput = {
  motionId: string
  /** Of the motion the chair saw: what was reworded meanwhile is looked at again before it is voted on. */
  version?: number
  secret: boolean
  /** The most public it may be; the rule may make it more private. */
  publicity?: Exclude<Publicity, "secret">
  means?: RoundMeans
  medium?: RoundMedium
  /** 核验码, of a secret round; a named one has none. */
  withCodes?: boolean
  /** A countdown from the opening on. */
  countdownSeconds?: number | null
}

/**
 * 开始表决. A secret round gets its key before its row: a crash in between leaves a key without a round, which is swept.
 * Refusals: not_found, motion_reworded, countdown_not_fitting and those of `canOpenRound`.
 */
export async function openRound(ctx: Ctx, input: RoundInput): Promise<Result<{ roundId: string }>> {
  const found = await findMotion(ctx.db.read, ctx.community.id, input.motionId)
  if (!found) return refuse("not_found")
  const { meetingId } = found
  const { secret, means = "ballots" } = input
  let keyOf: string | null = null
  try {
    const result = await inMeeting(ctx, meetingId, "meeting:chair", async (q, meeting) => {
      const motion = await findMotion(q, ctx.community.id, input.motionId)
      if (!motion || motion.version !== (input.version ?? motion.version)) return refuse("motion_reworded")
      const rounds = await listRounds(q, ctx.community.id, meetingId)
      const rule = frozenRuleOf(meeting)
      const headcount = await countHeads(q, ctx.community.id, meetingId)
      const recused = await countRecusedHere(q, ctx.community.id, meetingId, motion.id)
      const inPerson = await countInPerson(q, ctx.community.id, meetingId, motion.id)
      const motions = await listMotions(q, ctx.community.id, meetingId)
      const checked = mayOpenSo({ meeting, rule, headcount, recused, inPerson, motion, motions, rounds }, input)
      if (!checked.ok) return checked
      const seconds = input.countdownSeconds ?? null
      if (seconds !== null && !(seconds >= countdownBounds.least && seconds <= countdownBounds.most))
        return refuse("countdown_not_fitting", { field: "countdownSeconds" })
      const ordinal = (rounds.findLast(round => round.motionId === motion.id)?.ordinal ?? 0) + 1
      // Made under the lock, as the ids of comings and goings are: so their order is the order of what happened.
      const roundId = ctx.newId()
      if (secret) keyOf = roundId
      const openedAt = ctx.now()
      const publicity = publicityOf(rule, secret, input.publicity)
      const medium = means === "hands" ? "tablet" : (input.medium ?? "tablet")
      const hasCodes = secret && (input.withCodes ?? false)
      await insertRound(q, {
        communityId: ctx.community.id,
        id: roundId,
        meetingId,
        motionId: motion.id,
        ordinal,
        secret,
        state: "open",
        publicKey: secret ? await makeKeyFile(ctx, meetingId, roundId) : null,
        openedAt,
        closedAt: null,
        proclaimedAt: null,
        annulledAt: null,
        annulReason: "",
        result: null,
        roll: null,
        ruleHash: meeting.ruleHash ?? "",
        means,
        publicity,
        medium,
        hasCodes,
        lastCallAt: null,
        countdownUntil: seconds === null ? null : new Date(openedAt.getTime() + Math.round(seconds) * 1000),
        votingEndedAt: null,
      })
      await audit(q, ctx, "round.opened", meetingSubject(meetingId), {
        roundId,
        motionId: motion.id,
        ordinal,
        secret,
        means,
        publicity,
        medium,
        hasCodes,
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
 * 结束表决: counts by the frozen rule and writes result, roll and rule together, under the lock of the ballots. Papers have
 * to be accounted for and read twice alike, hands counted alike by two.
 * The key of a secret round is destroyed once that is committed. Where the rule leaves a tie to the chair, the round is closed
 * and counted, no ballot is taken any more, and its result is written with the casting vote (`decideTie`): asked before
 * closing, it would tell the chair of a tie that the next ballot might undo.
 * Refusals: not_found, already_closed, round_annulled and those of `emptyBox`.
 */
export async function closeRound(ctx: Ctx, roundId: string): Promise<Result<null>> {
  const result = await inRound(ctx, roundId, "meeting:chair", async (q, meeting, round) => {
    const may = canConduct(round)
    if (!may.ok) return may
    const rule = frozenRuleOf(meeting)
    const motion = await findMotion(q, ctx.community.id, round.motionId)
    if (!motion) return refuse("not_found")
    const emptied = await emptyBox(q, ctx, round, { rule, motion })
    if (!emptied.ok) return emptied
    const closedAt = ctx.now()
    const roll = await freezeRoll(q, ctx.community.id, round)
    const attending = await attendingOf(q, ctx, round, roll)
    const isMoved = await updateRound(q, ctx.community.id, roundId, "open", {
      state: "closed",
      closedAt,
      votingEndedAt: round.votingEndedAt ?? closedAt,
      roll,
      result: resultOfBox(emptied.value, box => countRound(rule, motion, box.choices, attending)),
      ruleHash: meeting.ruleHash ?? "",
    })
    if (!isMoved) return refuse("already_closed")
    const cast = emptied.value.choices.length
    await audit(q, ctx, "round.closed", meetingSubject(meeting.id), { roundId, motionId: round.motionId, cast })
    return done(null)
  })
  if (result.ok) await destroyRoundKey(ctx.keyDir, roundId)
  return result
}

/**
 * 公布结果, when every challenge is answered. A motion that passed gives its topic its effect at once; one that did not leaves
 * room for another motion on the same item, and the topic is decided when the meeting is closed.
 * Refusals: not_found, round_not_closed, casting_vote_missing, challenge_unanswered { count }, already_proclaimed,
 * round_annulled.
 */
export async function proclaimRound(ctx: Ctx, roundId: string): Promise<Result<null>> {
  return inRound(ctx, roundId, "meeting:chair", async (q, meeting, round) => {
    if (round.state !== "closed") return refuse(notClosed[round.state])
    if (!round.result) return refuse("casting_vote_missing")
    const unanswered = await countUnanswered(q, ctx.community.id, roundId)
    if (unanswered > 0) return refuse("challenge_unanswered", { count: unanswered })
    const isMoved = await updateRound(q, ctx.community.id, roundId, "closed", {
      state: "proclaimed",
      proclaimedAt: ctx.now(),
    })
    if (!isMoved) return refuse("already_proclaimed")
    await audit(q, ctx, "round.proclaimed", meetingSubject(meeting.id), {
      roundId,
      motionId: round.motionId,
      outcome: round.result.outcome,
      counts: round.result.counts,
    })
    if (round.result.outcome === "passed") await carryOut(q, ctx, round)
    return done(null)
  })
}

/** What passed: an amendment becomes the text of its motion, a motion decides the topic of its item. */
async function carryOut(q: Writer, ctx: Ctx, round: Round): Promise<void> {
  const motion = await findMotion(q, ctx.community.id, round.motionId)
  if (motion?.kind === "amendment") {
    await applyAmendmentIn(q, ctx, motion)
    return
  }
  const item = motion && (await findAgendaItem(q, ctx.community.id, round.meetingId, motion.agendaItemId))
  // A second motion on the same item finds the topic decided already: its refusal changes nothing about the vote.
  if (motion && item?.topicId && decidesTopic(motion)) await decideTopicIn(q, ctx, item.topicId, motion.effect, motion)
}

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
