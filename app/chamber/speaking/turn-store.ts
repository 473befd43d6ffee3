import { and, asc, eq } from "drizzle-orm"
import type { Reader, Writer } from "#db/client"
import { attendances } from "#db/schema/chamber"
import { motions } from "#db/schema/chamber-motions"
import { type RequestState, speakingRequests, speakingTurnEvents, speeches } from "#db/schema/chamber-speaking"
import { participants } from "#db/schema/convening"

export type SpeakingRequest = typeof speakingRequests.$inferSelect
export type SpeakingTurnEvent = typeof speakingTurnEvents.$inferSelect
export type RequestRow = Awaited<ReturnType<typeof listRequests>>[number]

/** Everyone who ever asked for the word in this meeting, by whom and in the order of asking. */
export const listRequests = (q: Reader, communityId: string, meetingId: string) =>
  q
    .select({
      requestId: speakingRequests.id,
      agendaItemId: speakingRequests.agendaItemId,
      motionId: speakingRequests.motionId,
      /** The motion's number in the meeting; null where none stood. */
      motionOrdinal: motions.ordinal,
      participantId: speakingRequests.participantId,
      kind: speakingRequests.kind,
      stance: speakingRequests.stance,
      state: speakingRequests.state,
      beyondLimit: speakingRequests.beyondLimit,
      requestedAt: speakingRequests.requestedAt,
      name: participants.name,
      standing: participants.standing,
      capacity: participants.capacity,
      organization: participants.organization,
      presence: attendances.presence,
    })
    .from(speakingRequests)
    .innerJoin(
      participants,
      and(
        eq(participants.communityId, speakingRequests.communityId),
        eq(participants.id, speakingRequests.participantId),
      ),
    )
    .leftJoin(
      attendances,
      and(
        eq(attendances.communityId, speakingRequests.communityId),
        eq(attendances.meetingId, speakingRequests.meetingId),
        eq(attendances.participantId, speakingRequests.participantId),
      ),
    )
    .leftJoin(
      motions,
      and(eq(motions.communityId, speakingRequests.communityId), eq(motions.id, speakingRequests.motionId)),
    )
    .where(and(eq(speakingRequests.communityId, communityId), eq(speakingRequests.meetingId, meetingId)))
    .orderBy(asc(speakingRequests.requestedAt), asc(speakingRequests.id))

export async function findRequest(q: Reader, communityId: string, requestId: string): Promise<SpeakingRequest | null> {
  const [row] = await q
    .select()
    .from(speakingRequests)
    .where(and(eq(speakingRequests.communityId, communityId), eq(speakingRequests.id, requestId)))
  return row ?? null
}

/** What one person asked for on one item. */
export const listOwnRequests = (
  q: Reader,
  key: { communityId: string; meetingId: string; agendaItemId: string; participantId: string },
): Promise<SpeakingRequest[]> =>
  q
    .select()
    .from(speakingRequests)
    .where(
      and(
        eq(speakingRequests.communityId, key.communityId),
        eq(speakingRequests.meetingId, key.meetingId),
        eq(speakingRequests.agendaItemId, key.agendaItemId),
        eq(speakingRequests.participantId, key.participantId),
      ),
    )
    .orderBy(asc(speakingRequests.requestedAt), asc(speakingRequests.id))

/** Whoever has the word in this meeting now, with the name. */
export const findSpeaker = (q: Reader, communityId: string, meetingId: string) =>
  findOneIn(q, communityId, meetingId, "speaking")

/** Whoever was interrupted by a point of order and has the word afterwards. */
export const findHeld = (q: Reader, communityId: string, meetingId: string) =>
  findOneIn(q, communityId, meetingId, "held")

async function findOneIn(q: Reader, communityId: string, meetingId: string, state: "speaking" | "held") {
  const [row] = await q
    .select({ requestId: speakingRequests.id, kind: speakingRequests.kind, name: participants.name })
    .from(speakingRequests)
    .innerJoin(
      participants,
      and(
        eq(participants.communityId, speakingRequests.communityId),
        eq(participants.id, speakingRequests.participantId),
      ),
    )
    .where(
      and(
        eq(speakingRequests.communityId, communityId),
        eq(speakingRequests.meetingId, meetingId),
        eq(speakingRequests.state, state),
      ),
    )
  return row ?? null
}

export const insertRequest = (q: Writer, row: SpeakingRequest) => q.insert(speakingRequests).values(row)

/** Guarded by the state it is moved from: false when someone else was first. */
export async function moveRequest(
  q: Writer,
  { communityId, id, version }: Pick<SpeakingRequest, "communityId" | "id" | "version">,
  from: RequestState,
  to: RequestState,
): Promise<boolean> {
  const changed = await q
    .update(speakingRequests)
    .set({ state: to, version: version + 1 })
    .where(
      and(
        eq(speakingRequests.communityId, communityId),
        eq(speakingRequests.id, id),
        eq(speakingRequests.state, from),
        eq(speakingRequests.version, version),
      ),
    )
    .returning({ id: speakingRequests.id })
  return changed.length === 1
}

export const insertTurnEvent = (q: Writer, row: SpeakingTurnEvent) => q.insert(speakingTurnEvents).values(row)

/** Of the whole meeting, or of one turn; ids are made in order too, which tells apart one millisecond's events. */
export const listTurnEvents = (
  q: Reader,
  communityId: string,
  meetingId: string,
  requestId?: string,
): Promise<SpeakingTurnEvent[]> =>
  q
    .select()
    .from(speakingTurnEvents)
    .where(
      and(
        eq(speakingTurnEvents.communityId, communityId),
        eq(speakingTurnEvents.meetingId, meetingId),
        ...(requestId === undefined ? [] : [eq(speakingTurnEvents.requestId, requestId)]),
      ),
    )
    .orderBy(asc(speakingTurnEvents.at), asc(speakingTurnEvents.id))

/** Which turns of the meeting have their gist. */
export async function listTurnsWithGist(q: Reader, communityId: string, meetingId: string): Promise<Set<string>> {
  const rows = await q
    .select({ requestId: speeches.requestId })
    .from(speeches)
    .where(and(eq(speeches.communityId, communityId), eq(speeches.meetingId, meetingId)))
  return new Set(rows.flatMap(row => row.requestId ?? []))
}
