import { auditAs } from "~/registry/audit"
import type { Installation } from "~/web/context"
import { updateUnfinishedRoundsAnnulled } from "./unfinished-rounds-store"

/** Annuls every round that was opened and not proclaimed, in every community. Returns how many. */
export async function annulUnfinishedRounds(installation: Installation, reason: string): Promise<number> {
  return installation.db.tx("unfinished-rounds", async q => {
    const annulled = await updateUnfinishedRoundsAnnulled(q, installation.now(), reason)
    for (const round of annulled)
      await auditAs(
        q,
        installation,
        { communityId: round.communityId, personId: null, name: "恢复备份" },
        "round.annulled",
        { kind: "motion", id: round.motionId },
        { reason, meetingId: round.meetingId },
      )
    return annulled.length
  })
}
