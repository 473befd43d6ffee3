import type { Reader, Writer } from "#db/client"
import type { FrozenRoll, RoundResult } from "#db/schema/chamber"
import { sortByStrokes } from "~/law/names"
import { type Choice, tally } from "~/law/tally"
import type { RuleSnapshot } from "~/rulebook/rules"
import type { Ctx } from "~/web/context"
import { readRoundKey } from "./round-keys"
import { listNamedBallots, listRollParticipants, listSealed, type Round, replaceSealed } from "./round-store"
import { resultOf, tookPart } from "./rules"
import { isPairOf, openSealed } from "./sealing"
import { listAttendanceEvents, listAttendances } from "./store"

/**
 * Inner step: the choices in the box. Of a secret round the sealed ballots are opened, sorted, and kept in place of the
 * sealed ones. Null when the key is missing, damaged or not this round's.
 */
export async function takeChoices(q: Writer, ctx: Ctx, round: Round): Promise<Choice[] | null> {
  if (!round.secret) return (await listNamedBallots(q, ctx.community.id, round.id)).map(ballot => ballot.choice)
  const key = await readRoundKey(ctx.keyDir, round.id)
  if (!key || !round.publicKey || !(await isPairOf(round.publicKey, key.privateKey))) return null
  const keys = { publicKey: round.publicKey, privateKey: key.privateKey }
  const sorted = await openSealed(keys, await listSealed(q, ctx.community.id, round.id))
  if (sorted) await replaceSealed(q, ctx.community.id, round.id, sorted)
  return sorted
}

/** Inner step: everyone entitled, in the order of strokes, with whether they were there during the round and voted. */
export async function freezeRoll(q: Reader, ctx: Ctx, round: Round): Promise<FrozenRoll> {
  const voted = new Set(await listRollParticipants(q, ctx.community.id, round.id))
  const leftDuring = await listLeftDuring(q, ctx, round)
  const entitled = (await listAttendances(q, ctx.community.id, round.meetingId)).filter(
    row => row.standing === "entitled",
  )
  return sortByStrokes(
    entitled.map(row => {
      const leftDuringRound = leftDuring.has(row.participantId)
      return {
        participantId: row.participantId,
        name: row.name,
        capacity: row.capacity,
        present: tookPart({ presence: row.presence ?? "absent", leftDuringRound, voted: voted.has(row.participantId) }),
        voted: voted.has(row.participantId),
      }
    }),
    row => row.name,
  )
}

/**
 * Who left after the opening. Ids are made under the meeting's lock, in order: they know what came first also where the
 * machine's clock was put back meanwhile.
 */
async function listLeftDuring(q: Reader, ctx: Ctx, round: Round): Promise<Set<string>> {
  const events = await listAttendanceEvents(q, ctx.community.id, round.meetingId)
  return new Set(events.filter(event => event.kind === "left" && event.id > round.id).map(event => event.participantId))
}

/** What the round came to. */
export const countRound = (rule: RuleSnapshot, choices: readonly Choice[], roll: FrozenRoll): RoundResult =>
  resultOf(rule, tally(choices), { present: roll.filter(row => row.present).length, entitled: roll.length })
