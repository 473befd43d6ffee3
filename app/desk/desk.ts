import { listVenueRows } from "~/convening/venues"
import { listResolutionsToAssign } from "~/followup/assign-reading"
import { readWaitingClaims } from "~/followup/claims/of-matters"
import { listDueTasks } from "~/followup/task-views"
import { countAnswering } from "~/intake/answering"
import { type CivilDate, civilDateOf, formatTime } from "~/law/civil-date"
import { may } from "~/people/permissions"
import { readRegisterCounts } from "~/people/register-views"
import type { Ctx } from "~/web/context"
import { duesOfAccounts } from "./account-dues"
import { duesOfClaims } from "./claim-dues"
import { dayWord } from "./day-words"
import { inOrder } from "./due-matter"
import { readFigures } from "./figures"
import { type FirstStep, firstSteps } from "./first-steps"
import { type DeskIssue, duesOfAnswering, duesOfSorting, unansweredTable } from "./issue-dues"
import { readOpenIssues } from "./issue-reading"
import { type DeskMeeting, duesOfMeeting, type MeetingPowers, meetingsAhead, placeAt } from "./meeting-dues"
import { readMeetings } from "./meeting-reading"
import { duesOfNotices } from "./notice-dues"
import { readDeskNotices } from "./notice-reading"
import { duesOfPapers } from "./paper-dues"
import { readPapers } from "./paper-reading"
import { duesOfPolls } from "./poll-dues"
import { readDeskPolls } from "./poll-reading"
import { duesOfRulebook } from "./rulebook-dues"
import { readWaitingVersions } from "./rulebook-reading"
import { duesOfAssignments, duesOfTasks, lateTasks } from "./task-dues"
import { duesOfTopics } from "./topic-dues"
import { readTopics } from "./topic-reading"

const doing = ["issue:report", "task:work", "task:inspect", "edition:release", "account:manage"] as const

export type WeekMeeting = { id: string; day: string; time: string; title: string; facts: string[]; to: string }

/** Everything on one person's desk, derived from the facts of the rooms; whoever may do nothing finds it empty. */
export async function readDesk(ctx: Ctx) {
  const { actor } = ctx
  const today = civilDateOf(ctx.now())
  const powers = { convene: may(actor, "meeting:convene"), desk: may(actor, "meeting:desk") }
  const [meetings, papers, issues, notices, tasks, figures, polls] = await Promise.all([
    readMeetings(ctx),
    readPapers(ctx),
    may(actor, "issue:read") ? readOpenIssues(ctx) : ([] as DeskIssue[]),
    readDeskNotices(ctx),
    listDueTasks(ctx, today),
    readFigures(ctx),
    readDeskPolls(ctx, today),
  ])
  const dues = [
    ...meetings.flatMap(meeting => duesOfMeeting(meeting, today, powers)),
    ...duesOfNotices(notices, today, {
      draft: may(actor, "edition:draft"),
      release: may(actor, "edition:release"),
      post: may(actor, "notice:post"),
      answer: may(actor, "objection:answer"),
    }),
    ...duesOfTasks(tasks, today, {
      assign: may(actor, "task:assign"),
      inspect: may(actor, "task:inspect"),
      chase: may(actor, "task:chase"),
      work: may(actor, "task:work"),
    }),
    ...duesOfPolls(polls, today, { manage: may(actor, "poll:manage"), enter: may(actor, "poll:enter") }),
    ...duesOfClaims(await readWaitingClaims(ctx), today),
    ...duesOfPapers(papers, today),
    ...duesOfAssignments(await listResolutionsToAssign(ctx)),
    ...(may(actor, "issue:answer") ? duesOfAnswering(issues, today) : []),
    ...(may(actor, "issue:sort") ? duesOfSorting(issues, today) : []),
    ...(may(actor, "topic:edit") ? duesOfTopics(await readTopics(ctx), today) : []),
    ...(await readRulebookDues(ctx)),
    ...(await duesOfAccounts(ctx)),
  ]
  return {
    today,
    ...inOrder(dues, today),
    week: weekOf(meetings, today, powers),
    // Whoever works on tasks and chases nobody has their own in the list already.
    late: may(actor, "task:work") && !may(actor, "task:chase") ? { rows: [], total: 0 } : lateTasks(tasks),
    unanswered: unansweredTable(issues, today),
    figures,
    steps: await readFirstSteps(ctx),
    may: {
      report: may(actor, "issue:report"),
      convene: powers.convene,
      readMeetings: may(actor, "meeting:read"),
      /** The subdistrict: reads everything, does nothing here. */
      onlyLook: figures !== null && !doing.some(permission => may(actor, permission)),
      hasDuties: may(actor, "task:work") && tasks.some(task => task.isMine),
    },
  }
}

async function readRulebookDues(ctx: Ctx) {
  const powers = { check: may(ctx.actor, "rulebook:check"), enable: may(ctx.actor, "rulebook:enable") }
  return powers.check || powers.enable ? duesOfRulebook(await readWaitingVersions(ctx), powers) : []
}

const weekOf = (meetings: readonly DeskMeeting[], today: CivilDate, powers: MeetingPowers): WeekMeeting[] =>
  meetingsAhead(meetings, today).map(meeting => {
    const day = civilDateOf(meeting.startsAt!)
    const place = day === today ? placeAt(meeting, powers) : null
    return {
      id: meeting.id,
      day: dayWord(day, today),
      time: formatTime(meeting.startsAt!),
      title: meeting.title,
      facts: [meeting.venue, `应到${meeting.entitled}人`],
      to: place?.to ?? `/meetings/${meeting.id}`,
    }
  })

async function readFirstSteps(ctx: Ctx): Promise<FirstStep[]> {
  const registers = await readRegisterCounts(ctx)
  const venues = await listVenueRows(ctx)
  if (!registers.ok || !venues.ok || !may(ctx.actor, "register:edit")) return []
  const { delegates, accounts } = registers.value
  const { received } = await countAnswering(ctx)
  return firstSteps(
    { delegates, accounts, issues: received, venues: venues.value.rows.length },
    { manageAccounts: may(ctx.actor, "account:manage"), importIssues: may(ctx.actor, "issue:import") },
  )
}
