import { and, asc, desc, eq } from "drizzle-orm"
import type { Reader, Writer } from "#db/client"
import { signatures } from "#db/schema/chamber"
import { auditEntries } from "#db/schema/registry"
import type { Signature } from "./signature-chain"

const ofMeeting = (communityId: string, meetingId: string) =>
  and(eq(signatures.communityId, communityId), eq(signatures.meetingId, meetingId))

/** In the order of the chain: no two of a meeting are of one instant. */
export const listSignatures = (q: Reader, communityId: string, meetingId: string): Promise<Signature[]> =>
  q.select().from(signatures).where(ofMeeting(communityId, meetingId)).orderBy(asc(signatures.signedAt))

/** The end of the chain, to which the next signature is tied; null before the first. */
export async function findLastLink(q: Reader, communityId: string, meetingId: string) {
  const [row] = await q
    .select({ signatureHash: signatures.signatureHash, signedAt: signatures.signedAt })
    .from(signatures)
    .where(ofMeeting(communityId, meetingId))
    .orderBy(desc(signatures.signedAt))
    .limit(1)
  return row ?? null
}

export async function hasSigned(q: Reader, communityId: string, meetingId: string, participantId: string) {
  const [row] = await q
    .select({ id: signatures.id })
    .from(signatures)
    .where(and(ofMeeting(communityId, meetingId), eq(signatures.participantId, participantId)))
    .limit(1)
  return row !== undefined
}

export const insertSignature = (q: Writer, row: Signature) => q.insert(signatures).values(row)

/** The links of a meeting's chain as the audit log was told of them. */
export async function listLinksTold(q: Reader, communityId: string, meetingId: string): Promise<string[]> {
  const rows = await q
    .select({ detail: auditEntries.detail })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.communityId, communityId),
        eq(auditEntries.subjectKind, "meeting"),
        eq(auditEntries.subjectId, meetingId),
        eq(auditEntries.action, "attendance.signed"),
      ),
    )
  return rows.map(({ detail }) => String(detail.signatureHash))
}
