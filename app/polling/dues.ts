import type { Reader } from "#db/client"
import { type CivilDate, daysBetween } from "~/law/civil-date"
import { countBallots } from "./ballot-store"
import { countRolls, listCountsOf, listPollsIn, type Poll } from "./store"

/** What of a poll waits for the office; dueOn is the day it should be done by. */
export type PollDue = {
  pollId: string
  title: string
  what: "deliver" | "open" | "enter" | "check" | "count" | "close" | "proclaim"
  /** Papers that wait: to be delivered, or to be checked; 0 where nothing is counted. */
  papers: number
  /** Of those to be checked, the ones the asker entered: another person has to check them. */
  ownPapers: number
  /** Counted at one table with a sheet of numbers, not paper by paper. */
  isByHand: boolean
  dueOn: CivilDate
  isLate: boolean
}

/** Of one poll: its roll, and the papers or sheets that were entered. */
type Papers = { voters: number; delivered: number; entered: number; unchecked: number; own: number }

/** For the desk: what is due on the polls under way today, the soonest first. Four queries, however long the rolls. */
export async function listPollsDue(
  q: Reader,
  communityId: string,
  today: CivilDate,
  accountId: string | null = null,
): Promise<PollDue[]> {
  const running = await listPollsIn(q, communityId, ["announced", "open", "closed"])
  const papersOf = await gatherPapers(q, communityId, running, accountId)
  return running.map(poll => dueOf(poll, papersOf(poll), today)).toSorted((a, b) => daysBetween(b.dueOn, a.dueOn))
}

async function gatherPapers(q: Reader, communityId: string, running: readonly Poll[], accountId: string | null) {
  const idsIn = (states: readonly Poll["state"][]) =>
    running.filter(poll => states.includes(poll.state)).map(poll => poll.id)
  const [rolls, ballots, sheets] = await Promise.all([
    countRolls(q, communityId, idsIn(["announced", "open"])),
    countBallots(q, communityId, idsIn(["open"])),
    listCountsOf(q, communityId, idsIn(["open"])),
  ])
  const entries = [
    ...ballots,
    ...sheets.map(sheet => ({ ...sheet, entered: 1, checked: sheet.checkedAt === null ? 0 : 1 })),
  ]
  return ({ id }: Poll): Papers => {
    const roll = rolls.find(one => one.pollId === id)
    const own = entries.filter(one => one.pollId === id)
    const unchecked = (rows: typeof own) => rows.reduce((sum, row) => sum + row.entered - row.checked, 0)
    return {
      voters: roll?.voters ?? 0,
      delivered: roll?.delivered ?? 0,
      entered: own.reduce((sum, row) => sum + row.entered, 0),
      unchecked: unchecked(own),
      own: unchecked(own.filter(row => row.enteredByAccountId === accountId)),
    }
  }
}

function dueOf(poll: Poll, papers: Papers, today: CivilDate): PollDue {
  const isByHand = poll.options !== null
  const due = (what: PollDue["what"], dueOn: CivilDate | null, waiting = 0): PollDue => ({
    ...{ pollId: poll.id, title: poll.title, what, papers: waiting, dueOn: dueOn ?? today, isByHand },
    ownPapers: what === "check" ? papers.own : 0,
    isLate: dueOn !== null && dueOn < today,
  })
  if (poll.state === "closed") return due("proclaim", null)
  if (poll.state === "announced") {
    const undelivered = papers.voters - papers.delivered
    if ((poll.opensOn ?? "") <= today || undelivered === 0) return due("open", poll.opensOn)
    return due("deliver", poll.opensOn, undelivered)
  }
  const isOver = (poll.closesOn ?? "") < today
  if (papers.unchecked > 0) return due("check", isOver || isByHand ? poll.closesOn : today, papers.unchecked)
  if (isByHand) return due(papers.entered > 0 ? "close" : "count", poll.closesOn)
  return isOver || papers.entered === papers.voters ? due("close", poll.closesOn) : due("enter", poll.closesOn)
}
