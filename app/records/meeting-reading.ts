import type { Reader } from "#db/client"
import { listAttendances } from "~/chamber/attendance/store"
import { listMotions } from "~/chamber/motions/store"
import { listRounds } from "~/chamber/rounds/round-store"
import { listSpeeches } from "~/chamber/speaking/store"
import { listProposalsOfMeeting } from "~/chamber/store"
import { findMeeting, listAgendaItems, listParticipants } from "~/convening/store"
import { readSnapshot } from "~/rulebook/rules"
import type { CommunityView } from "~/web/context"
import type { RecordedMeeting } from "./recorded-meeting"
import { findVenue, listPersonNames } from "./store"

/** What was recorded of a meeting of this community; null when there is none, or when it was never convened. */
export async function readRecordedMeeting(
  q: Reader,
  community: Pick<CommunityView, "id" | "name">,
  meetingId: string,
): Promise<RecordedMeeting | null> {
  const meeting = await findMeeting(q, community.id, meetingId)
  if (!meeting?.ruleSnapshot) return null
  const invited = await listParticipants(q, community.id, meetingId)
  const attendances = new Map((await listAttendances(q, community.id, meetingId)).map(row => [row.participantId, row]))
  const proposals = await listProposalsOfMeeting(q, community.id, meetingId)
  const rounds = await listRounds(q, community.id, meetingId)
  const officers = [meeting.chairPersonId, meeting.recorderPersonId].filter(id => id !== null)
  const names = new Map((await listPersonNames(q, community.id, officers)).map(person => [person.id, person.name]))
  const nameOf = (personId: string | null) => (personId ? (names.get(personId) ?? "") : "")
  return {
    communityName: community.name,
    meeting,
    rule: readSnapshot(meeting.ruleSnapshot),
    venue: meeting.venueId ? await findVenue(q, community.id, meeting.venueId) : null,
    chairName: nameOf(meeting.chairPersonId),
    recorderName: nameOf(meeting.recorderPersonId),
    agenda: await listAgendaItems(q, community.id, meetingId),
    participants: invited.map(one => {
      const seen = attendances.get(one.id)
      return {
        ...one,
        presence: seen?.presence ?? "absent",
        firstArrivedAt: seen?.firstArrivedAt ?? null,
        leftAt: seen?.leftAt ?? null,
      }
    }),
    speeches: await listSpeeches(q, community.id, meetingId),
    motions: (await listMotions(q, community.id, meetingId)).map(motion => ({
      ...motion,
      proposal: proposals.find(proposal => proposal.id === motion.proposalId) ?? null,
      rounds: rounds.filter(round => round.motionId === motion.id),
    })),
  }
}
