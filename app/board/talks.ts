import { listBlockedProposals } from "~/agenda/store"
import { type CivilDate, civilDateOf } from "~/law/civil-date"
import type { Ctx } from "~/web/context"
import { findTopicOf, listMeetingsOfTopic } from "./board-store"

/** What became of an issue in meetings, without anyone's name. */
export type Talks = {
  topic: {
    madeOn: CivilDate
    state: string
    outcome: string | null
    returnOn: CivilDate | null
  } | null
  meetings: { id: string; on: CivilDate; isOver: boolean }[]
  /** Proposals that could not be carried out; why is not said, it may be one neighbour's matter. */
  blocked: { ordinal: number; on: CivilDate }[]
}

const nothing: Talks = { topic: null, meetings: [], blocked: [] }

/** Asks no permission: for the page an issue's proposer follows it by. */
export async function readTalks(ctx: Ctx, issueId: string): Promise<Talks> {
  const { read } = ctx.db
  const topic = await findTopicOf(read, ctx.community.id, issueId)
  if (!topic) return nothing
  const meetings = await listMeetingsOfTopic(read, ctx.community.id, topic.id)
  const blocked = await listBlockedProposals(read, ctx.community.id, topic.id)
  return {
    topic: {
      madeOn: civilDateOf(topic.createdAt),
      state: topic.state,
      outcome: topic.outcome,
      returnOn: topic.returnOn,
    },
    meetings: meetings.flatMap(({ id, startsAt, state }) =>
      startsAt ? [{ id, on: civilDateOf(startsAt), isOver: ["closed", "minuted", "archived"].includes(state) }] : [],
    ),
    blocked: blocked.map(({ ordinal, blockedAt }) => ({ ordinal, on: civilDateOf(blockedAt) })),
  }
}
