import { createHash } from "node:crypto"
import type { Reader } from "#db/client"
import { listRoutings, listWordingsInForce } from "~/agenda/store"
import { scheduleTopicsIn, unscheduleTopicsIn } from "~/agenda/topics"
import { civilDateOf } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { findBody } from "~/people/body-store"
import { may } from "~/people/permissions"
import { changedMeanwhile, writeOrRefuse } from "~/people/writing"
import { audit } from "~/registry/audit"
import { withdrawDocumentsIn } from "~/registry/documents"
import { takeNumber } from "~/registry/numbers"
import { pollRuleInForce } from "~/rulebook/in-force"
import { freezePollRule, type PollPresetKey, type PollRule, readPollRule } from "~/rulebook/poll-rules"
import type { Ctx } from "~/web/context"
import { pollLock, pollNumberOf, pollSubject, wordingFor } from "./polls"
import type { RollEntry } from "./roll"
import { readRoll } from "./roll-reading"
import { announcementProblems, checkOpening, type DraftFacts, mayCancel, statesBefore } from "./rules"
import { findPoll, insertVoters, movePoll, type Poll } from "./store"

/** The frozen rule of an announced poll, the one in force for a draft. */
export const ruleOfPoll = async (q: Reader, poll: Poll): Promise<PollRule> =>
  poll.ruleSnapshot === null
    ? pollRuleInForce(q, poll.communityId, poll.preset as PollPresetKey, poll.estateId)
    : readPollRule(poll.ruleSnapshot)

/** What the announcement would fix now, and what stands in its way. */
export async function readAnnouncement(
  q: Reader,
  ctx: Pick<Ctx, "now" | "actor">,
  poll: Poll,
): Promise<{ rule: PollRule; facts: DraftFacts; entries: RollEntry[] }> {
  const today = civilDateOf(ctx.now())
  const rule = await ruleOfPoll(q, poll)
  const { entries, contradictions } = await readRoll(q, poll.communityId, poll, rule, today)
  const wording = poll.topicId
    ? (await listWordingsInForce(q, poll.communityId, [poll.topicId])).get(poll.topicId)
    : undefined
  const routing = poll.topicId ? (await listRoutings(q, poll.communityId, [poll.topicId])).get(poll.topicId) : undefined
  const facts: DraftFacts = {
    rule,
    today,
    question: poll.question,
    hasTopic: poll.topicId !== null,
    isWordingInForce: poll.topicId === null || (wording?.id ?? null) === poll.proposalId,
    matter: routing?.answers.owners ?? routing?.answers.office ?? "",
    scope: poll.scope,
    options: poll.options,
    office: await officeFacts(q, poll),
    seats: poll.seats,
    electors: poll.electors,
    opensOn: poll.opensOn,
    closesOn: poll.closesOn,
    counters: poll.counters,
    scrutineers: poll.scrutineers,
    handlers: [poll.createdBy, ctx.actor.name, wording?.handler ?? ""].filter(Boolean),
    rollSize: entries.length,
    contradictions,
  }
  return { rule, facts, entries }
}

async function officeFacts(q: Reader, { communityId, office }: Poll): Promise<DraftFacts["office"]> {
  if (office?.kind !== "body") return office
  return { kind: "body", bodyKind: (await findBody(q, communityId, office.bodyId))?.kind ?? null }
}

/**
 * 公告: gives the number, freezes the rule with its hash and the roll with its papers, and holds the topic for this poll
 * alone. Refusals: forbidden, not_found, poll_moved_on, changed_meanwhile, every problem of the draft, wrong_procedure,
 * topic_not_ready.
 */
export async function announcePoll(
  ctx: Ctx,
  input: { pollId: string; version: number },
): Promise<Result<{ pollId: string; number: string }>> {
  if (!may(ctx.actor, "poll:manage")) return refuse("forbidden")
  const { pollId } = input
  return writeOrRefuse<{ pollId: string; number: string }>(ctx, pollLock(pollId), async q => {
    const poll = await findPoll(q, ctx.community.id, pollId)
    if (!poll) return refuse("not_found")
    if (poll.state !== "draft") return refuse("poll_moved_on", { state: poll.state })
    if (poll.version !== input.version) return changedMeanwhile(q, ctx, pollSubject(pollId), poll.version, [])
    const { rule, facts, entries } = await readAnnouncement(q, ctx, poll)
    const [problem] = announcementProblems(facts)
    if (problem) return refuse(problem.code, problem.detail)
    const wording = await wordingFor(q, ctx, poll.topicId, rule.preset)
    if (!wording.ok) return wording
    if (poll.topicId) {
      const scheduled = await scheduleTopicsIn(q, ctx, [poll.topicId], { id: pollId, title: poll.title })
      if (!scheduled.ok) return scheduled
    }
    const now = ctx.now()
    const year = Number(facts.today.slice(0, 4))
    const sequence = await takeNumber(q, poll.communityId, "poll", year)
    const { text } = freezePollRule(rule)
    await insertVoters(
      q,
      entries.map((entry, at) => ({
        communityId: poll.communityId,
        pollId,
        id: ctx.newId(),
        ordinal: at + 1,
        ...entry,
        deliveredOn: null,
        deliveryMeans: null,
        deliveredTo: "",
        deliveredBy: "",
      })),
    )
    const set = {
      state: "announced" as const,
      year,
      sequence,
      proposalId: wording.value?.id ?? null,
      ruleSnapshot: text,
      ruleHash: createHash("sha256").update(text).digest("hex"),
      announcedOn: facts.today,
      announcedAt: now,
    }
    if (!(await movePoll(q, poll.communityId, pollId, statesBefore("announced"), set)))
      return refuse("poll_moved_on", { state: poll.state })
    const number = pollNumberOf(ctx, { year, sequence })
    const detail = { number, opensOn: poll.opensOn, closesOn: poll.closesOn, papers: poll.electors ?? entries.length }
    await audit(q, ctx, "poll.announced", pollSubject(pollId), detail)
    return done({ pollId, number })
  })
}

/** 开始收票. Refusals: forbidden, not_found, poll_moved_on, poll_opens_later. */
export async function openPoll(ctx: Ctx, { pollId }: { pollId: string }): Promise<Result<{ pollId: string }>> {
  if (!may(ctx.actor, "poll:manage")) return refuse("forbidden")
  return ctx.db.tx(pollLock(pollId), async q => {
    const poll = await findPoll(q, ctx.community.id, pollId)
    if (!poll) return refuse("not_found")
    if (poll.state !== "announced") return refuse("poll_moved_on", { state: poll.state })
    const checked = checkOpening(poll.opensOn ?? "", civilDateOf(ctx.now()))
    if (!checked.ok) return checked
    if (!(await movePoll(q, poll.communityId, pollId, statesBefore("open"), { state: "open" })))
      return refuse("poll_moved_on", { state: poll.state })
    await audit(q, ctx, "poll.opened", pollSubject(pollId), { closesOn: poll.closesOn })
    return done({ pollId })
  })
}

/**
 * Called off before it is counted, with the reason; its topic is prepared again, the papers stay as they are, and sheets that
 * were printed of it are withdrawn. Refusals: forbidden, not_found, poll_moved_on, poll_reason_missing.
 */
export async function cancelPoll(
  ctx: Ctx,
  { pollId, reason }: { pollId: string; reason: string },
): Promise<Result<{ pollId: string }>> {
  if (!may(ctx.actor, "poll:manage")) return refuse("forbidden")
  if (reason.trim() === "") return refuse("poll_reason_missing", { field: "reason" })
  return ctx.db.tx(pollLock(pollId), async q => {
    const poll = await findPoll(q, ctx.community.id, pollId)
    if (!poll) return refuse("not_found")
    const set = { state: "cancelled" as const, endReason: reason.trim() }
    if (!mayCancel(poll.state) || !(await movePoll(q, poll.communityId, pollId, statesBefore("cancelled"), set)))
      return refuse("poll_moved_on", { state: poll.state })
    if (poll.topicId && poll.state !== "draft")
      await unscheduleTopicsIn(q, ctx, [poll.topicId], { id: pollId, title: poll.title })
    await withdrawDocumentsIn(q, ctx, { subject: pollSubject(pollId), reason: "这次表决已经取消。" })
    await audit(q, ctx, "poll.cancelled", pollSubject(pollId), { reason: reason.trim() })
    return done({ pollId })
  })
}
