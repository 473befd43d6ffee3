import type { Reader, Writer } from "#db/client"
import type { FrozenRoll, RoundResult } from "#db/schema/chamber-rounds"
import { listAttendanceEvents, listAttendances } from "~/chamber/attendance/store"
import { listRecused } from "~/chamber/motions/recusal-store"
import { tookPart } from "~/chamber/rounds/rules"
import { sortByStrokes } from "~/law/names"
import { type CastingVote, type Choice, tally } from "~/law/tally"
import type { RuleSnapshot } from "~/rulebook/rules"
import type { Ctx } from "~/web/context"
import { type BallotForm, checkBallot, markOf } from "./ballot-marks"
import { readRoundKey } from "./round-keys"
import { type Attending, awaitsCastingVote, optionsResultOf, resultOf } from "./round-results"
import {
  listNamedBallots,
  listOpenedBallots,
  listRollParticipants,
  listSealed,
  type Round,
  replaceSealed,
} from "./round-store"
import { isPairOf, openSealed } from "./sealing"

/**
 * Inner step: the choices in the box. Of a secret round the sealed ballots are opened, sorted, and kept in place of the
 * sealed ones. Null when the key is missing, damaged or not this round's, or a ballot says what its form cannot say.
 */
export async function takeChoices(q: Writer, ctx: Ctx, round: Round, form: BallotForm): Promise<string[] | null> {
  if (!round.secret) return readChoices(q, ctx, round)
  const key = await readRoundKey(ctx.keyDir, round.id)
  if (!key || !round.publicKey || !(await isPairOf(round.publicKey, key.privateKey))) return null
  const keys = { publicKey: round.publicKey, privateKey: key.privateKey }
  const sorted = await openSealed(keys, await listSealed(q, ctx.community.id, round.id))
  if (!sorted?.every(choice => checkBallot(form, choice).ok)) return null
  await replaceSealed(q, ctx.community.id, round.id, sorted)
  return sorted
}

/** The choices of a box that lies open: of a named round always, of a secret one since it was closed. */
export async function readChoices(q: Reader, ctx: Pick<Ctx, "community">, round: Round): Promise<string[]> {
  const list = round.secret ? listOpenedBallots : listNamedBallots
  return (await list(q, ctx.community.id, round.id)).map(ballot => ballot.choice)
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

/** Who was there of those on the roll; of them by name who had to abstain for recusal. */
export async function attendingOf(
  q: Reader,
  ctx: Pick<Ctx, "community">,
  round: Round,
  roll: FrozenRoll,
): Promise<Attending> {
  const recused = await listRecused(q, ctx.community.id, round.motionId)
  const present = roll.filter(row => row.present)
  return {
    present: present.length,
    entitled: roll.length,
    recused: present.filter(row => recused.has(row.participantId)).map(row => row.name),
  }
}

/** What the round came to; null while a tie waits for the chair's casting vote. */
export function countRound(
  rule: RuleSnapshot,
  { options, seats }: BallotForm,
  choices: readonly string[],
  attending: Attending,
  castingVote?: CastingVote,
): RoundResult | null {
  if (options) {
    const form = { options, seats }
    const marks = choices.map(choice => markOf(form, choice) ?? "invalid")
    return optionsResultOf(rule, form, marks, attending)
  }
  const counts = tally(choices as Choice[])
  if (!castingVote && awaitsCastingVote(rule, counts, attending)) return null
  return resultOf(rule, counts, attending, castingVote)
}
