import type { Reader } from "#db/client"
import { listCoveredStatements, listLastingEntries } from "./archive-statement-store"
import type { ArchiveDigest } from "./archive-store"

/**
 * What stays to be known of a chain that is right. key: from this digest on another key signed. resumed: the chain was taken
 * up again although it was not what had been signed last, or nothing was kept of it (`kept` null). unkept: nothing is kept
 * of it now, so that a missing end would not be seen; the next signing turns this into a lasting remark.
 */
export type ArchiveRemark =
  | { kind: "key"; sequence: number; at: Date }
  | { kind: "unkept"; at: Date }
  | {
      kind: "resumed"
      /** The digest that covers it; null where it was taken out. */
      sequence: number | null
      at: Date
      by: string
      reason: string
      kept: number | null
      last: number
    }

/** In their order of time. */
export async function readRemarks(
  q: Reader,
  communityId: string,
  chain: readonly ArchiveDigest[],
  isKept: boolean,
): Promise<ArchiveRemark[]> {
  const changes = chain.flatMap((row, at): ArchiveRemark[] =>
    at > 0 && row.publicKey !== chain[at - 1]!.publicKey ? [{ kind: "key", sequence: row.sequence, at: row.at }] : [],
  )
  const covered = new Map((await listCoveredStatements(q, communityId)).map(one => [one.id, one.sequence]))
  const resumed = (await listLastingEntries(q, communityId))
    .filter(entry => entry.action === "archive.resumed")
    .map(
      ({ id, at, actorName, detail }): ArchiveRemark => ({
        kind: "resumed",
        sequence: covered.get(id) ?? null,
        at,
        by: actorName,
        reason: String(detail.reason ?? ""),
        kept: typeof detail.kept === "number" ? detail.kept : null,
        last: Number(detail.last ?? 0),
      }),
    )
  const last = chain.at(-1)
  const unkept: ArchiveRemark[] = last && !isKept ? [{ kind: "unkept", at: last.at }] : []
  return [...changes, ...resumed, ...unkept].sort((a, b) => a.at.getTime() - b.at.getTime())
}
