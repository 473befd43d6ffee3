import type { Reader } from "#db/client"
import { listTopicIssues } from "~/agenda/store"
import { listRecused } from "~/chamber/motions/recusal-store"
import { findMotion, listMotions, type Motion } from "~/chamber/motions/store"
import type { Round } from "~/chamber/rounds/round-store"
import { findAgendaItem, listProposalsOfMeeting } from "~/chamber/store"
import { listParticipants } from "~/convening/store"
import { listIssuesById } from "~/intake/store"
import { findPerson } from "~/people/register-store"
import { type Matter, type PartyReason, partyReasonOf } from "./rules"

type Known = { personId: string | null; name: string }

/** In which way a person is a party to the matter of a round, also one who works here and sits at the table; null where in none. */
export async function findPartyReason(
  q: Reader,
  communityId: string,
  round: Round,
  { personId, name }: Known,
): Promise<PartyReason | null> {
  const person = personId ? await findPerson(q, communityId, personId) : null
  const seated = personId
    ? (await listParticipants(q, communityId, round.meetingId)).find(one => one.personId === personId)
    : undefined
  const organization = seated?.organization ?? person?.organization ?? ""
  const known = { participantId: seated?.id ?? null, name, phone: person?.phone ?? "", organization }
  return partyReasonOf(known, await readMatter(q, communityId, round))
}

async function readMatter(q: Reader, communityId: string, round: Round): Promise<Matter> {
  const motion = await findMotion(q, communityId, round.motionId)
  const item = motion && (await findAgendaItem(q, communityId, round.meetingId, motion.agendaItemId))
  return {
    recused: await listRecused(q, communityId, round.motionId),
    moverIds: motion ? await listMoverIds(q, communityId, motion) : [],
    options: motion?.options ?? null,
    reporters: item?.topicId ? await listReporters(q, communityId, item.topicId) : [],
    handler: motion?.proposalId ? await findHandler(q, communityId, round.meetingId, motion.proposalId) : "",
  }
}

async function listMoverIds(q: Reader, communityId: string, motion: Motion): Promise<string[]> {
  const all = await listMotions(q, communityId, motion.meetingId)
  return [motion, ...all.filter(one => one.amendsMotionId === motion.id)].flatMap(one => one.moverId ?? [])
}

async function findHandler(q: Reader, communityId: string, meetingId: string, proposalId: string): Promise<string> {
  const known = await listProposalsOfMeeting(q, communityId, meetingId)
  return known.find(proposal => proposal.id === proposalId)?.handler.trim() ?? ""
}

async function listReporters(q: Reader, communityId: string, topicId: string) {
  const gathered = await listTopicIssues(q, communityId, topicId)
  const issues = await listIssuesById(
    q,
    communityId,
    gathered.map(issue => issue.id),
  )
  return issues
    .filter(issue => issue.reporterName !== "")
    .map(issue => ({ name: issue.reporterName, phone: issue.reporterPhone }))
}
