import { createHash } from "node:crypto"
import { addDays, addMinutes } from "date-fns"
import { canonicalJson } from "~/law/canonical-json"

/** What a digest takes in of one document. */
export type CoveredDocument = { documentId: string; fileHash: string; factsHash: string; createdAt: Date }

/** A digest before it is signed. */
export type DigestFacts = {
  communityId: string
  sequence: number
  at: Date
  documentCount: number
  previousDigest: string
  digest: string
}

/** One document as a digest reads it: id, digest of the file, digest of its facts, moment of filing. */
export const lineOf = ({ documentId, fileHash, factsHash, createdAt }: CoveredDocument): string =>
  `${documentId} ${fileHash} ${factsHash} ${createdAt.toISOString()}`

/** SHA-256, hex, over the digest before and a line for each document in order of their ids, each line ended by \n. */
export function digestOf(previousDigest: string, documents: readonly CoveredDocument[]): string {
  const lines = documents.map(lineOf).sort()
  return createHash("sha256")
    .update([previousDigest, ...lines].map(line => `${line}\n`).join(""))
    .digest("hex")
}

/** The text that is signed. */
export const signedText = ({ communityId, sequence, at, documentCount, previousDigest, digest }: DigestFacts): string =>
  canonicalJson({ communityId, sequence, at: at.toISOString(), documentCount, previousDigest, digest })

/** Once a day; what is new waits until then, or until somebody signs by hand. */
export const isSigningDue = (lastAt: Date | null, now: Date): boolean => lastAt === null || addDays(lastAt, 1) <= now

/** A document filed while a digest is being made may be committed after it: no more than this is put down to that. */
const minutesOfGrace = 5

/** Whether a document that a later digest covers, or none yet, says it was filed before the digest that passed it over. */
export const isPutBeneath = (createdAt: Date, passedOverAt: Date | null): boolean =>
  passedOverAt !== null && addMinutes(createdAt, minutesOfGrace) < passedOverAt

/** Which entry, taken out, lets the digest come right; null where more than one thing was changed. */
export function findPutIn(
  previousDigest: string,
  digest: string,
  documents: readonly CoveredDocument[],
): CoveredDocument | null {
  return (
    documents.find(
      extra =>
        digestOf(
          previousDigest,
          documents.filter(one => one !== extra),
        ) === digest,
    ) ?? null
  )
}
