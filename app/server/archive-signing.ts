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

/** Returns in how many communities something new was signed. */
export async function signDueDigests(installation: Installation): Promise<number> {
  let signed = 0
  for (const communityId of await listCommunityIds(installation.db.read)) {
    const last = await findLastDigest(installation.db.read, communityId)
    if (!isSigningDue(last?.at ?? null, installation.now())) continue
    if (await signDigest(installation, communityId, installationSigner)) signed += 1
  }
  return signed
}
