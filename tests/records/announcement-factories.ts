import { must } from "#tests/chamber/factories"
import type { World } from "#tests/world"
import { releaseAnnouncement, sendAnnouncement } from "~/records/announcement-release"
import { draftCountAnnouncement } from "~/records/round-sheets"
import { hashFacts } from "~/registry/drawing"

/** The announcement of this round as it reads now, sent by the secretary 乙二 and released by the reviewer 戊五. */
export async function aReleasedAnnouncement(world: World, key: { meetingId: string; roundId: string }): Promise<void> {
  const secretary = await world.as("secretary")
  must(await sendAnnouncement(secretary, key))
  const { facts } = must(await draftCountAnnouncement(secretary, key))
  must(await releaseAnnouncement(await world.as("reviewer"), { ...key, factsHash: hashFacts(facts) }))
}
