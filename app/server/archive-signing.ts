import { listCommunityIds } from "~/people/account-store"
import { installationSigner, signDigest } from "~/registry/archive-digests"
import { isSigningDue } from "~/registry/archive-rules"
import { findLastDigest } from "~/registry/archive-store"
import type { Installation } from "~/web/context"

const hourMs = 3_600_000

/**
 * Signs the archive of every community once a day: at start where the last time is longer ago, and by the hour looks
 * whether a day is over. What fails is reported and tried again; it keeps no server from starting.
 */
export async function startSigning(
  installation: Installation,
  report: (error: unknown) => void,
): Promise<{ stop(): void }> {
  const signAll = () => signDueDigests(installation).catch(report)
  await signAll()
  const timer = setInterval(() => installation.background(signAll()), hourMs)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}

/** Returns in how many communities something new was signed. Throws in the end where a chain is not what was signed last. */
export async function signDueDigests(installation: Installation): Promise<number> {
  let signed = 0
  const refused: string[] = []
  for (const communityId of await listCommunityIds(installation.db.read)) {
    const last = await findLastDigest(installation.db.read, communityId)
    if (!isSigningDue(last?.at ?? null, installation.now())) continue
    const result = await signDigest(installation, communityId, installationSigner)
    if (!result.ok) refused.push(`${communityId} ${JSON.stringify(result.detail)}`)
    else if (result.value) signed += 1
  }
  if (refused.length > 0) throw new Error(`the archive is not what was signed last: ${refused.join(", ")}`)
  return signed
}
