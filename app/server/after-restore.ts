import { annulUnfinishedRounds } from "~/chamber/rounds/unfinished-rounds"
import type { Environment } from "~/web/environment"
import { openInstallation } from "./installation"

/** A restore to the middle of a vote means a new round: ballots acknowledged since the backup are not in it. */
export async function annulRoundsAfterRestore(environment: Environment): Promise<number> {
  const { installation, close } = await openInstallation(environment)
  try {
    return await annulUnfinishedRounds(installation, "数据从备份恢复，恢复前收到的票可能不全")
  } finally {
    await close()
  }
}
