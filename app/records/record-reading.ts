import type { Reader } from "#db/client"
import { type MeetingRecord, readMeetingRecord } from "~/chamber/meeting-record"
import { type ChallengeView, readChallenges } from "~/chamber/rounds/challenge-view"
import type { CommunityView } from "~/web/context"
import { readRecordedMeeting } from "./meeting-reading"
import type { RecordedMeeting } from "./recorded-meeting"

/** A meeting as its papers are drawn from it, and beside it what only the full record prints: clocks, wordings, challenges. */
export type FullRecord = {
  recorded: RecordedMeeting
  chamber: MeetingRecord
  /** 对计票的异议, by round. */
  challenges: ReadonlyMap<string, ChallengeView[]>
}

/** Null when there is no such meeting, or it was never convened. */
export async function readFullRecord(
  q: Reader,
  community: Pick<CommunityView, "id" | "name" | "shortName">,
  meetingId: string,
): Promise<FullRecord | null> {
  const recorded = await readRecordedMeeting(q, community, meetingId)
  const chamber = await readMeetingRecord(q, community.id, meetingId)
  if (!recorded || !chamber) return null
  const challenges = new Map<string, ChallengeView[]>()
  for (const round of recorded.motions.flatMap(motion => motion.rounds))
    challenges.set(round.id, await readChallenges(q, round))
  return { recorded, chamber, challenges }
}
