import { isUniqueViolation } from "#db/client"
import type { Installation } from "~/web/context"
import { publicKeyOf, signText } from "./archive-key"
import { digestOf, signedText } from "./archive-rules"
import { type ArchiveDigest, findLastDigest, insertDigest, insertDigestEntries, listUncovered } from "./archive-store"
import { auditAs } from "./audit"

type Signing = Pick<Installation, "db" | "now" | "newId" | "archiveKey">

/** Whose name the log gives; the installation itself signs by the day. */
export type Signer = { personId: string | null; name: string }
export const installationSigner: Signer = { personId: null, name: "本机定时" }

/**
 * 签名: a digest over every document that none covers yet, signed with the key of this installation. Null where there is
 * nothing new. The caller has asked for permission.
 */
export async function signDigest(
  installation: Signing,
  communityId: string,
  signer: Signer,
): Promise<ArchiveDigest | null> {
  // Documents never change once filed: they are read outside the transaction, which only writes.
  const documents = await listUncovered(installation.db.read, communityId)
  if (documents.length === 0) return null
  const sign = () =>
    installation.db.tx(`archive:${communityId}`, async q => {
      const last = await findLastDigest(q, communityId)
      const previousDigest = last?.digest ?? ""
      const facts = {
        communityId,
        sequence: (last?.sequence ?? 0) + 1,
        at: installation.now(),
        documentCount: documents.length,
        previousDigest,
        digest: digestOf(previousDigest, documents),
      }
      const signature = signText(installation.archiveKey, signedText(facts))
      const row = { ...facts, signature, publicKey: publicKeyOf(installation.archiveKey) }
      await insertDigest(q, row)
      await insertDigestEntries(
        q,
        documents.map(({ documentId, fileHash }) => ({ communityId, documentId, sequence: row.sequence, fileHash })),
      )
      await auditAs(
        q,
        installation,
        { communityId, ...signer },
        "archive.signed",
        { kind: "community", id: communityId },
        { sequence: row.sequence, documents: documents.length },
      )
      return row
    })
  return sign().catch(error => {
    // Somebody signed at the same moment: whatever is left is covered anew.
    if (isUniqueViolation(error)) return signDigest(installation, communityId, signer)
    throw error
  })
}
