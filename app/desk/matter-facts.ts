import { listTopicsById, listTopicsOfIssues, type Topic } from "~/agenda/store"
import { readChaseDues } from "~/followup/chase-dues"
import type { Issue } from "~/intake/store"
import { civilDateOf } from "~/law/civil-date"
import { listPollsOfTopic } from "~/polling/store"
import { listAuditEntries } from "~/registry/store"
import type { Ctx } from "~/web/context"
import type { MatterFacts, MatterPaper } from "./matter-rules"
import {
  listEditionsOfResolutions,
  listMeetingsOfTopics,
  listResolutionsOfRounds,
  listRoundsOfTopics,
  listTasksOfMatters,
} from "./matter-store"
import { sortPrepared } from "./prepared-topics"

type Row<List extends (...given: never[]) => unknown> = Awaited<ReturnType<List>> extends (infer One)[] ? One : never

const dayOf = (moment: Date | null) => (moment ? civilDateOf(moment) : null)

/**
 * What the rooms know of some issues, each as one matter. Asks no permission. A list of many does without the days on which
 * they were accepted and answered: those stand in the audit log alone.
 */
export async function readMatterFacts(
  ctx: Ctx,
  issues: readonly Issue[],
  { withDays }: { withDays: boolean },
): Promise<Map<string, MatterFacts>> {
  const q = ctx.db.read
  const communityId = ctx.community.id
  const issueIds = issues.map(issue => issue.id)
  const pairs = await listTopicsOfIssues(q, communityId, issueIds)
  const topicIds = [...new Set(pairs.map(pair => pair.topicId))]
  const [topics, meetings, rounds, tasks, moves] = await Promise.all([
    listTopicsById(q, communityId, topicIds),
    listMeetingsOfTopics(q, communityId, topicIds),
    listRoundsOfTopics(q, communityId, topicIds),
    listTasksOfMatters(q, communityId, { issueIds, topicIds }),
    withDays ? listAuditEntries(q, communityId, [{ kind: "issue", ids: issueIds }]) : [],
  ])
  const papers = await readPapersOf(ctx, rounds, tasks)
  const chaseDues = await readChaseDues(q, communityId, tasks, civilDateOf(ctx.now()))
  const topicStandings = withDays ? await readStandings(ctx, topics) : new Map<string, Standing>()
  const topicOf = new Map(pairs.map(pair => [pair.issueId, topics.find(topic => topic.id === pair.topicId) ?? null]))
  const meetingsOf = groupedBy(meetings, meeting => meeting.topicId)
  const papersOf = groupedBy(papers, paper => paper.topicId)
  const tasksOfTopic = groupedBy(tasks, task => task.topicId)
  const tasksOfIssue = groupedBy(tasks, task => task.issueId)
  return new Map(
    issues.map(issue => {
      const topic = topicOf.get(issue.id) ?? null
      const topicId = topic?.id ?? null
      const lastMove = (action: string) => moves.findLast(one => one.subjectId === issue.id && one.action === action)
      return [
        issue.id,
        {
          issue: {
            id: issue.id,
            title: issue.title,
            state: issue.state,
            triage: issue.triage,
            reportedOn: issue.reportedOn,
            acceptedOn: dayOf(lastMove("issue.accepted")?.at ?? null),
            answerDueOn: issue.answerDueOn,
            answeredOn: dayOf(lastMove("issue.closed")?.at ?? null),
          },
          topic: topic && {
            id: topic.id,
            state: topic.state,
            outcome: topic.outcome,
            createdOn: civilDateOf(topic.createdAt),
            returnOn: topic.returnOn,
            ...(topicStandings.get(topic.id) ?? { waitsFor: null, poll: null }),
          },
          meetings: of(meetingsOf, topicId).map(({ id, title, state, startedAt, startsAt }) => ({
            id,
            title,
            state,
            day: dayOf(startedAt ?? startsAt),
          })),
          papers: of(papersOf, topicId).map(({ topicId: _, ...paper }) => paper),
          tasks: [...new Set([...of(tasksOfTopic, topicId), ...of(tasksOfIssue, issue.id)])].map(task => ({
            id: task.id,
            state: task.state,
            content: task.content,
            handler: task.handler,
            dueOn: task.dueOn,
            doneOn: dayOf(task.doneAt),
            inspectedOn: dayOf(task.inspectedAt),
            recheckOn: task.recheckOn,
            isRechecked: task.recheckedAt !== null,
            resolutionId: task.resolutionId,
            chase: chaseDues.get(task.id) ?? null,
          })),
        },
      ]
    }),
  )
}

type Standing = Pick<NonNullable<MatterFacts["topic"]>, "waitsFor" | "poll">

/** What topics that are not decided yet wait for: a step of their procedure, or a poll under way. */
async function readStandings(ctx: Ctx, topics: readonly Topic[]): Promise<Map<string, Standing>> {
  const standings = new Map<string, Standing>()
  const prepared = topics.filter(topic => topic.state === "prepared")
  for (const { topic, next } of prepared.length > 0 ? await sortPrepared(ctx, prepared) : [])
    standings.set(topic.id, { waitsFor: next, poll: null })
  for (const topic of topics) {
    if (topic.state !== "scheduled") continue
    const polls = await listPollsOfTopic(ctx.db.read, ctx.community.id, topic.id)
    const poll = polls.findLast(one => ["announced", "open", "closed"].includes(one.state))
    if (poll) standings.set(topic.id, { waitsFor: null, poll })
  }
  return standings
}

/** Rows by what they belong to, each group in the order of the rows: hundreds of matters are looked up, not searched for. */
function groupedBy<One>(rows: readonly One[], keyOf: (row: One) => string | null): Map<string, One[]> {
  const groups = new Map<string, One[]>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key === null) continue
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}

const of = <One>(groups: Map<string, One[]>, key: string | null): One[] => (key && groups.get(key)) || []

/** One for each motion of a topic's last deciding meeting that stands passed. */
async function readPapersOf(
  ctx: Ctx,
  rounds: readonly Row<typeof listRoundsOfTopics>[],
  tasks: readonly Row<typeof listTasksOfMatters>[],
): Promise<(MatterPaper & { topicId: string | null })[]> {
  // A motion stands by the last of its rounds.
  const standing = [...new Map(rounds.map(round => [round.motionId, round])).values()]
  const passed = standing.filter(round => round.result?.outcome === "passed" && round.effect !== "needsFieldwork")
  const lastMeeting = new Map(passed.map(round => [round.topicId, round.meetingId]))
  const current = passed.filter(round => lastMeeting.get(round.topicId) === round.meetingId)
  const found = await listResolutionsOfRounds(
    ctx.db.read,
    ctx.community.id,
    current.map(round => round.roundId),
  )
  const editions = await listEditionsOfResolutions(
    ctx.db.read,
    ctx.community.id,
    found.map(resolution => resolution.id),
  )
  return current.map(({ topicId, roundId, meetingId }) => {
    const resolution = found.find(one => one.roundId === roundId)
    const edition = editions.find(one => one.resolutionId === resolution?.id)
    const { noticeId, postedOn, until, endedOn } = edition ?? {}
    return {
      topicId,
      roundId,
      meetingId,
      resolutionId: resolution?.id ?? null,
      state: resolution?.state ?? ("toDraft" as const),
      items: resolution?.wording.items.length ?? 0,
      assigned: resolution ? tasks.filter(task => task.resolutionId === resolution.id).length : 0,
      edition: edition ? { id: edition.id, state: edition.state } : null,
      notice: noticeId && postedOn && until ? { id: noticeId, postedOn, until, endedOn: endedOn ?? null } : null,
    }
  })
}
