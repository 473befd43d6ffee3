import type { Reader } from "#db/client"
import type { Presence } from "#db/schema/chamber"
import { presenceNames } from "~/chamber/attendance/rules"
import { findAttendance } from "~/chamber/attendance/store"
import { findParticipant, type Meeting, type Participant } from "~/convening/store"
import { sortByStrokes } from "~/law/names"
import { done, type Result, refuse } from "~/law/result"
import type { Ctx } from "~/web/context"
import { listProxiesInForce } from "./attendance/proxy-store"
import { frozenRuleOf } from "./meeting-access"
import { listBallotFacts } from "./rounds/round-store"
import { readTable, type Table } from "./tablet-reads"

export type SeatHolder = {
  participantId: string
  name: string
  standing: "entitled" | "observer"
  presence: Presence
  presenceName: string
}

/** Somebody this delegate stands for. */
export type Principal = { participantId: string; name: string; hasVoted: boolean }

export const viewHolder = (
  { id, name, standing }: Pick<Participant, "id" | "name" | "standing">,
  presence: Presence = "absent",
): SeatHolder => ({ participantId: id, name, standing, presence, presenceName: presenceNames[presence] })

type SeatPlace = { table: Table; me: SeatHolder }

/** Where a seat sits, and whose it is. Refusal: not_seated. */
export async function findSeatPlace(ctx: Ctx): Promise<Result<SeatPlace>> {
  const { seat } = ctx.actor
  if (!seat) return refuse("not_seated")
  const q = ctx.db.read
  const table = await readTable(q, ctx.community.id, seat.meetingId)
  const participant = await findParticipant(q, ctx.community.id, seat.participantId)
  if (!table || participant?.meetingId !== table.meeting.id) return refuse("not_seated")
  const attendance = await findAttendance(q, ctx.community.id, table.meeting.id, participant.id)
  return done({ table, me: viewHolder(participant, attendance?.presence) })
}

/**
 * Those whom delegates stand for in an open round, by name and by who stands for them; without those who must not vote on
 * it.
 */
export async function readPrincipals(
  q: Reader,
  meeting: Meeting,
  roundId: string,
  holderIds: readonly string[],
): Promise<ReadonlyMap<string, Principal[]>> {
  const principals = new Map<string, Principal[]>()
  if (frozenRuleOf(meeting).proxies === "none") return principals
  const proxies = await listProxiesInForce(q, meeting.communityId, meeting.id)
  const held = proxies.filter(({ holderId }) => holderIds.includes(holderId))
  const key = { meetingId: meeting.id, roundId }
  const known = await listBallotFacts(
    q,
    meeting.communityId,
    key,
    held.map(one => one.principalId),
  )
  for (const { principalId, holderId } of held) {
    const facts = known.get(principalId)
    if (!facts || facts.recusedAt) continue
    const one = { participantId: principalId, name: facts.name, hasVoted: facts.earlierRequestKey !== null }
    principals.set(holderId, [...(principals.get(holderId) ?? []), one])
  }
  for (const [holderId, ofOne] of principals)
    principals.set(
      holderId,
      sortByStrokes(ofOne, one => one.name),
    )
  return principals
}
