import { createHash } from "node:crypto"
import type { signatures } from "#db/schema/chamber"
import { canonicalJson } from "~/law/canonical-json"

export type Signature = typeof signatures.$inferSelect

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex")

/** What was signed: who, at which meeting, under which words. */
export const contentHashOf = (signature: Pick<Signature, "meetingId" | "participantId" | "statement">): string =>
  sha256(
    canonicalJson({
      meetingId: signature.meetingId,
      participantId: signature.participantId,
      purpose: "checkIn",
      statement: signature.statement,
    }),
  )

/** The link of the chain: content, person, time and drawing, tied to the signature before it in the meeting ("" for the first). */
export const signatureHashOf = (
  signature: Pick<Signature, "contentHash" | "participantId" | "signedAt" | "strokes" | "width" | "height">,
  before: string,
): string =>
  sha256(
    canonicalJson({
      before,
      contentHash: signature.contentHash,
      participantId: signature.participantId,
      signedAt: signature.signedAt.toISOString(),
      strokes: signature.strokes,
      width: signature.width,
      height: signature.height,
    }),
  )

/**
 * The signatures of one meeting, in their order of time, which do not fit: whose words, person, time or drawing is not what
 * was signed, before which one is missing, or which the audit log does not know. `told` are the links as the audit log
 * has them; what is there and not here was taken away from the end. Empty: the chain holds.
 */
export function brokenLinks(chain: readonly Signature[], told: readonly string[]): string[] {
  const [here, known] = [new Set(chain.map(signature => signature.signatureHash)), new Set(told)]
  let before = ""
  const broken = chain.filter(signature => {
    const link = signatureHashOf(signature, before)
    before = signature.signatureHash
    return signature.contentHash !== contentHashOf(signature) || before !== link || !known.has(link)
  })
  return [...broken.map(signature => signature.id), ...told.filter(hash => !here.has(hash))]
}
