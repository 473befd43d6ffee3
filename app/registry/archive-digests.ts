import { isUniqueViolation, type Writer } from "#db/client"
import { done, type Refusal, type Result, refuse } from "~/law/result"
import type { Installation } from "~/web/context"
import { type ChainStanding, keepHead, readChainStanding, writeHead } from "./archive-head"
import { publicKeyOf, signText } from "./archive-key"
import { type CoveredDocument, digestOf, signedText } from "./archive-rules"
import { insertCoveredStatements } from "./archive-statement-store"
import { listUncoveredStatements } from "./archive-statements"
import { type ArchiveDigest, insertDigest, insertDigestEntries, listUncovered } from "./archive-store"
import { auditAs } from "./audit"

type Signing = Pick<Installation, "db" | "now" | "newId" | "archiveKey">

/** Whose name the log gives; the installation itself signs by the day. */
export type Signer = { personId: string | null; name: string }
export const installationSigner: Signer = { personId: null, name: "本机定时" }

/**
 * 签名: a digest over every document and every lasting fact beside them that none covers yet, signed with the key of this
 * installation. Null where there is nothing new. The caller has asked for permission. Refusal: archive_behind, where the
 * chain is not what this installation signed last.
 */
export async function signDigest(
  installation: Signing,
  communityId: string,
  signer: Signer,
): Promise<Result<ArchiveDigest | null>> {
  const { read } = installation.db
  const standing = await readChainStanding(read, installation.archiveKey, communityId)
  if (standing.fault) return behind(standing)
  // Documents never change once filed: they are read outside the transaction, which only writes.
  const documents = await listUncovered(read, communityId)
  const isNew = documents.length > 0 || (await listUncoveredStatements(read, communityId)).length > 0
  if (!isNew && !isUnkept(standing)) {
    if (standing.last && standing.last.sequence !== standing.kept?.sequence) await keepHead(installation, communityId)
    return done(null)
  }
  if (!standing.last && !standing.kept) writeHead(installation.archiveKey, communityId, { sequence: 0, digest: "" })
  const sign = () =>
    installation.db.tx(`archive:${communityId}`, async q => {
      const now = await readChainStanding(q, installation.archiveKey, communityId)
      if (now.fault) return behind(now)
      if (isUnkept(now)) await auditResumed(q, installation, { communityId, ...signer }, now, "")
      return done(await signIn(q, installation, { communityId, ...signer }, now.last, documents))
    })
  const signed = await sign().catch(error => {
    // Somebody signed at the same moment: whatever is left is covered anew.
    if (isUniqueViolation(error)) return null
    throw error
  })
  if (!signed) return signDigest(installation, communityId, signer)
  if (signed.ok) await keepHead(installation, communityId)
  return signed
}

/**
 * Takes the chain up where the database has it, although this installation signed more or other: after a backup was
 * restored on purpose. It is signed at once that this was done, by whom and why, and each check says so from then on. The
 * caller has asked for permission. Refusals: archive_reason_missing, archive_not_behind.
 */
export async function resumeDigests(
  installation: Signing,
  communityId: string,
  signer: Signer,
  reason: string,
): Promise<Result<ArchiveDigest>> {
  if (reason.trim() === "") return refuse("archive_reason_missing", { field: "reason" })
  const documents = await listUncovered(installation.db.read, communityId)
  const signed = await installation.db.tx(`archive:${communityId}`, async q => {
    const standing = await readChainStanding(q, installation.archiveKey, communityId)
    if (!standing.fault) return refuse("archive_not_behind")
    await auditResumed(q, installation, { communityId, ...signer }, standing, reason.trim())
    return done(await signIn(q, installation, { communityId, ...signer }, standing.last, documents))
  })
  if (signed.ok) await keepHead(installation, communityId)
  return signed
}

/** A chain of which nothing was kept: the file was lost, or the archive came from another machine. It is never silent. */
const isUnkept = ({ kept, last }: ChainStanding): boolean => kept === null && last !== null

const behind = ({ kept, last, fault }: ChainStanding): Refusal =>
  refuse("archive_behind", { kept: kept?.sequence ?? null, last: last?.sequence ?? 0, fault })

/** Null, where nothing was kept, is said too. */
const auditResumed = (
  q: Writer,
  installation: Signing,
  who: Signer & { communityId: string },
  { kept, last, fault }: ChainStanding,
  reason: string,
) =>
  auditAs(
    q,
    installation,
    who,
    "archive.resumed",
    { kind: "community", id: who.communityId },
    { reason, fault, kept: kept?.sequence ?? null, keptDigest: kept?.digest ?? null, last: last?.sequence ?? 0 },
  )

/** Inner step: the next digest, over these documents and whatever else is new. */
async function signIn(
  q: Writer,
  installation: Signing,
  who: Signer & { communityId: string },
  last: ArchiveDigest | null,
  documents: readonly CoveredDocument[],
): Promise<ArchiveDigest> {
  const { communityId } = who
  const statements = await listUncoveredStatements(q, communityId)
  const previousDigest = last?.digest ?? ""
  const facts = {
    communityId,
    sequence: (last?.sequence ?? 0) + 1,
    at: installation.now(),
    documentCount: documents.length,
    previousDigest,
    digest: digestOf(previousDigest, documents, statements),
  }
  const signature = signText(installation.archiveKey, signedText(facts))
  const row = { ...facts, signature, publicKey: publicKeyOf(installation.archiveKey) }
  const { sequence } = row
  await insertDigest(q, row)
  await insertDigestEntries(
    q,
    documents.map(({ documentId, fileHash }) => ({ communityId, documentId, sequence, fileHash })),
  )
  await insertCoveredStatements(
    q,
    statements.map(({ kind, id, hash }) => ({ communityId, kind, statementId: id, sequence, hash })),
  )
  await auditAs(
    q,
    installation,
    who,
    "archive.signed",
    { kind: "community", id: communityId },
    { sequence, documents: documents.length, statements: statements.length },
  )
  return row
}
