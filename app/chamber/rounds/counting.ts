import { randomInt } from "node:crypto"
import type { Reader } from "#db/client"
import type { FrozenRoll, RoundResult } from "#db/schema/chamber-rounds"
import { listProxies } from "~/chamber/attendance/proxy-store"
import { listAttendanceEvents, listAttendances } from "~/chamber/attendance/store"
import { listRecused } from "~/chamber/motions/recusal-store"
import { tookPart } from "~/chamber/rounds/rules"
import { sortByStrokes } from "~/law/names"
import { type CastingVote, type Mark, tally } from "~/law/tally"
import type { RuleSnapshot } from "~/rulebook/rules"
import type { Ctx } from "~/web/context"
import { type BallotForm, checkBallot, markOf } from "./ballot-marks"
import { listNamedBallots, listOpenedBallots, listSealed } from "./ballot-store"
import { readRoundKey } from "./round-keys"
import { type Attending, awaitsCastingVote, optionsResultOf, resultOf } from "./round-results"
import { listRollParticipants, type Round } from "./round-store"
import { inBallotOrder, isPairOf, type OpenedBallot, openBallots } from "./sealing"

/**
 * The ballots in the box, as they count, sorted. Of a secret round the sealed ones are opened; whoever closes it puts
 * them in place of the sealed ones. Null when the key is missing, damaged or not this round's, or a ballot says what its
 * form cannot say.
 */
export async function openBox(q: Reader, ctx: Ctx, round: Round, form: BallotForm): Promise<OpenedBallot[] | null> {
  if (!round.secret) return (await readChoices(q, ctx, round)).map(choice => ({ choice, code: "" }))
  const key = await readRoundKey(ctx.keyDir, round.id)
  if (!key || !round.publicKey || !(await isPairOf(round.publicKey, key.privateKey))) return null
  const keys = { publicKey: round.publicKey, privateKey: key.privateKey }
  const ballots = await openBallots(keys, await listSealed(q, ctx.community.id, round.id))
  if (!ballots?.every(({ choice }) => isCountable(form, choice))) return null
  // A paper has no code. Without one its row would be known as a paper's, and what few papers say with it.
  const filled = round.hasCodes ? ballots.map(({ choice, code }) => ({ choice, code: code || chanceCode() })) : ballots
  return filled.toSorted(inBallotOrder)
}

/** A paper may be invalid, a ballot from a tablet never. */
const isCountable = (form: BallotForm, choice: string) => choice === "invalid" || checkBallot(form, choice).ok

const chanceCode = () => String(randomInt(100_000_000)).padStart(8, "0")

/** The choices of a box that lies open: of a named round always, of a secret one since it was closed. */
export async function readChoices(q: Reader, ctx: Pick<Ctx, "community">, round: Round): Promise<string[]> {
  const ballots = await (round.secret ? listOpenedBallots : listNamedBallots)(q, ctx.community.id, round.id)
  return ballots.map(ballot => ballot.choice)
}

/**
 * Inner step: everyone entitled, in the order of strokes, with whether they were there during the round and voted. Who is
 * stood for was there where the holder was.
 */
export async function freezeRoll(q: Reader, communityId: string, round: Round): Promise<FrozenRoll> {
  const voted = new Set(await listRollParticipants(q, communityId, round.id))
  const leftDuring = await listLeftDuring(q, communityId, round)
  const attendances = await listAttendances(q, communityId, round.meetingId)
  const isVoted = (participantId: string) => voted.has(participantId)
  const wasThere = new Set(
    attendances
      .filter(({ participantId, presence }) =>
        tookPart({
          presence: presence ?? "absent",
          leftDuringRound: leftDuring.has(participantId),
          voted: isVoted(participantId),
        }),
      )
      .map(row => row.participantId),
  )
  const proxies = await listProxies(q, communityId, round.meetingId)
  const stoodFor = new Set(
    proxies.filter(one => !one.revokedAt && wasThere.has(one.holderId)).map(one => one.principalId),
  )
  return sortByStrokes(
    attendances
      .filter(row => row.standing === "entitled")
      .map(({ participantId, name, capacity }) => ({
        participantId,
        name,
        capacity,
        present: wasThere.has(participantId) || stoodFor.has(participantId),
        voted: isVoted(participantId),
      })),
    row => row.name,
  )
}

/**
 * Who left after the opening. Ids are made under the meeting's lock, in order: they know what came first also where the
 * machine's clock was put back meanwhile.
 */
async function listLeftDuring(q: Reader, communityId: string, round: Round): Promise<Set<string>> {
  const events = await listAttendanceEvents(q, communityId, round.meetingId)
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
  const counts = tally(choices as Mark[])
  if (!castingVote && awaitsCastingVote(rule, counts, attending)) return null
  return resultOf(rule, counts, attending, castingVote)
}
