import { and, asc, count, eq, inArray, max } from "drizzle-orm"
import { inChunks, type Reader, type Writer } from "#db/client"
import { type PaperState, paperBallots, paperEntries } from "#db/schema/chamber-paper"
import { type RoundMedium, rollEntries, rounds } from "#db/schema/chamber-rounds"
import { participants } from "#db/schema/convening"

export type PaperBallot = typeof paperBallots.$inferSelect
export type PaperEntry = typeof paperEntries.$inferSelect

/** Held or handed in: whoever has one votes on no tablet. */
const inForce = ["issued", "returned"] as const satisfies readonly PaperState[]

/** Whether this voter holds a paper of the round, or has handed it in. */
export async function holdsPaper(
  q: Reader,
  communityId: string,
  roundId: string,
  participantId: string,
): Promise<boolean> {
  const [row] = await q
    .select({ serial: paperBallots.serial })
    .from(paperBallots)
    .where(
      and(
        eq(paperBallots.communityId, communityId),
        eq(paperBallots.roundId, roundId),
        eq(paperBallots.participantId, participantId),
        inArray(paperBallots.state, [...inForce]),
      ),
    )
  return row !== undefined
}

/** Every paper of a round by its serial, with its voter's name and how that voter stands on the roll. */
export const listPapers = (q: Reader, communityId: string, roundId: string) =>
  q
    .select({
      serial: paperBallots.serial,
      participantId: paperBallots.participantId,
      name: participants.name,
      state: paperBallots.state,
      /** The proxy who got it in the voter's place; null where the voter did. */
      handedToId: paperBallots.handedToId,
      /** Null while the voter is not on the roll. */
      channel: rollEntries.channel,
    })
    .from(paperBallots)
    .innerJoin(
      participants,
      and(eq(participants.communityId, paperBallots.communityId), eq(participants.id, paperBallots.participantId)),
    )
    .leftJoin(
      rollEntries,
      and(
        eq(rollEntries.communityId, paperBallots.communityId),
        eq(rollEntries.roundId, paperBallots.roundId),
        eq(rollEntries.participantId, paperBallots.participantId),
      ),
    )
    .where(and(eq(paperBallots.communityId, communityId), eq(paperBallots.roundId, roundId)))
    .orderBy(asc(paperBallots.serial))

export type Paper = Awaited<ReturnType<typeof listPapers>>[number]

export async function findLastSerial(q: Reader, communityId: string, roundId: string): Promise<number> {
  const [row] = await q
    .select({ last: max(paperBallots.serial) })
    .from(paperBallots)
    .where(and(eq(paperBallots.communityId, communityId), eq(paperBallots.roundId, roundId)))
  return row?.last ?? 0
}

export async function countPapers(q: Reader, communityId: string, roundId: string): Promise<number> {
  const [row] = await q
    .select({ count: count() })
    .from(paperBallots)
    .where(and(eq(paperBallots.communityId, communityId), eq(paperBallots.roundId, roundId)))
  return row?.count ?? 0
}

export async function insertPapers(q: Writer, rows: readonly PaperBallot[]): Promise<void> {
  for (const chunk of inChunks([...rows])) await q.insert(paperBallots).values(chunk)
}

/** Guarded: only a paper that is still out. False when its end was written before. */
export async function settlePaper(
  q: Writer,
  key: { communityId: string; roundId: string; serial: number },
  state: Exclude<PaperState, "issued">,
): Promise<boolean> {
  const settled = await q
    .update(paperBallots)
    .set({ state })
    .where(
      and(
        eq(paperBallots.communityId, key.communityId),
        eq(paperBallots.roundId, key.roundId),
        eq(paperBallots.serial, key.serial),
        eq(paperBallots.state, "issued"),
      ),
    )
    .returning({ serial: paperBallots.serial })
  return settled.length === 1
}

/**
 * 改回: a paper that was marked as back or missing is out again, and its voter off the roll where that paper put them there.
 * The database lets nothing else leave the roll, and not even this once anything was read. False when it was not so marked.
 */
export async function reopenPaper(
  q: Writer,
  key: { communityId: string; roundId: string; serial: number },
  participantId: string,
): Promise<boolean> {
  const reopened = await q
    .update(paperBallots)
    .set({ state: "issued" })
    .where(
      and(
        eq(paperBallots.communityId, key.communityId),
        eq(paperBallots.roundId, key.roundId),
        eq(paperBallots.serial, key.serial),
        inArray(paperBallots.state, ["returned", "missing"]),
      ),
    )
    .returning({ serial: paperBallots.serial })
  if (reopened.length === 0) return false
  await q
    .delete(rollEntries)
    .where(
      and(
        eq(rollEntries.communityId, key.communityId),
        eq(rollEntries.roundId, key.roundId),
        eq(rollEntries.participantId, participantId),
        eq(rollEntries.channel, "paper"),
      ),
    )
  return true
}

/** Where ballots of an open round are taken. */
export const updateMedium = (q: Writer, communityId: string, roundId: string, medium: RoundMedium) =>
  q
    .update(rounds)
    .set({ medium })
    .where(and(eq(rounds.communityId, communityId), eq(rounds.id, roundId), eq(rounds.state, "open")))

/** In the order of the sheets. */
export const listEntries = (q: Reader, communityId: string, roundId: string): Promise<PaperEntry[]> =>
  q
    .select()
    .from(paperEntries)
    .where(and(eq(paperEntries.communityId, communityId), eq(paperEntries.roundId, roundId)))
    .orderBy(asc(paperEntries.sheet))

export async function findEntry(
  q: Reader,
  key: { communityId: string; roundId: string; sheet: number },
): Promise<PaperEntry | null> {
  const [row] = await q
    .select()
    .from(paperEntries)
    .where(
      and(
        eq(paperEntries.communityId, key.communityId),
        eq(paperEntries.roundId, key.roundId),
        eq(paperEntries.sheet, key.sheet),
      ),
    )
  return row ?? null
}

export const insertEntry = (q: Writer, row: PaperEntry) => q.insert(paperEntries).values(row)

/** Guarded by the version: false when someone else was first. */
export async function updateEntry(
  q: Writer,
  key: Pick<PaperEntry, "communityId" | "roundId" | "sheet" | "version">,
  set: Partial<PaperEntry>,
): Promise<boolean> {
  const changed = await q
    .update(paperEntries)
    .set({ ...set, version: key.version + 1 })
    .where(
      and(
        eq(paperEntries.communityId, key.communityId),
        eq(paperEntries.roundId, key.roundId),
        eq(paperEntries.sheet, key.sheet),
        eq(paperEntries.version, key.version),
      ),
    )
    .returning({ sheet: paperEntries.sheet })
  return changed.length === 1
}

/** After the box of a secret round was opened, what was sealed of its sheets is dropped. */
export const dropSealedEntries = (q: Writer, communityId: string, roundId: string) =>
  q
    .update(paperEntries)
    .set({ sealed: null })
    .where(and(eq(paperEntries.communityId, communityId), eq(paperEntries.roundId, roundId)))

/** 发放回收登记: every paper of a round by its serial, who got it and from whom. */
export const listHandedPapers = (q: Reader, communityId: string, roundId: string) =>
  q
    .select({
      serial: paperBallots.serial,
      participantId: paperBallots.participantId,
      handedToId: paperBallots.handedToId,
      issuedBy: paperBallots.issuedBy,
      state: paperBallots.state,
    })
    .from(paperBallots)
    .where(and(eq(paperBallots.communityId, communityId), eq(paperBallots.roundId, roundId)))
    .orderBy(asc(paperBallots.serial))
