import { findEstate } from "~/estates/estate-store"
import { areaInWords } from "~/law/areas"
import { civilDateOf } from "~/law/civil-date"
import { done, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import type { Ctx } from "~/web/context"
import { ruleOfPoll } from "./announcing"
import { listBallots } from "./ballot-store"
import { dayText } from "./page-words"
import { pollNumberOf } from "./polls"
import { takenForOthers } from "./proxies"
import { scopeText, spanText } from "./reading"
import { answerNames, deliveryMeansNames, type RollFilter } from "./rules"
import { findPoll, listVoters } from "./store"

const rowsPerPage = 100

/**
 * 票册: who has which paper, for the office alone; never what a paper says. `isPrinted` gives all of it, for signing.
 * Refusals: not_found, forbidden, poll_without_roll.
 */
export async function readRollView(
  ctx: Ctx,
  pollId: string,
  { filter, page, isPrinted }: { filter: RollFilter; page: number; isPrinted: boolean },
) {
  if (!may(ctx.actor, "poll:enter")) return refuse("forbidden")
  const q = ctx.db.read
  const poll = await findPoll(q, ctx.community.id, pollId)
  if (!poll) return refuse("not_found")
  if (poll.state === "draft" || poll.electors !== null) return refuse("poll_without_roll")
  const voters = await listVoters(q, poll.communityId, pollId)
  const returned = new Map((await listBallots(q, poll.communityId, pollId)).map(one => [one.voterId, one.returnedOn]))
  const isUndelivered = (voter: (typeof voters)[number]) => voter.deliveredOn === null && !returned.has(voter.id)
  const shown = voters.filter(voter => {
    if (filter === "undelivered") return isUndelivered(voter)
    return filter === "missing" ? !returned.has(voter.id) : true
  })
  const pages = Math.max(1, Math.ceil(shown.length / rowsPerPage))
  const at = Math.min(Math.max(1, page), pages)
  const rows = isPrinted ? voters : shown.slice((at - 1) * rowsPerPage, at * rowsPerPage)
  const isElection = (await ruleOfPoll(q, poll)).form === "election"
  return done({
    title: poll.title,
    number: pollNumberOf(ctx, poll),
    span: spanText(poll),
    isElection,
    countsArea: voters.some(voter => voter.areaCm2 > 0),
    wholeArea: areaInWords(voters.reduce((sum, voter) => sum + voter.areaCm2, 0)),
    mayDeliver: poll.state === "announced" || poll.state === "open",
    today: civilDateOf(ctx.now()),
    proxies: isElection ? proxiesOf(voters) : [],
    counts: {
      all: voters.length,
      undelivered: voters.filter(isUndelivered).length,
      missing: voters.length - returned.size,
    },
    total: shown.length,
    page: at,
    pages,
    rowsPerPage,
    rows: rows.map(voter => ({
      ordinal: voter.ordinal,
      name: voter.name,
      units: voter.unitLabels,
      area: voter.areaCm2 > 0 ? areaInWords(voter.areaCm2) : "",
      delivered: dayText(voter.deliveredOn),
      means: voter.deliveryMeans ? deliveryMeansNames[voter.deliveryMeans] : "",
      to: voter.deliveredTo,
      by: voter.deliveredBy,
      returned: dayText(returned.get(voter.id) ?? null),
    })),
  })
}

/** The papers themselves, to be printed: one each, with what is asked and how to mark it. Refusals: not_found, forbidden. */
export async function readPapers(ctx: Ctx, pollId: string) {
  if (!may(ctx.actor, "poll:manage")) return refuse("forbidden")
  const q = ctx.db.read
  const poll = await findPoll(q, ctx.community.id, pollId)
  if (!poll) return refuse("not_found")
  if (poll.state === "draft" || poll.state === "cancelled") return refuse("poll_without_roll")
  const rule = await ruleOfPoll(q, poll)
  const estate = poll.estateId ? await findEstate(q, poll.communityId, poll.estateId) : null
  const voters = await listVoters(q, poll.communityId, pollId)
  const kind = rule.form
  return done({
    title: poll.title,
    number: pollNumberOf(ctx, poll),
    kind,
    outcomeName: rule.outcomeName,
    question: poll.question,
    scope: await scopeText(ctx, poll, estate?.name ?? ""),
    closesOn: dayText(poll.closesOn),
    office: `${ctx.community.name}居民委员会`,
    phone: ctx.community.contactPhone,
    choices:
      kind === "election"
        ? [...(poll.options ?? []).map(option => option.label), "均不同意", "弃权"]
        : [answerNames.for, answerNames.against, answerNames.abstain],
    seats: poll.seats,
    allowsProxy: !("none" in rule.proxies),
    copies: poll.electors ?? voters.length,
    /** Unnamed papers are all alike: no number could lead back to whoever had it. */
    papers: kind === "election" ? [] : voters.map(paperOf),
  })
}

const paperOf = (voter: Awaited<ReturnType<typeof listVoters>>[number]) => ({
  ordinal: voter.ordinal,
  name: voter.name,
  units: voter.unitLabels,
  area: voter.areaCm2 > 0 ? areaInWords(voter.areaCm2) : "",
})

/** Those who vote for another in an unnamed election: the law has the list hung out. */
export const proxiesOf = (voters: Awaited<ReturnType<typeof listVoters>>): { name: string; proxy: string }[] =>
  takenForOthers(voters.map(voter => ({ voter, taker: voter.deliveredTo }))).map(({ voter, proxyName }) => ({
    name: voter.name,
    proxy: proxyName,
  }))

export type RollView = Extract<Awaited<ReturnType<typeof readRollView>>, { ok: true }>["value"]
export type PapersView = Extract<Awaited<ReturnType<typeof readPapers>>, { ok: true }>["value"]
