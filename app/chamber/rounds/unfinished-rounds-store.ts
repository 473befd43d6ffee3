import { inArray } from "drizzle-orm"
import type { Writer } from "#db/client"
import { rounds } from "#db/schema/chamber-rounds"

export const updateUnfinishedRoundsAnnulled = (q: Writer, now: Date, reason: string) =>
  q
    .update(rounds)
    .set({ state: "annulled", annulledAt: now, annulReason: reason })
    .where(inArray(rounds.state, ["open", "closed"]))
    .returning({ communityId: rounds.communityId, meetingId: rounds.meetingId, motionId: rounds.motionId })
