import { type CivilDate, civilDateOf, isRealDate } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { audit } from "~/registry/audit"
import type { PollRule } from "~/rulebook/poll-rules"
import type { Ctx } from "~/web/context"
import { ruleOfPoll } from "./announcing"
import { pollLock, pollSubject } from "./polls"
import { checkNamedProxies, takenForOthers } from "./proxies"
import type { DeliveryMeans } from "./rules"
import { findPoll, listVoters, type Poll, type PollVoter, updateDelivery } from "./store"

/**
 * 送达: that papers were handed over, when and how, of several owners at once. Also before the first day of answering, so
 * that everybody has the paper then. Of an election with a roll, whoever takes the paper for another is a proxy.
 * Refusals: forbidden, not_found, poll_moved_on, delivery_nobody, poll_date_wrong, delivery_in_future,
 * delivery_before_announcement, delivery_after_closing, delivery_too_late, and those of proxies.
 */
export async function deliverPapers(
  ctx: Ctx,
  input: { pollId: string; ordinals: readonly number[]; deliveredOn: CivilDate; means: DeliveryMeans; to: string },
): Promise<Result<{ delivered: number }>> {
  if (!may(ctx.actor, "poll:enter")) return refuse("forbidden")
  const { pollId, ordinals, deliveredOn, means } = input
  const to = input.to.trim()
  if (ordinals.length === 0) return refuse("delivery_nobody", { field: "ordinals" })
  if (!isRealDate(deliveredOn)) return refuse("poll_date_wrong", { field: "deliveredOn" })
  return ctx.db.tx(pollLock(pollId), async q => {
    const poll = await findPoll(q, ctx.community.id, pollId)
    if (!poll) return refuse("not_found")
    if (poll.state !== "announced" && poll.state !== "open") return refuse("poll_moved_on", { state: poll.state })
    if (deliveredOn > civilDateOf(ctx.now())) return refuse("delivery_in_future", { field: "deliveredOn" })
    if (deliveredOn < (poll.announcedOn ?? "")) return refuse("delivery_before_announcement", { field: "deliveredOn" })
    const rule = await ruleOfPoll(q, poll)
    const inTime = checkDay(rule, poll, deliveredOn, civilDateOf(ctx.now()))
    if (!inTime.ok) return inTime
    const voters = await listVoters(q, poll.communityId, pollId)
    const chosen = voters.filter(voter => ordinals.includes(voter.ordinal))
    if (chosen.length < new Set(ordinals).size) return refuse("not_found")
    const proxies = checkTakers(rule, poll, voters, new Set(chosen.map(voter => voter.id)), to)
    if (!proxies.ok) return proxies
    await updateDelivery(
      q,
      poll.communityId,
      pollId,
      chosen.map(voter => voter.id),
      { deliveredOn, deliveryMeans: means, deliveredTo: to, deliveredBy: ctx.actor.name },
    )
    await audit(q, ctx, "poll.delivered", pollSubject(pollId), { papers: chosen.length, means, deliveredOn })
    return done({ delivered: chosen.length })
  })
}

/** Whoever takes the paper of an unnamed election votes with it; of a named one the signature says who did. */
function checkTakers(
  rule: PollRule,
  poll: Poll,
  voters: readonly PollVoter[],
  chosen: ReadonlySet<string>,
  to: string,
): Result<null> {
  if (rule.form !== "election") return done(null)
  const lines = voters.map(voter => ({ voter, taker: chosen.has(voter.id) ? to : voter.deliveredTo }))
  const candidates = (poll.options ?? []).map(option => option.label)
  return checkNamedProxies(takenForOthers(lines), voters, rule, candidates)
}

/**
 * A paper that came after the last day reached nobody in time. Where the estate's rule lets silence count, delivery is what
 * it hangs on: nobody proves it once he can see what is missing. Refusals: delivery_after_closing, delivery_too_late.
 */
function checkDay(rule: PollRule, { closesOn }: Poll, deliveredOn: CivilDate, today: CivilDate): Result<null> {
  if (!closesOn) return done(null)
  if (deliveredOn > closesOn) return refuse("delivery_after_closing", { field: "deliveredOn", closesOn })
  const countsSilence = rule.form === "owners" && rule.silence.mode !== "notParticipating"
  return countsSilence && today > closesOn
    ? refuse("delivery_too_late", { field: "deliveredOn", closesOn })
    : done(null)
}
