import type { Reader } from "#db/client"
import { type CivilDate, daysBetween } from "~/law/civil-date"
import { listBallots } from "./ballot-store"
import { listCounts, listPollsIn, listVoters, type Poll } from "./store"

/** What of a poll waits for the office; dueOn is the day it should be done by. */
export type PollDue = {
  pollId: string
  title: string
  what: "deliver" | "open" | "enter" | "check" | "count" | "close" | "proclaim"
  /** Papers that wait: to be delivered, or to be checked; 0 where nothing is counted. */
  papers: number
  dueOn: CivilDate
  isLate: boolean
}

/** For the desk: what is due on the polls under way today, the soonest first. */
export async function listPollsDue(q: Reader, communityId: string, today: CivilDate): Promise<PollDue[]> {
  const running = await listPollsIn(q, communityId, ["announced", "open", "closed"])
  const dues: PollDue[] = []
  for (const poll of running) dues.push(await dueOf(q, poll, today))
  return dues.toSorted((a, b) => daysBetween(b.dueOn, a.dueOn))
}

async function dueOf(q: Reader, poll: Poll, today: CivilDate): Promise<PollDue> {
  const due = (what: PollDue["what"], dueOn: CivilDate | null, papers = 0): PollDue => ({
    ...{ pollId: poll.id, title: poll.title, what, papers, dueOn: dueOn ?? today },
    isLate: dueOn !== null && dueOn < today,
  })
  if (poll.state === "closed") return due("proclaim", null)
  const voters = await listVoters(q, poll.communityId, poll.id)
  if (poll.state === "announced") {
    const undelivered = voters.filter(voter => voter.deliveredOn === null).length
    if ((poll.opensOn ?? "") <= today || undelivered === 0) return due("open", poll.opensOn)
    return due("deliver", poll.opensOn, undelivered)
  }
  const isOver = (poll.closesOn ?? "") < today
  if (poll.options) {
    const counts = await listCounts(q, poll.communityId, poll.id)
    const unchecked = counts.filter(count => count.checkedAt === null).length
    if (unchecked > 0) return due("check", poll.closesOn, unchecked)
    return due(counts.length > 0 ? "close" : "count", poll.closesOn)
  }
  const ballots = await listBallots(q, poll.communityId, poll.id)
  const unchecked = ballots.filter(ballot => !ballot.checkedAt).length
  if (unchecked > 0) return due("check", isOver ? poll.closesOn : today, unchecked)
  return isOver || ballots.length === voters.length ? due("close", poll.closesOn) : due("enter", poll.closesOn)
}
