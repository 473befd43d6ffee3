import { and, asc, desc, eq } from "drizzle-orm"
import type { Reader, Writer } from "#db/client"
import { speeches } from "#db/schema/chamber-speaking"
import { participants } from "#db/schema/convening"

export type Speech = typeof speeches.$inferSelect

export const listSpeeches = (q: Reader, communityId: string, meetingId: string) =>
  q
    .select({
      id: speeches.id,
      agendaItemId: speeches.agendaItemId,
      ordinal: speeches.ordinal,
      participantId: speeches.participantId,
      name: participants.name,
      standing: participants.standing,
      capacity: participants.capacity,
      stance: speeches.stance,
      gist: speeches.gist,
      at: speeches.at,
      requestId: speeches.requestId,
      version: speeches.version,
    })
    .from(speeches)
    .innerJoin(
      participants,
      and(eq(participants.communityId, speeches.communityId), eq(participants.id, speeches.participantId)),
    )
    .where(and(eq(speeches.communityId, communityId), eq(speeches.meetingId, meetingId)))
    .orderBy(asc(speeches.at), asc(speeches.id))

export async function findSpeech(q: Reader, communityId: string, speechId: string): Promise<Speech | null> {
  const [row] = await q
    .select()
    .from(speeches)
    .where(and(eq(speeches.communityId, communityId), eq(speeches.id, speechId)))
  return row ?? null
}

export async function findLastSpeechOrdinal(
  q: Reader,
  communityId: string,
  meetingId: string,
  agendaItemId: string,
): Promise<number> {
  const [row] = await q
    .select({ ordinal: speeches.ordinal })
    .from(speeches)
    .where(
      and(
        eq(speeches.communityId, communityId),
        eq(speeches.meetingId, meetingId),
        eq(speeches.agendaItemId, agendaItemId),
      ),
    )
    .orderBy(desc(speeches.ordinal))
    .limit(1)
  return row?.ordinal ?? 0
}

export const insertSpeech = (q: Writer, row: Speech) => q.insert(speeches).values(row)

/** Guarded by version: false when someone else was first. */
export async function updateSpeech(
  q: Writer,
  key: { communityId: string; id: string; version: number },
  set: Pick<Speech, "stance" | "gist">,
): Promise<boolean> {
  const changed = await q
    .update(speeches)
    .set({ ...set, version: key.version + 1 })
    .where(and(eq(speeches.communityId, key.communityId), eq(speeches.id, key.id), eq(speeches.version, key.version)))
    .returning({ id: speeches.id })
  return changed.length === 1
}
