import type { Reader, Writer } from "#db/client"
import { civilDateOf } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { writeOrRefuse } from "~/people/writing"
import { audit } from "~/registry/audit"
import type { ElectionPollRule } from "~/rulebook/poll-rules"
import type { Ctx } from "~/web/context"
import { ruleOfPoll } from "./announcing"
import { checkHandCount, type HandCount } from "./hand-count"
import { pollLock, pollSubject } from "./polls"
import { decideRounds } from "./results"
import { findPoll, insertCount, listCounts, listVoters, type Poll, type PollCount, updateCount } from "./store"

export const labelsOf = (poll: Pick<Poll, "options">): Record<string, string> =>
  Object.fromEntries((poll.options ?? []).map(option => [option.key, option.label]))

/** The rounds of an election so far: those that were checked are decided, one that was not waits. */
export async function readRounds(q: Reader, poll: Poll, rule: ElectionPollRule) {
  const voters = await listVoters(q, poll.communityId, poll.id)
  const counts = await listCounts(q, poll.communityId, poll.id)
  const waiting = counts.find(count => count.checkedAt === null) ?? null
  const entitled = poll.electors ?? voters.length
  const election = { rule, keys: (poll.options ?? []).map(option => option.key), seats: poll.seats, entitled }
  const decided = decideRounds(
    counts.filter(count => count.checkedAt !== null),
    election,
    labelsOf(poll),
  )
  return { ...decided, waiting, entitled, voters, counts }
}

/**
 * 计票: what one of the counters reads off the counting sheet; an entry that nobody checked yet may be entered anew. The
 * round is the first one, or the run-off that is owed. Refusals: forbidden, not_found, poll_moved_on, poll_not_by_hand,
 * counter_is_candidate, count_before_last_day, count_finished, count_checked, count_over_delivered, and those of `checkHandCount`.
 */
export async function enterCount(
  ctx: Ctx,
  input: { pollId: string; ordinal: number; count: HandCount },
): Promise<Result<{ ordinal: number }>> {
  if (!may(ctx.actor, "poll:enter")) return refuse("forbidden")
  return writeOrRefuse<{ ordinal: number }>(ctx, pollLock(input.pollId), async q => {
    const open = await findElection(q, ctx, input.pollId)
    if (!open.ok) return open
    const { poll, rule } = open.value
    if (civilDateOf(ctx.now()) < (poll.closesOn ?? ""))
      return refuse("count_before_last_day", { closesOn: poll.closesOn })
    const { next, waiting, entitled, voters, counts } = await readRounds(q, poll, rule)
    if (!next) return refuse("count_finished")
    if (input.ordinal !== next.ordinal)
      return counts.some(one => one.ordinal === input.ordinal && one.checkedAt)
        ? refuse("count_checked", { ordinal: input.ordinal })
        : refuse("not_found")
    const checked = checkHandCount(input.count, { keys: next.keys, seats: next.rule.seats, entitled })
    if (!checked.ok) return checked
    const handedOut = voters.filter(voter => voter.deliveredOn !== null).length
    // A run-off hands its papers out anew, in the room.
    if (voters.length > 0 && next.ordinal === 1 && input.count.issued !== handedOut)
      return refuse("count_over_delivered", { field: "issued", issued: input.count.issued, handedOut })
    const { notReturned: _, ...numbers } = checked.value
    const entry = {
      ...numbers,
      enteredAt: ctx.now(),
      enteredBy: ctx.actor.name,
      enteredByAccountId: ctx.actor.accountId ?? "",
    }
    const key = { communityId: poll.communityId, pollId: poll.id, ordinal: next.ordinal }
    if (waiting) {
      if (!(await updateCount(q, { ...key, version: waiting.version }, entry))) return refuse("changed_meanwhile")
    } else {
      const round = { optionKeys: next.keys, seats: next.rule.seats, checkedAt: null, checkedBy: null, result: null }
      await insertCount(q, { ...key, ...entry, ...round, version: 1 })
    }
    await audit(q, ctx, "poll.countEntered", pollSubject(poll.id), { ordinal: next.ordinal })
    return done({ ordinal: next.ordinal })
  })
}

/**
 * Another counter compared the numbers with the counting sheet: the round is decided and stands. Refusals: forbidden,
 * not_found, poll_moved_on, poll_not_by_hand, counter_is_candidate, count_not_entered, changed_meanwhile, own_entry.
 */
export async function checkCount(
  ctx: Ctx,
  input: { pollId: string; ordinal: number; version: number },
): Promise<Result<{ ordinal: number }>> {
  if (!may(ctx.actor, "poll:enter")) return refuse("forbidden")
  return writeOrRefuse<{ ordinal: number }>(ctx, pollLock(input.pollId), async q => {
    const open = await findElection(q, ctx, input.pollId)
    if (!open.ok) return open
    const { poll, rule } = open.value
    const { next, waiting } = await readRounds(q, poll, rule)
    if (!next || !waiting || waiting.ordinal !== input.ordinal) return refuse("count_not_entered")
    if (waiting.version !== input.version) return refuse("changed_meanwhile", { by: waiting.enteredBy })
    if (waiting.enteredByAccountId === ctx.actor.accountId) return refuse("own_entry", { ordinal: waiting.ordinal })
    const result = await decisionOf(q, poll, rule, waiting)
    const key = { communityId: poll.communityId, pollId: poll.id, ordinal: waiting.ordinal, version: waiting.version }
    const set = { checkedAt: ctx.now(), checkedBy: ctx.actor.name, result }
    if (!(await updateCount(q, key, set))) return refuse("changed_meanwhile", { by: waiting.enteredBy })
    await audit(q, ctx, "poll.countChecked", pollSubject(poll.id), { ordinal: waiting.ordinal })
    return done({ ordinal: waiting.ordinal })
  })
}

/** What this round comes to, once it is counted with those before it. */
async function decisionOf(q: Writer, poll: Poll, rule: ElectionPollRule, waiting: PollCount) {
  const { entitled, counts } = await readRounds(q, poll, rule)
  const before = counts.filter(count => count.checkedAt !== null)
  const election = { rule, keys: (poll.options ?? []).map(option => option.key), seats: poll.seats, entitled }
  return decideRounds([...before, waiting], election, labelsOf(poll)).results.at(-1) as unknown as Record<
    string,
    unknown
  >
}

async function findElection(q: Writer, ctx: Ctx, pollId: string) {
  const poll = await findPoll(q, ctx.community.id, pollId)
  if (!poll) return refuse("not_found")
  if (poll.state !== "open") return refuse("poll_moved_on", { state: poll.state })
  const rule = await ruleOfPoll(q, poll)
  if (rule.form !== "election") return refuse("poll_not_by_hand")
  const { personId, name } = ctx.actor
  const isStanding = (poll.options ?? []).some(one => (personId ? one.personId === personId : one.label === name))
  return isStanding ? refuse("counter_is_candidate", { name }) : done({ poll, rule })
}
