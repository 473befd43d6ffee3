import { createHash } from "node:crypto"
import { setImmediate } from "node:timers/promises"
import type { Reader } from "#db/client"
import type { Installation } from "~/web/context"
import { type HeadFault, readChainStanding } from "./archive-head"
import { isSigned, publicKeyOf } from "./archive-key"
import { type ArchiveRemark, readRemarks } from "./archive-remarks"
import { type CoveredDocument, digestOf, findPutIn, isPutBeneath, signedText } from "./archive-rules"
import { type FaultyStatement, openStatementBook } from "./archive-statement-check"
import {
  type ArchiveDigest,
  findContents,
  findTitle,
  listCoveredDocuments,
  listDigests,
  listUncovered,
} from "./archive-store"

/**
 * content: the file is not the one filed. facts: the facts are not those filed. missing: the document is gone. putIn: the
 * digest never covered it. beneath: it says it was filed before a digest that passed it over.
 */
export type DocumentFault = "content" | "facts" | "missing" | "putIn" | "beneath"

/**
 * sequence: a digest before it is gone. chain: it does not follow the one before. count: it covered another number of
 * documents. digest: what it covers reads otherwise now. signature: not by the key it names. key: by a key that is not, and
 * was not before, this installation's.
 */
export type DigestFault = "sequence" | "chain" | "count" | "digest" | "signature" | "key"

export type CheckedDigest = Pick<ArchiveDigest, "sequence" | "at" | "documentCount" | "digest"> & {
  faults: DigestFault[]
}
export type FaultyDocument = { documentId: string; title: string; sequence: number | null; faults: DocumentFault[] }
export type ArchiveCheck = {
  /** Whether the chain still holds what this installation signed last; null where it does. */
  head: HeadFault | null
  digests: CheckedDigest[]
  documents: FaultyDocument[]
  statements: FaultyStatement[]
  /** What is no fault and must be known for good. */
  remarks: ArchiveRemark[]
  /** How many documents were read, and how many of them no digest covers yet. */
  read: number
  uncovered: number
}

const documentsAtATime = 20
const sha256 = (data: string | Uint8Array) => createHash("sha256").update(data).digest("hex")

/**
 * 核对: recomputes every digest from the rows as they stand, the files' bytes included, a few documents at a time. Reads
 * only. The caller has asked for permission.
 */
export async function checkArchive(
  installation: Pick<Installation, "db" | "archiveKey">,
  communityId: string,
): Promise<ArchiveCheck> {
  const { read } = installation.db
  const ownKey = publicKeyOf(installation.archiveKey)
  const rows = await listDigests(read, communityId)
  const lastOwn = rows.findLastIndex(row => row.publicKey === ownKey)
  const { kept, fault } = await readChainStanding(read, installation.archiveKey, communityId)
  const book = await openStatementBook(read, communityId)
  const remarks = await readRemarks(read, communityId, rows, kept !== null || fault !== null)
  const check: ArchiveCheck = {
    head: fault,
    digests: [],
    documents: [],
    statements: book.faulty,
    remarks,
    read: 0,
    uncovered: 0,
  }
  for (const [at, row] of rows.entries()) {
    const before = rows[at - 1]
    const covered = await readCovered(read, row, before?.at ?? null)
    const statements = book.readCovered(row.sequence, before?.at ?? null)
    const faults: DigestFault[] = []
    if (row.sequence !== (before?.sequence ?? 0) + 1) faults.push("sequence")
    else if (row.previousDigest !== (before?.digest ?? "")) faults.push("chain")
    if (covered.count !== row.documentCount) faults.push("count")
    if (digestOf(row.previousDigest, covered.documents, statements) !== row.digest) {
      faults.push("digest")
      const extra = covered.count === row.documentCount + 1 && findPutIn(row, covered.documents, statements)
      if (extra) addFault(covered.faulty, extra, row, "putIn")
    }
    if (!isSigned(row.publicKey, signedText(row), row.signature)) faults.push("signature")
    // What an earlier key signed is vouched for by each digest that this key signed after it.
    if (row.publicKey !== ownKey && at > lastOwn) faults.push("key")
    check.read += covered.documents.length
    check.documents.push(...covered.faulty)
    const { sequence, documentCount, digest } = row
    check.digests.push({ sequence, at: row.at, documentCount, digest, faults })
  }
  const last = rows.at(-1)?.at ?? null
  book.readUncovered(last)
  for (const one of book.faulty) one.name ||= await nameGone(read, communityId, one)
  return addUncovered(read, communityId, check, last)
}

/** A withdrawal that is gone is named after its document. */
const nameGone = async (q: Reader, communityId: string, { kind, id }: FaultyStatement): Promise<string> =>
  (kind === "withdrawal" && (await findTitle(q, communityId, id))) || ""

type Covered = {
  /** How many entries it has. */
  count: number
  documents: CoveredDocument[]
  faulty: FaultyDocument[]
}

async function readCovered(q: Reader, { communityId, sequence }: ArchiveDigest, before: Date | null): Promise<Covered> {
  const covered: Covered = { count: 0, documents: [], faulty: [] }
  for (let after = ""; ; ) {
    const page = await listCoveredDocuments(q, communityId, { sequence, after, most: documentsAtATime })
    for (const { documentId, coveredFileHash, document } of page) {
      covered.count += 1
      const of = { documentId, title: document?.title ?? "" }
      if (!document) {
        addFault(covered.faulty, of, { sequence }, "missing")
        continue
      }
      // The bytes are let go of with their page.
      const { content, facts, ...filed } = document
      const { fileHash, factsHash, createdAt } = filed
      covered.documents.push(filed)
      if (fileHash !== coveredFileHash || sha256(content) !== fileHash)
        addFault(covered.faulty, of, { sequence }, "content")
      if (sha256(facts) !== factsHash) addFault(covered.faulty, of, { sequence }, "facts")
      if (isPutBeneath(createdAt, before)) addFault(covered.faulty, of, { sequence }, "beneath")
    }
    if (page.length < documentsAtATime) return covered
    after = page.at(-1)!.documentId
    // Whoever else waits for the server has a turn between the pages.
    await setImmediate()
  }
}

/** What no digest covers yet is read too: its file and facts must fit, and it must not be older than the last digest. */
async function addUncovered(q: Reader, communityId: string, check: ArchiveCheck, last: Date | null) {
  for (const { documentId, fileHash, factsHash, createdAt } of await listUncovered(q, communityId)) {
    const held = await findContents(q, communityId, documentId)
    if (!held) continue
    const of = { documentId, title: held.title }
    check.read += 1
    check.uncovered += 1
    if (sha256(held.content) !== fileHash) addFault(check.documents, of, { sequence: null }, "content")
    if (sha256(held.facts) !== factsHash) addFault(check.documents, of, { sequence: null }, "facts")
    if (isPutBeneath(createdAt, last)) addFault(check.documents, of, { sequence: null }, "beneath")
    await setImmediate()
  }
  return check
}

function addFault(
  faulty: FaultyDocument[],
  { documentId, title }: { documentId: string; title: string },
  { sequence }: { sequence: number | null },
  fault: DocumentFault,
): void {
  const known = faulty.find(one => one.documentId === documentId)
  if (known) known.faults.push(fault)
  else faulty.push({ documentId, title, sequence, faults: [fault] })
}
