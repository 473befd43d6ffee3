import { createHash } from "node:crypto"
import { addDays, addMinutes } from "date-fns"
import { canonicalJson } from "~/law/canonical-json"

/** What a document is registered as: what a check of it tells strangers, and what says whose paper it is. */
export type Registered = {
  kind: string
  format: string
  subjectKind: string
  subjectId: string
  version: number
  number: string | null
  title: string
  createdBy: string
}

/** What a digest takes in of one document. */
export type CoveredDocument = Registered & { documentId: string; fileHash: string; factsHash: string; createdAt: Date }

/** A digest before it is signed. */
export type DigestFacts = {
  communityId: string
  sequence: number
  at: Date
  documentCount: number
  previousDigest: string
  digest: string
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex")

export const registeredOf = (document: Registered): Registered => {
  const { kind, format, subjectKind, subjectId, version, number, title, createdBy } = document
  return { kind, format, subjectKind, subjectId, version, number, title, createdBy }
}

/** SHA-256, hex, over the canonical JSON of what a document is registered as. */
export const registrationHashOf = (document: Registered): string => sha256(canonicalJson(registeredOf(document)))

/** One document as a digest reads it: id, digests of the file, the facts and the registration, moment of filing. */
export const lineOf = (document: CoveredDocument): string => {
  const { documentId, fileHash, factsHash, createdAt } = document
  return `${documentId} ${fileHash} ${factsHash} ${registrationHashOf(document)} ${createdAt.toISOString()}`
}

/** SHA-256, hex, over the digest before and a line for each document in order of their ids, each line ended by \n. */
export const digestOf = (previousDigest: string, documents: readonly CoveredDocument[]): string =>
  digestOfLines(previousDigest, documents.map(lineOf).sort())

const digestOfLines = (previousDigest: string, lines: readonly string[]): string =>
  sha256([previousDigest, ...lines].map(line => `${line}\n`).join(""))

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
  const lines = documents.map(lineOf)
  const without = (at: number) => lines.filter((_, other) => other !== at).sort()
  return documents.find((_, at) => digestOfLines(previousDigest, without(at)) === digest) ?? null
}
