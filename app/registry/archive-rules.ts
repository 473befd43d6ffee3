import { createHash } from "node:crypto"
import { addDays, addMinutes } from "date-fns"
import type { archiveStatementKinds } from "#db/schema/registry-archive"
import { canonicalJson, type Plain } from "~/law/canonical-json"

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

/** What of the log is lasting: which public editions were released and withdrawn, and that the chain was taken up again. */
export const lastingActions = ["publicEdition.released", "publicEdition.withdrawn", "archive.resumed"] as const

/** A lasting fact beside the documents, as a digest takes it in. */
export type Statement = {
  kind: (typeof archiveStatementKinds)[number]
  /** The document's id, or that of the log's entry. */
  id: string
  /** The document's title, or the log's action. */
  name: string
  at: Date
  /** SHA-256, hex, of the canonical JSON of what it says. */
  hash: string
}

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

export const statementHashOf = (said: Plain): string => sha256(canonicalJson(said))

/** A statement as a digest reads it: what it is, of what, what it says, when. */
export const statementLineOf = ({ kind, id, hash, at }: Omit<Statement, "name">): string =>
  `${kind} ${id} ${hash} ${at.toISOString()}`

/** SHA-256, hex, over the digest before and a line for each document and statement in order, each line ended by \n. */
export const digestOf = (
  previousDigest: string,
  documents: readonly CoveredDocument[],
  statements: readonly Statement[],
): string => digestOfLines(previousDigest, [...documents.map(lineOf), ...statements.map(statementLineOf)].sort())

const digestOfLines = (previousDigest: string, lines: readonly string[]): string =>
  sha256([previousDigest, ...lines].map(line => `${line}\n`).join(""))

/** The text that is signed. */
export const signedText = ({ communityId, sequence, at, documentCount, previousDigest, digest }: DigestFacts): string =>
  canonicalJson({ communityId, sequence, at: at.toISOString(), documentCount, previousDigest, digest })

/** Once a day; what is new waits until then, or until somebody signs by hand. */
export const isSigningDue = (lastAt: Date | null, now: Date): boolean => lastAt === null || addDays(lastAt, 1) <= now

/** A document filed while a digest is being made may be committed after it: no more than this is put down to that. */
const minutesOfGrace = 5

/** Whether what a later digest covers, or none yet, says it is older than the digest that passed it over. */
export const isPutBeneath = (createdAt: Date, passedOverAt: Date | null): boolean =>
  passedOverAt !== null && addMinutes(createdAt, minutesOfGrace) < passedOverAt

/** Which document, taken out, lets the digest come right; null where more than one thing was changed. */
export function findPutIn(
  { previousDigest, digest }: Pick<DigestFacts, "previousDigest" | "digest">,
  documents: readonly CoveredDocument[],
  statements: readonly Statement[],
): CoveredDocument | null {
  const lines = documents.map(lineOf)
  const beside = statements.map(statementLineOf)
  const without = (at: number) => [...lines.filter((_, other) => other !== at), ...beside].sort()
  return documents.find((_, at) => digestOfLines(previousDigest, without(at)) === digest) ?? null
}
