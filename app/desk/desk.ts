import { listVenueRows } from "~/convening/venues"
import { countIssuesByState } from "~/intake/store"
import { civilDateOf, formatTime } from "~/law/civil-date"
import { listWaitingAccounts } from "~/people/given-passwords"
import { may } from "~/people/permissions"
import { readRegisterCounts } from "~/people/register-views"
import type { Ctx } from "~/web/context"
import { type FirstStep, firstSteps } from "./first-steps"
import { readDeliberation, readIssuePile, readMeetings, readPapers } from "./reading"
import {
  type DueMatter,
  dayWord,
  duesOfMeeting,
  duesOfPapers,
  duesOfPile,
  inOrder,
  meetingsOfWeek,
  placeAt,
} from "./rules"

export type WeekMeeting = { id: string; day: string; time: string; title: string; facts: string[]; to: string }

/** Everything on one person's desk, derived from the facts of the rooms; whoever may do nothing finds it empty. */
export async function readDesk(ctx: Ctx) {
  const { actor } = ctx
  const today = civilDateOf(ctx.now())
  const meetings = await readMeetings(ctx)
  const powers = { convene: may(actor, "meeting:convene"), desk: may(actor, "meeting:desk") }
  const issues = await countIssues(ctx)
  const week: WeekMeeting[] = meetingsOfWeek(meetings, today).map(meeting => {
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
  const ofMeetings = meetings.flatMap(meeting => duesOfMeeting(meeting, today, powers))
  const isDraft = (due: DueMatter) => due.key.startsWith("draft ")
  return {
    today,
    dues: inOrder([
      ...ofMeetings.filter(due => !isDraft(due)),
      ...duesOfPapers(await readPapers(ctx), today),
      ...(await duesOfIssues(ctx, today)),
      ...ofMeetings.filter(isDraft),
      ...(await duesOfAccounts(ctx)),
    ]),
    week,
    steps: await readFirstSteps(ctx, issues?.total ?? 0),
    issues,
    may: {
      report: may(actor, "issue:report"),
      import: may(actor, "issue:import"),
      convene: powers.convene,
      readIssues: may(actor, "issue:read"),
      readMeetings: may(actor, "meeting:read"),
    },
  }
}

async function duesOfIssues(ctx: Ctx, today: string): Promise<DueMatter[]> {
  const { actor } = ctx
  const issueAt = (id: string) => `/issues/${id}`
  const sorting = may(actor, "issue:sort")
    ? [
        ...duesOfPile(
          await readIssuePile(ctx, "reported"),
          today,
          { key: "reported", one: "受理并分类", many: count => `${count}条新问题等待受理`, action: "去受理" },
          { one: issueAt, many: "/issues?tab=reported" },
        ),
        ...duesOfPile(
          await readIssuePile(ctx, "accepted"),
          today,
          { key: "accepted", one: "分类", many: count => `${count}条已受理的问题等待分类`, action: "去分类" },
          { one: id => `/issues/${id}/sort`, many: "/issues?tab=accepted" },
        ),
      ]
    : []
  if (!may(actor, "topic:edit")) return sorting
  const { toTakeUp, toAnswer, toPropose, ready } = await readDeliberation(ctx)
  const answering = may(actor, "issue:answer")
    ? duesOfPile(
        toAnswer,
        today,
        {
          key: "toAnswer",
          one: "答复提出人",
          many: count => `${count}个问题已经议决，办好后答复提出人`,
          action: "写答复",
        },
        { one: issueAt, many: "/issues?tab=sorted&triage=deliberate" },
      )
    : []
  return [
    ...answering,
    ...sorting,
    ...duesOfPile(
      toTakeUp,
      today,
      { key: "toTakeUp", one: "做成议题", many: count => `${count}个要协商的问题还没有做成议题`, action: "做成议题" },
      { one: id => `/topics/new?issue=${id}`, many: "/topics/new" },
    ),
    ...duesOfPile(
      toPropose,
      today,
      { key: "toPropose", one: "写方案", many: count => `${count}个议题还没有方案`, action: "写方案" },
      { one: id => `/topics/${id}/proposal`, many: "/topics?state=proposed" },
    ),
    ...duesOfPile(
      ready,
      today,
      { key: "ready", one: "召集会议商量", many: count => `${count}个议题已备好，可以召集会议`, action: "召集会议" },
      { one: () => "/meetings/new", many: "/meetings/new" },
    ),
  ]
}

async function duesOfAccounts(ctx: Ctx): Promise<DueMatter[]> {
  if (!may(ctx.actor, "account:manage")) return []
  const waiting = await listWaitingAccounts(ctx)
  const first = waiting[0]
  if (!first) return []
  return [
    {
      key: "accounts",
      when: "账号",
      whenNote: "没有登录过",
      late: false,
      title: waiting.length === 1 ? `${first.name}还没有登录过` : `${waiting.length}个账号还没有登录过`,
      reasons: ["把临时密码交给本人，第一次登录时由本人改掉"],
      to: "/accounts/passwords",
      action: "发密码",
    },
  ]
}

async function readFirstSteps(ctx: Ctx, issues: number): Promise<FirstStep[]> {
  const registers = await readRegisterCounts(ctx)
  const venues = await listVenueRows(ctx)
  if (!registers.ok || !venues.ok || !may(ctx.actor, "register:edit")) return []
  const { delegates, accounts } = registers.value
  return firstSteps(
    { delegates, accounts, issues, venues: venues.value.rows.length },
    { manageAccounts: may(ctx.actor, "account:manage"), importIssues: may(ctx.actor, "issue:import") },
  )
}

/** For the few figures at the end; null to those who do not read issues. */
async function countIssues(ctx: Ctx): Promise<{ total: number; closed: number; open: number } | null> {
  if (!may(ctx.actor, "issue:read")) return null
  const counted = await countIssuesByState(ctx.db.read, ctx.community.id, {})
  const total = counted.reduce((sum, row) => sum + row.count, 0)
  const closed = counted.find(row => row.state === "closed")?.count ?? 0
  return { total, closed, open: total - closed }
}
