import type { Reader } from "#db/client"
import { listProxies } from "~/chamber/attendance/proxy-store"
import { listAttendances } from "~/chamber/attendance/store"
import { listDissents, listMotions, listRecommendations } from "~/chamber/motions/store"
import { listCorrections } from "~/chamber/rounds/correction-store"
import { listRounds } from "~/chamber/rounds/round-store"
import { listSpeeches } from "~/chamber/speaking/store"
import { listProposalsOfMeeting } from "~/chamber/store"
import { findMeeting, listAgendaItems, listParticipants } from "~/convening/store"
import { readSnapshot } from "~/rulebook/rules"
import type { CommunityView } from "~/web/context"
import { listConfirmedAt } from "./confirmation-reading"
import { readRecesses } from "./recesses"
import type { RecordedMeeting } from "./recorded-meeting"
import { findVenue, listPersonNames } from "./store"

/** What was recorded of a meeting of this community; null when there is none, or when it was never convened. */
export async function readRecordedMeeting(
  q: Reader,
  community: Pick<CommunityView, "id" | "name" | "shortName">,
  meetingId: string,
): Promise<RecordedMeeting | null> {
  const meeting = await findMeeting(q, community.id, meetingId)
  if (!meeting?.ruleSnapshot) return null
  const invited = await listParticipants(q, community.id, meetingId)
  const attendances = new Map((await listAttendances(q, community.id, meetingId)).map(row => [row.participantId, row]))
  const proposals = await listProposalsOfMeeting(q, community.id, meetingId)
  const corrections = (await listCorrections(q, community.id, meetingId)).filter(one => one.signedAt !== null)
  const rounds = (await listRounds(q, community.id, meetingId)).map(round => ({
    ...round,
    corrections: corrections
      .filter(one => one.roundId === round.id)
      .map(({ kind, wrong, right, drawnUpBy, signedBy }) => ({ kind, wrong, right, signedBy: [drawnUpBy, signedBy] })),
  }))
  const dissents = await listDissents(q, community.id, meetingId)
  const recommendations = await listRecommendations(q, community.id, meetingId)
  const holders = new Map(invited.map(one => [one.id, one.name]))
  // A proxy whose holder never came stood for nobody.
  const proxies = (await listProxies(q, community.id, meetingId)).filter(
    proxy => proxy.revokedAt === null && attendances.get(proxy.holderId)?.firstArrivedAt,
  )
  const stoodForBy = new Map(proxies.map(proxy => [proxy.principalId, holders.get(proxy.holderId) ?? null]))
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
        reason: seen?.reason ?? "",
        stoodForBy: seen?.firstArrivedAt ? null : (stoodForBy.get(one.id) ?? null),
      }
    }),
    recesses: await readRecesses(q, community.id, meetingId),
    confirmedMinutes: await listConfirmedAt(q, community, meetingId),
    speeches: await listSpeeches(q, community.id, meetingId),
    motions: (await listMotions(q, community.id, meetingId)).map(motion => ({
      ...motion,
      proposal: proposals.find(proposal => proposal.id === motion.proposalId) ?? null,
      rounds: rounds.filter(round => round.motionId === motion.id),
      recommendations: recommendations.filter(one => one.motionId === motion.id),
      dissents: dissents
        .filter(one => one.motionId === motion.id)
        .map(({ participantId, heldBy, opinion, explanation, explainedBy }) => ({
          heldBy: holders.get(participantId ?? "") ?? heldBy,
          opinion,
          explanation,
          explainedBy,
        })),
    })),
  }
}
