import { findTopic } from "~/agenda/store"
import { findBuilding, findEstate, listBuildings } from "~/estates/estate-store"
import { listOwnedUnits } from "~/estates/unit-store"
import { areaInWords } from "~/law/areas"
import { civilDateOf } from "~/law/civil-date"
import { done, refuse } from "~/law/result"
import { findBody } from "~/people/body-store"
import { may } from "~/people/permissions"
import { pollPresetOf } from "~/rulebook/poll-presets"
import type { PollPresetKey } from "~/rulebook/poll-rules"
import type { Ctx } from "~/web/context"
import { ruleOfPoll } from "./announcing"
import { listBallots } from "./ballot-store"
import { readRounds } from "./counts"
import { dayText } from "./page-words"
import { pollNumberOf } from "./polls"
import { mayCancel, pollStateNames } from "./rules"
import { findPoll, listPolls, listVoters, type Poll } from "./store"

/** When answers are taken in: 2026年12月1日至12月10日. */
export const spanText = ({ opensOn, closesOn }: Pick<Poll, "opensOn" | "closesOn">): string =>
  opensOn && closesOn ? (opensOn === closesOn ? dayText(opensOn) : `${dayText(opensOn)}至${dayText(closesOn)}`) : ""

/** The polls under way, the drafts, and those that are over, the newest first. Refusal: forbidden. */
export async function listPollRows(ctx: Ctx) {
  if (!may(ctx.actor, "poll:read")) return refuse("forbidden")
  const mayManage = may(ctx.actor, "poll:manage")
  const all = await listPolls(ctx.db.read, ctx.community.id)
  const rowOf = (poll: Poll) => ({
    id: poll.id,
    title: poll.title,
    number: pollNumberOf(ctx, poll),
    kind: kindOf(poll),
    state: poll.state,
    when: spanText(poll),
    by: poll.createdBy,
  })
  const isOver = (poll: Poll) => poll.state === "proclaimed" || poll.state === "cancelled"
  return done({
    running: all.filter(poll => poll.state !== "draft" && !isOver(poll)).map(rowOf),
    drafts: mayManage ? all.filter(poll => poll.state === "draft").map(rowOf) : [],
    over: all.filter(isOver).map(rowOf),
    mayManage,
  })
}

/** 业主共同决定: what kind of poll it is, in the words of its preset. */
export const kindOf = (poll: Pick<Poll, "preset">): string =>
  pollPresetOf(poll.preset as PollPresetKey).name.replace(/规程/, "")

/** Of one poll everything but the papers. A draft is the office's own matter. Refusals: not_found, forbidden. */
export async function readPoll(ctx: Ctx, pollId: string) {
  const { actor, community } = ctx
  const q = ctx.db.read
  const poll = await findPoll(q, community.id, pollId)
  if (!poll) return refuse("not_found")
  const mayManage = may(actor, "poll:manage")
  if (!may(actor, "poll:read") || (poll.state === "draft" && !mayManage)) return refuse("forbidden")
  const rule = await ruleOfPoll(q, poll)
  const topic = poll.topicId ? await findTopic(q, community.id, poll.topicId) : null
  const estate = poll.estateId ? await findEstate(q, community.id, poll.estateId) : null
  const figures = await readFigures(ctx, poll)
  const mayEnter = may(actor, "poll:enter")
  return done({
    id: poll.id,
    version: poll.version,
    title: poll.title,
    number: pollNumberOf(ctx, poll),
    state: poll.state,
    stateName: pollStateNames[poll.state],
    kind: kindOf(poll),
    ruleName: rule.name,
    ruleHash: poll.ruleHash ?? "",
    isByHand: rule.form === "election",
    question: poll.question,
    topic: topic && { id: topic.id, title: topic.title },
    scope: await scopeText(ctx, poll, estate?.name ?? ""),
    candidates: (poll.options ?? []).map(option => option.label),
    seats: poll.seats,
    office: await officeText(ctx, poll),
    opensOn: dayText(poll.opensOn),
    closesOn: dayText(poll.closesOn),
    announcedOn: dayText(poll.announcedOn),
    isOpenable: poll.state === "announced" && (poll.opensOn ?? "") <= civilDateOf(ctx.now()),
    isOver: (poll.closesOn ?? "") < civilDateOf(ctx.now()),
    isLastDay: (poll.closesOn ?? "") <= civilDateOf(ctx.now()),
    span: spanText(poll),
    counters: poll.counters.join("、"),
    scrutineers: poll.scrutineers.join("、"),
    endReason: poll.endReason,
    figures,
    may: {
      edit: mayManage && poll.state === "draft",
      manage: mayManage,
      enter: mayEnter && poll.state === "open",
      deliver: mayEnter && (poll.state === "announced" || poll.state === "open") && figures.voters > 0,
      seeRoll: mayEnter && poll.state !== "draft" && poll.electors === null,
      print: mayManage && poll.state !== "draft" && poll.state !== "cancelled",
      cancel: mayManage && mayCancel(poll.state),
    },
  })
}
export type PollView = Extract<Awaited<ReturnType<typeof readPoll>>, { ok: true }>["value"]

/** How many papers are out, back, and compared by a second person; never what they say. */
async function readFigures(ctx: Ctx, poll: Poll) {
  const q = ctx.db.read
  const voters = await listVoters(q, poll.communityId, poll.id)
  const rule = await ruleOfPoll(q, poll)
  const areaCm2 = voters.reduce((sum, voter) => sum + voter.areaCm2, 0)
  const area = areaCm2 > 0 ? areaInWords(areaCm2) : ""
  const delivered = voters.filter(voter => voter.deliveredOn !== null).length
  if (rule.form === "election") {
    const { waiting, next, results } = await readRounds(q, poll, rule)
    const rounds = results.length
    return {
      ...{ voters: poll.electors ?? voters.length, area, delivered, isRolled: poll.electors === null },
      ...{ returned: results[0]?.decision.counts.cast ?? 0, unchecked: waiting ? 1 : 0, ownEntries: 0 },
      ...{ rounds, isRunOff: rounds > 0 && next !== null, isCounted: rounds > 0 && next === null && !waiting },
    }
  }
  const ballots = await listBallots(q, poll.communityId, poll.id)
  const unchecked = ballots.filter(ballot => !ballot.checkedAt)
  return {
    ...{ voters: voters.length, area, delivered, isRolled: true },
    returned: ballots.length,
    unchecked: unchecked.length,
    ownEntries: unchecked.filter(ballot => ballot.enteredByAccountId === ctx.actor.accountId).length,
    ...{ rounds: 0, isRunOff: false, isCounted: false },
  }
}

/** 康乐里321栋、326栋; the whole estate where nothing was chosen. */
export async function scopeText(ctx: Ctx, poll: Poll, estateName: string): Promise<string> {
  const { scope, estateId } = poll
  if (!estateId) return ""
  if (!scope) return poll.electors === null ? estateName : ""
  const q = ctx.db.read
  const buildings = (await listBuildings(q, poll.communityId, estateId)).filter(one =>
    scope.buildingIds.includes(one.id),
  )
  const units =
    scope.unitIds.length > 0 ? await listOwnedUnits(q, poll.communityId, { estateId, unitIds: scope.unitIds }) : []
  return `${estateName}${[...buildings.map(one => one.name), ...units.map(one => `${one.buildingName}${one.label}`)].join("、")}`
}

async function officeText(ctx: Ctx, { office, communityId }: Poll): Promise<string> {
  if (!office) return ""
  if (office.kind === "buildingLeader") {
    const building = await findBuilding(ctx.db.read, communityId, office.buildingId)
    return `${building?.name ?? ""}楼栋长`
  }
  const body = await findBody(ctx.db.read, communityId, office.bodyId)
  return `${body?.name ?? ""}${office.post}`
}
