import type { Writer } from "#db/client"
import { type CivilDate, civilDateOf } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { writeOrRefuse } from "~/people/writing"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { ruleOfPoll } from "./announcing"
import {
  findBallot,
  insertBallot,
  insertSetAside,
  listBallots,
  listSetAside,
  type PollBallot,
  updateBallot,
} from "./ballot-store"
import { pollLock, pollSubject } from "./polls"
import { checkNamedProxies } from "./proxies"
import { type Answer, answerNames, checkReturn } from "./rules"
import { findPoll, findVoter, listVoters, type Poll, type PollVoter } from "./store"

/** What one paper says, as it is read off. */
export type Paper = {
  answer: Answer
  /** Who signed with a letter of proxy; empty where the owner did. */
  proxyName: string
  /** Why it is invalid; empty otherwise. */
  note: string
  returnedOn: CivilDate
}

/** What is to be done where a paper of this number stands already: another paper of the same voter, or a slip of the pen. */
export type Existing = "" | "second" | "correct"

export type Entered = {
  ordinal: number
  /** setAside: kept beside the ballot that counts; again: it was there already. */
  became: "entered" | "corrected" | "setAside" | "again"
}

/**
 * 录入 of one paper by its 票号. A second paper of the same voter is set aside with its reason and never overwrites the
 * first; one that came late is kept and not counted. Sent twice it is there once. Refusals: forbidden, not_found,
 * poll_moved_on, poll_counted_by_hand, paper_unknown, ballot_exists, ballot_reason_missing, invalid_reason_missing, those
 * of the date and of proxies.
 */
export async function enterBallot(
  ctx: Ctx,
  input: { pollId: string; ordinal: number; paper: Paper; existing?: Existing; reason?: string },
): Promise<Result<Entered>> {
  if (!may(ctx.actor, "poll:enter")) return refuse("forbidden")
  const paper = tidy(input.paper)
  const { existing = "" } = input
  const reason = (input.reason ?? "").trim()
  const result = await writeOrRefuse<Entered>(ctx, pollLock(input.pollId), async q => {
    const found = await findOpen(q, ctx, input.pollId, input.ordinal)
    if (!found.ok) return found
    const { poll, voter } = found.value
    if (paper.answer === "invalid" && paper.note === "") return refuse("invalid_reason_missing", { field: "note" })
    const returned = checkReturn(
      paper.returnedOn,
      { opensOn: poll.opensOn ?? "", closesOn: poll.closesOn ?? "" },
      civilDateOf(ctx.now()),
    )
    if (!returned.ok) return returned
    if (returned.value.isLate) return setAside(q, ctx, voter, paper.answer, "截止以后才收到，不计入")
    const ballot = await findBallot(q, poll.communityId, poll.id, voter.id)
    if (ballot && existing === "") {
      if (isSame(ballot, paper) && ballot.enteredByAccountId === ctx.actor.accountId)
        return done({ ordinal: voter.ordinal, became: "again" })
      return refuse("ballot_exists", { field: "existing", ordinal: voter.ordinal, by: ballot.enteredBy })
    }
    if (ballot && reason === "") return refuse("ballot_reason_missing", { field: "reason" })
    if (ballot && existing === "second") return setAside(q, ctx, voter, paper.answer, `同一业主的第二张票：${reason}`)
    const proxies = await checkProxy(q, poll, voter, paper.proxyName)
    if (!proxies.ok) return proxies
    if (ballot) {
      await replaceEntry(q, ctx, ballot, paper, `录入更正：${reason}`)
      return done({ ordinal: voter.ordinal, became: "corrected" })
    }
    await insertBallot(q, {
      communityId: poll.communityId,
      pollId: poll.id,
      voterId: voter.id,
      ...paper,
      ...entryBy(ctx),
      version: 1,
    })
    await audit(q, ctx, "poll.ballotEntered", pollSubject(poll.id))
    return done({ ordinal: voter.ordinal, became: "entered" })
  })
  if (result.ok) ctx.publish(`poll:${input.pollId}`)
  return result
}

export type Checked = { ordinal: number; agrees: boolean }

/**
 * 核对: another person reads the paper again without seeing what was entered. Where the two differ the entry is set aside,
 * and what the second one read waits for somebody else's check. Refusals: forbidden, not_found, poll_moved_on,
 * poll_counted_by_hand, paper_unknown, ballot_not_entered, own_entry, already_checked, invalid_reason_missing, those of
 * proxies.
 */
export async function checkBallot(
  ctx: Ctx,
  input: { pollId: string; ordinal: number; answer: Answer; proxyName?: string; note?: string },
): Promise<Result<Checked>> {
  if (!may(ctx.actor, "poll:enter")) return refuse("forbidden")
  const result = await writeOrRefuse<Checked>(ctx, pollLock(input.pollId), async q => {
    const found = await findOpen(q, ctx, input.pollId, input.ordinal)
    if (!found.ok) return found
    const { poll, voter } = found.value
    const { ordinal } = voter
    const ballot = await findBallot(q, poll.communityId, poll.id, voter.id)
    if (!ballot) return refuse("ballot_not_entered", { ordinal })
    if (ballot.checkedAt) return refuse("already_checked", { ordinal, by: ballot.checkedBy })
    if (ballot.enteredByAccountId === ctx.actor.accountId) return refuse("own_entry", { ordinal })
    const read = tidy({ ...ballot, answer: input.answer, proxyName: input.proxyName ?? ballot.proxyName })
    if (read.answer === ballot.answer && read.proxyName === ballot.proxyName) {
      const key = { communityId: poll.communityId, pollId: poll.id, voterId: voter.id, version: ballot.version }
      if (!(await updateBallot(q, key, { checkedAt: ctx.now(), checkedBy: ctx.actor.name })))
        return refuse("changed_meanwhile")
      await audit(q, ctx, "poll.ballotChecked", pollSubject(poll.id))
      return done({ ordinal, agrees: true })
    }
    const note = (input.note ?? "").trim() || (read.answer === "invalid" ? "核对时认定无效" : "")
    const proxies = await checkProxy(q, poll, voter, read.proxyName)
    if (!proxies.ok) return proxies
    await replaceEntry(q, ctx, ballot, { ...read, note }, "核对时与原票不一致")
    return done({ ordinal, agrees: false })
  })
  if (result.ok) ctx.publish(`poll:${input.pollId}`)
  return result
}

/** A poll that takes papers in, and the line of its roll. */
async function findOpen(q: Writer, ctx: Ctx, pollId: string, ordinal: number) {
  const poll = await findPoll(q, ctx.community.id, pollId)
  if (!poll) return refuse("not_found")
  if (poll.state !== "open") return refuse("poll_moved_on", { state: poll.state })
  if ((await ruleOfPoll(q, poll)).form === "election") return refuse("poll_counted_by_hand")
  const voter = await findVoter(q, poll.communityId, pollId, ordinal)
  return voter ? done({ poll, voter }) : refuse("paper_unknown", { field: "ordinal", ordinal })
}

const tidy = ({ answer, proxyName, note, returnedOn }: Paper): Paper => ({
  answer,
  proxyName: proxyName.trim(),
  note: answer === "invalid" ? note.trim() : "",
  returnedOn,
})

const isSame = (ballot: PollBallot, paper: Paper): boolean =>
  ballot.answer === paper.answer &&
  ballot.proxyName === paper.proxyName &&
  ballot.note === paper.note &&
  ballot.returnedOn === paper.returnedOn

const entryBy = (ctx: Ctx) => ({
  enteredAt: ctx.now(),
  enteredBy: ctx.actor.name,
  enteredByAccountId: ctx.actor.accountId ?? "",
  checkedAt: null,
  checkedBy: null,
})

async function checkProxy(q: Writer, poll: Poll, voter: PollVoter, proxyName: string): Promise<Result<null>> {
  if (proxyName === "") return done(null)
  const voters = await listVoters(q, poll.communityId, poll.id)
  const byId = new Map(voters.map(one => [one.id, one]))
  const others = (await listBallots(q, poll.communityId, poll.id)).filter(
    ballot => ballot.voterId !== voter.id && ballot.proxyName !== "",
  )
  const grants = others.map(ballot => ({ voter: byId.get(ballot.voterId)!, proxyName: ballot.proxyName }))
  return checkNamedProxies([...grants, { voter, proxyName }], voters, await ruleOfPoll(q, poll))
}

async function setAside(
  q: Writer,
  ctx: Ctx,
  voter: PollVoter,
  answer: Answer,
  reason: string,
): Promise<Result<Entered>> {
  const kept = await listSetAside(q, voter.communityId, voter.pollId)
  const isThere = kept.some(
    one =>
      one.voterId === voter.id &&
      one.answer === answerNames[answer] &&
      one.reason === reason &&
      one.byName === ctx.actor.name,
  )
  if (isThere) return done({ ordinal: voter.ordinal, became: "again" })
  await keep(q, ctx, voter.pollId, voter.id, answer, reason)
  return done({ ordinal: voter.ordinal, became: "setAside" })
}

/** The earlier entry is kept beside; what stands now waits for a check again. */
async function replaceEntry(q: Writer, ctx: Ctx, ballot: PollBallot, paper: Paper, reason: string): Promise<void> {
  const { communityId, pollId, voterId, version } = ballot
  await keep(q, ctx, pollId, voterId, ballot.answer, reason)
  await updateBallot(q, { communityId, pollId, voterId, version }, { ...paper, ...entryBy(ctx) })
}

async function keep(q: Writer, ctx: Ctx, pollId: string, voterId: string, answer: Answer, reason: string) {
  await insertSetAside(q, {
    communityId: ctx.community.id,
    id: ctx.newId(),
    pollId,
    voterId,
    answer: answerNames[answer],
    reason,
    at: ctx.now(),
    byName: ctx.actor.name,
  })
  await audit(q, ctx, "poll.paperSetAside", pollSubject(pollId))
}
