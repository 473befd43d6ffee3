import { annulUnfinishedRounds } from "~/chamber/rounds/unfinished-rounds"
import { listCommunityIds } from "~/people/account-store"
import { readChainStanding } from "~/registry/archive-head"
import type { Installation } from "~/web/context"
import type { Environment } from "~/web/environment"
import { openInstallation } from "./installation"

/**
 * A restore to the middle of a vote means a new round: ballots acknowledged since the backup are not in it. Of archives it
 * only counts those that were signed since: an administrator says why before they are signed on.
 */
export async function settleAfterRestore(environment: Environment): Promise<{ annulled: number; behind: number }> {
  const { installation, close } = await openInstallation(environment)
  try {
    const annulled = await annulUnfinishedRounds(installation, "数据从备份恢复，恢复前收到的票可能不全")
    return { annulled, behind: await countArchivesBehind(installation) }
  } finally {
    await close()
  }
}

/** In how many communities the chain of signed digests is not what this installation signed last. */
export async function countArchivesBehind({
  db,
  archiveKey,
}: Pick<Installation, "db" | "archiveKey">): Promise<number> {
  let behind = 0
  for (const communityId of await listCommunityIds(db.read))
    if ((await readChainStanding(db.read, archiveKey, communityId)).fault) behind += 1
  return behind
}
