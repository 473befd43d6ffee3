import type { Writer } from "#db/client"
import { decideTopicIn, unscheduleTopicsIn } from "~/agenda/topics"
import { assignBuildingIn } from "~/estates/assignments"
import { type CivilDate, civilDateOf } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { seatInBodyIn } from "~/people/body-terms"
import { may } from "~/people/permissions"
import { writeOrRefuse } from "~/people/writing"
import { audit } from "~/registry/audit"
import type { ElectionPollRule } from "~/rulebook/poll-rules"
import type { Ctx } from "~/web/context"
import { ruleOfPoll } from "./announcing"
import { listBallots, listSetAside } from "./ballot-store"
import { labelsOf, readRounds } from "./counts"
import { pollLock, pollNumberOf, pollSubject } from "./polls"
import { type Outcome, type PollResult, resultOf, resultOfElection } from "./results"
import { checkClosing, statesBefore } from "./rules"
import { findPoll, listVoters, movePoll, type Poll, type PollVoter } from "./store"

/**
 * 计票: ends the taking in, computes the result by the frozen rule and writes it once. Refusals: forbidden, not_found,
 * poll_moved_on, papers_unchecked, poll_still_open, count_not_entered, count_unchecked, run_off_owed.
 */
export async function closePoll(
  ctx: Ctx,
  input: { pollId: string; withoutRunOff?: string },
): Promise<Result<{ outcome: Outcome }>> {
  if (!may(ctx.actor, "poll:manage")) return refuse("forbidden")
  const { pollId } = input
  const result = await writeOrRefuse<{ outcome: Outcome }>(ctx, pollLock(pollId), async q => {
    const poll = await findPoll(q, ctx.community.id, pollId)
    if (!poll) return refuse("not_found")
    if (poll.state !== "open") return refuse("poll_moved_on", { state: poll.state })
    const rule = await ruleOfPoll(q, poll)
    const counted =
      rule.form === "election"
        ? await resultOfCounts(q, poll, rule, (input.withoutRunOff ?? "").trim())
        : await resultOfPapers(q, poll, rule, civilDateOf(ctx.now()))
    if (!counted.ok) return counted
    const set = {
      state: "closed" as const,
      closedAt: ctx.now(),
      result: counted.value as unknown as Record<string, unknown>,
    }
    if (!(await movePoll(q, poll.communityId, pollId, statesBefore("closed"), set)))
      return refuse("poll_moved_on", { state: poll.state })
    const { outcome } = counted.value
    await audit(q, ctx, "poll.closed", pollSubject(pollId), { outcome, papers: counted.value.papers.returned })
    return done({ outcome })
  })
  if (result.ok) ctx.publish(`poll:${pollId}`)
  return result
}

async function resultOfPapers(
  q: Writer,
  poll: Poll,
  rule: Parameters<typeof resultOf>[1],
  today: CivilDate,
): Promise<Result<PollResult>> {
  const voters = await listVoters(q, poll.communityId, poll.id)
  const ballots = new Map((await listBallots(q, poll.communityId, poll.id)).map(ballot => [ballot.voterId, ballot]))
  const unchecked = [...ballots.values()].filter(ballot => !ballot.checkedAt).length
  // A notice on the wall is lawful where nobody can be found, and proves of nobody that he had the paper.
  const isReached = (voter: PollVoter) => voter.deliveredOn !== null && voter.deliveryMeans !== "posted"
  const delivered = voters.filter(voter => isReached(voter) || ballots.has(voter.id)).length
  const figures = { delivered, returned: ballots.size, unchecked }
  const closing = checkClosing(figures, { voters: voters.length, closesOn: poll.closesOn ?? "" }, today)
  if (!closing.ok) return closing
  const setAside = (await listSetAside(q, poll.communityId, poll.id)).length
  const papers = { voters: voters.length, delivered, returned: ballots.size, setAside }
  const votes = voters.map(voter => ({
    areaCm2: voter.areaCm2,
    answer: ballots.get(voter.id)?.answer ?? null,
    isDelivered: isReached(voter),
  }))
  return done(resultOf(votes, rule, papers, poll.scope !== null))
}

async function resultOfCounts(
  q: Writer,
  poll: Poll,
  rule: ElectionPollRule,
  withoutRunOff: string,
): Promise<Result<PollResult>> {
  const { results, next, waiting, entitled } = await readRounds(q, poll, rule)
  if (waiting) return refuse("count_unchecked", { ordinal: waiting.ordinal, by: waiting.enteredBy })
  const [first] = results
  if (!first) return refuse("count_not_entered")
  const labels = labelsOf(poll)
  if (next && !withoutRunOff)
    return refuse("run_off_owed", {
      field: "withoutRunOff",
      names: next.keys.map(key => labels[key]),
      seats: next.rule.seats,
    })
  const papers = { voters: entitled, delivered: first.issued, returned: first.decision.counts.cast, setAside: 0 }
  return done(resultOfElection(results, poll.seats, papers, next ? withoutRunOff : "", labels))
}

/**
 * 公布: the result takes hold. The topic is decided, whoever was chosen takes the office. Refusals: forbidden, not_found,
 * poll_moved_on, candidate_not_registered, and those of the office and the topic.
 */
export async function proclaimPoll(
  ctx: Ctx,
  input: { pollId: string; since?: CivilDate; until?: CivilDate | null },
): Promise<Result<{ outcome: Outcome }>> {
  if (!may(ctx.actor, "poll:manage")) return refuse("forbidden")
  const { pollId } = input
  return writeOrRefuse<{ outcome: Outcome }>(ctx, pollLock(pollId), async q => {
    const poll = await findPoll(q, ctx.community.id, pollId)
    if (!poll) return refuse("not_found")
    const result = poll.result as PollResult | null
    if (poll.state !== "closed" || !result) return refuse("poll_moved_on", { state: poll.state })
    const set = { state: "proclaimed" as const, proclaimedAt: ctx.now() }
    if (!(await movePoll(q, poll.communityId, pollId, statesBefore("proclaimed"), set)))
      return refuse("poll_moved_on", { state: poll.state })
    if (result.form === "election") {
      const since = input.since || civilDateOf(ctx.now())
      const seated = await seatChosenIn(q, ctx, poll, result.chosen, since, input.until || null)
      if (!seated.ok) return seated
    }
    const { outcome } = result
    // Of what could not be counted nobody can say that it was not agreed: the topic waits for another vote.
    if (poll.topicId && outcome === "cannotBeCounted")
      await unscheduleTopicsIn(q, ctx, [poll.topicId], { id: pollId, title: poll.title })
    else if (poll.topicId) {
      const decided = await decideTopicIn(q, ctx, poll.topicId, outcome === "passed" ? "agreed" : "notAgreed")
      if (!decided.ok) return decided
    }
    await audit(q, ctx, "poll.proclaimed", pollSubject(pollId), { outcome, number: pollNumberOf(ctx, poll) })
    return done({ outcome })
  })
}

async function seatChosenIn(
  q: Writer,
  ctx: Ctx,
  poll: Poll,
  chosen: readonly string[],
  since: CivilDate,
  until: CivilDate | null,
): Promise<Result<null>> {
  const { office } = poll
  for (const key of office ? chosen : []) {
    const candidate = (poll.options ?? []).find(option => option.key === key)
    const personId = candidate?.personId
    if (!personId) return refuse("candidate_not_registered", { name: candidate?.label ?? key })
    const seated =
      office!.kind === "buildingLeader"
        ? await assignBuildingIn(q, ctx, {
            buildingId: office!.buildingId,
            personId,
            duty: "leader",
            pollId: poll.id,
            since,
            until,
          })
        : await seatInBodyIn(q, ctx, {
            bodyId: office!.bodyId,
            personId,
            post: office!.post,
            chosenHow: "elected",
            basis: `${pollNumberOf(ctx, poll)}${poll.title}`,
            pollId: poll.id,
            since,
            until: until ?? office!.until,
          })
    if (!seated.ok) return seated
  }
  return done(null)
}
