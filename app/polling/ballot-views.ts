import { civilDateOf, formatTime } from "~/law/civil-date"
import { done, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import type { Ctx } from "~/web/context"
import { ruleOfPoll } from "./announcing"
import { listBallots, listSetAside } from "./ballot-store"
import { labelsOf, readRounds } from "./counts"
import { pollNumberOf } from "./polls"
import { answerNames } from "./rules"
import { findPoll, listVoters } from "./store"

/** An open poll with named papers. Refusals: forbidden, not_found, poll_counted_by_hand, poll_moved_on. */
async function findTakingIn(ctx: Ctx, pollId: string) {
  if (!may(ctx.actor, "poll:enter")) return refuse("forbidden")
  const poll = await findPoll(ctx.db.read, ctx.community.id, pollId)
  if (!poll) return refuse("not_found")
  if ((await ruleOfPoll(ctx.db.read, poll)).form === "election") return refuse("poll_counted_by_hand")
  return poll.state === "open" ? done(poll) : refuse("poll_moved_on", { state: poll.state })
}

/** 录入: what was entered last, what was set aside, and how many are missing. */
export async function readEntering(ctx: Ctx, pollId: string) {
  const found = await findTakingIn(ctx, pollId)
  if (!found.ok) return found
  const poll = found.value
  const q = ctx.db.read
  const voters = new Map((await listVoters(q, poll.communityId, pollId)).map(voter => [voter.id, voter]))
  const ballots = await listBallots(q, poll.communityId, pollId)
  const aside = await listSetAside(q, poll.communityId, pollId)
  const lineOf = (voterId: string) => {
    const voter = voters.get(voterId)
    return { ordinal: voter?.ordinal ?? 0, name: voter?.name ?? "", units: voter?.unitLabels ?? "" }
  }
  return done({
    title: poll.title,
    number: pollNumberOf(ctx, poll),
    today: civilDateOf(ctx.now()),
    opensOn: poll.opensOn ?? "",
    closesOn: poll.closesOn ?? "",
    counts: {
      voters: voters.size,
      entered: ballots.length,
      unchecked: ballots.filter(ballot => !ballot.checkedAt).length,
    },
    /** The own last ones, so that one sees where the pile is; what others entered is not seen before it is checked. */
    latest: ballots
      .filter(ballot => ballot.enteredByAccountId === ctx.actor.accountId)
      .toSorted((a, b) => b.enteredAt.getTime() - a.enteredAt.getTime())
      .slice(0, 10)
      .map(ballot => ({
        ...lineOf(ballot.voterId),
        answer: answerNames[ballot.answer],
        proxy: ballot.proxyName,
        note: ballot.note,
        by: ballot.enteredBy,
        at: formatTime(ballot.enteredAt),
        isChecked: ballot.checkedAt !== null,
      })),
    aside: aside.map(one => ({ id: one.id, ...lineOf(one.voterId), reason: one.reason, by: one.byName })),
  })
}

const checksPerPage = 20

/** 核对: papers that others entered, by number, without what was entered. */
export async function readChecking(ctx: Ctx, pollId: string) {
  const found = await findTakingIn(ctx, pollId)
  if (!found.ok) return found
  const poll = found.value
  const q = ctx.db.read
  const ballots = new Map((await listBallots(q, poll.communityId, pollId)).map(one => [one.voterId, one]))
  const voters = await listVoters(q, poll.communityId, pollId)
  const waiting = voters.filter(voter => {
    const ballot = ballots.get(voter.id)
    return ballot && !ballot.checkedAt && ballot.enteredByAccountId !== ctx.actor.accountId
  })
  const own = [...ballots.values()].filter(
    one => !one.checkedAt && one.enteredByAccountId === ctx.actor.accountId,
  ).length
  return done({
    title: poll.title,
    number: pollNumberOf(ctx, poll),
    own,
    total: waiting.length,
    rows: waiting.slice(0, checksPerPage).map(voter => ({
      ordinal: voter.ordinal,
      name: voter.name,
      units: voter.unitLabels,
      proxy: ballots.get(voter.id)?.proxyName ?? "",
    })),
  })
}

/** 计票单: the rounds counted so far, the one that waits for a check, the one to be counted next. */
export async function readCounting(ctx: Ctx, pollId: string) {
  if (!may(ctx.actor, "poll:enter")) return refuse("forbidden")
  const poll = await findPoll(ctx.db.read, ctx.community.id, pollId)
  if (!poll) return refuse("not_found")
  const rule = await ruleOfPoll(ctx.db.read, poll)
  if (rule.form !== "election") return refuse("poll_not_by_hand")
  if (poll.state === "draft" || poll.state === "announced" || poll.state === "cancelled")
    return refuse("poll_moved_on", { state: poll.state })
  const { results, next, waiting, entitled, voters, counts } = await readRounds(ctx.db.read, poll, rule)
  const labels = labelsOf(poll)
  const named = (keys: readonly string[]) => keys.map(key => ({ key, label: labels[key] ?? key }))
  const handedOut = voters.filter(voter => voter.deliveredOn !== null).length
  return done({
    title: poll.title,
    number: pollNumberOf(ctx, poll),
    entitled,
    /** What the roll says was handed out in the first round; nothing where there is no roll. */
    handedOut: voters.length > 0 && results.length === 0 ? handedOut : null,
    isOpen: poll.state === "open" && civilDateOf(ctx.now()) >= (poll.closesOn ?? ""),
    isBefore: poll.state === "open" && civilDateOf(ctx.now()) < (poll.closesOn ?? ""),
    counters: poll.counters.join("、"),
    scrutineers: poll.scrutineers.join("、"),
    rounds: results.map(round => ({
      ordinal: round.ordinal,
      sentences: round.sentences,
      by: counts.find(count => count.ordinal === round.ordinal)?.enteredBy ?? "",
      checkedBy: counts.find(count => count.ordinal === round.ordinal)?.checkedBy ?? "",
    })),
    next: next && { ordinal: next.ordinal, candidates: named(next.keys), seats: next.rule.seats },
    waiting: waiting && {
      ordinal: waiting.ordinal,
      version: waiting.version,
      by: waiting.enteredBy,
      isOwn: waiting.enteredByAccountId === ctx.actor.accountId,
      figures: [
        { label: "发出", value: waiting.issued },
        { label: "收回", value: waiting.returned },
        { label: "未收回", value: waiting.issued - waiting.returned },
        { label: "无效", value: waiting.invalid },
        ...named(waiting.optionKeys).map(({ key, label }) => ({ label, value: waiting.votes[key] ?? 0 })),
        { label: "均不同意", value: waiting.none },
        { label: "弃权", value: waiting.abstain },
      ],
    },
  })
}
export type CountingView = Extract<Awaited<ReturnType<typeof readCounting>>, { ok: true }>["value"]
