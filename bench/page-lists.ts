import type { Hall, OpenVote } from "./meetings"
import { ask, type Town } from "./town"

export type Page = { name: string; path: string; cookie: string }

const named = ([name, path, cookie]: [string, string, string]): Page => ({ name, path, cookie })

/** A meeting with 15 delegates and a named vote open; the second delegate has voted. */
export function pagesOfHall(hall: Hall, vote: OpenVote): Page[] {
  const c = `/c/${hall.slug}`
  const member = `sid=${hall.chairToken}`
  const [voting, voted] = vote.seats.map(seat => `seat=${seat.token}`) as [string, string]
  const ballot = `${c}/m/${vote.meetingId}/vote/${vote.roundId}`
  const pages: [string, string, string][] = [
    ["sign-in", "/sign-in", ""],
    ["desk of a new community", c, member],
    ["issues", `${c}/issues`, member],
    ["report an issue", `${c}/issues/new`, member],
    ["import", `${c}/imports/new?kind=issues`, member],
    ["topics", `${c}/topics`, member],
    ["meetings", `${c}/meetings`, member],
    ["meeting", `${c}/meetings/${vote.meetingId}`, member],
    ["check-in desk", `${c}/meetings/${vote.meetingId}/desk`, member],
    ["chair's console", `${c}/meetings/${vote.meetingId}/console`, member],
    ["recorder", `${c}/meetings/${vote.meetingId}/record`, member],
    ["big screen", `${c}/meetings/${vote.meetingId}/screen`, member],
    ["close the vote", `${c}/meetings/${vote.meetingId}/console/close/${vote.roundId}`, member],
    ["tablet: check-in", `${c}/m/${vote.meetingId}`, ""],
    ["tablet: vote", ballot, voting],
    ["tablet: check", `${ballot}/check`, voting],
    ["tablet: received", `${ballot}/done`, voted],
    ["records", `${c}/records`, member],
  ]
  return pages.map(named)
}

/** The desk, what follows a decision, and what residents see of it. */
export function pagesOfTown({ slug, file, tokens }: Town): Page[] {
  const c = `/c/${slug}`
  const as = (name: string) => `sid=${tokens[name]}`
  const secretary = as("甲一")
  const first = <Key extends string>(query: string) => {
    const [row] = ask<Record<Key, string>>(file, query)
    if (!row) throw new Error(`the town has nothing for: ${query}`)
    return row
  }
  // The river: nine issues talked over together, five items, photos, a notice with its whole life.
  const { issueId, code } = first<"issueId" | "code">(
    `select i.id issueId, i.follow_code code from issues i join topic_issues t on t.issue_id = i.id
     join tasks k on k.topic_id = t.topic_id group by i.id order by count(*) desc, i.id limit 1`,
  )
  const { taskId } = first<"taskId">(
    "select task_id taskId from task_reports group by task_id order by count(*) desc, task_id limit 1",
  )
  const { noticeId, editionId } = first<"noticeId" | "editionId">(
    `select n.id noticeId, e.id editionId from notices n join public_editions e on e.id = n.edition_id
     where e.state = 'released' and e.kind = 'resolution' order by length(e.inner) desc, n.id limit 1`,
  )
  const { hangingId } = first<"hangingId">(
    "select id hangingId from notices where ended_on is null and until >= date('now', '+8 hours') order by id limit 1",
  )
  const { digest } = first<"digest">(
    "select facts_hash digest from documents where kind = 'resolution' order by id limit 1",
  )
  const pages: [string, string, string][] = [
    ["desk: secretary", c, secretary],
    ["desk: social worker", c, as("乙二")],
    ["desk: reviewer", c, as("戊五")],
    ["desk: handler", c, as("卯四")],
    ["matter", `${c}/matters/${issueId}`, secretary],
    ["issues of the town", `${c}/issues`, secretary],
    ["issue", `${c}/issues/${issueId}`, secretary],
    ["tasks", `${c}/tasks`, secretary],
    ["task", `${c}/tasks/${taskId}`, secretary],
    ["duty list", `${c}/tasks/duty`, as("卯四")],
    ["notices", `${c}/notices`, secretary],
    ["notice", `${c}/notices/${noticeId}`, secretary],
    ["edition", `${c}/notices/editions/${editionId}`, as("戊五")],
    ["records of the town", `${c}/records`, secretary],
    ["help", `${c}/help`, secretary],
    ["board", `${c}/board`, ""],
    ["board: past notices", `${c}/board/notices`, ""],
    ["board: notice", `${c}/board/notices/${noticeId}`, ""],
    ["board: report", `${c}/board/report`, ""],
    ["board: objection", `${c}/board/notices/${hangingId}/objection`, ""],
    ["board: follow", `${c}/board/follow`, ""],
    ["board: matter followed", `${c}/board/follow/${code}`, ""],
    ["board: check a sheet", `${c}/board/verify`, ""],
    ["verify", `${c}/verify/${digest}`, ""],
  ]
  return pages.map(named)
}
