import type { Writer } from "#db/client"
import type { PollOffice, PollOption } from "#db/schema/polling"
import { findTopic, listRoutings, listWordingsInForce } from "~/agenda/store"
import { findBuilding, findEstate, listBuildings } from "~/estates/estate-store"
import { listUnitsById } from "~/estates/unit-store"
import { type CivilDate, civilDateOf, isRealDate } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { changedMeanwhile, writeOrRefuse } from "~/people/writing"
import { audit } from "~/registry/audit"
import { formatNumber } from "~/registry/numbers"
import { pollPresetOf } from "~/rulebook/poll-presets"
import type { PollPresetKey } from "~/rulebook/poll-rules"
import { checkMeans, type ProcedureKey } from "~/rulebook/routing"
import type { Ctx } from "~/web/context"
import { findPoll, insertPoll, type Poll, updateDraft } from "./store"

export const pollSubject = (pollId: string) => ({ kind: "poll", id: pollId }) as const
export const pollLock = (pollId: string) => `poll:${pollId}`

/** 振社表〔2026〕3号; empty while a draft has none. */
export const pollNumberOf = (ctx: Pick<Ctx, "community">, poll: Pick<Poll, "year" | "sequence">): string =>
  poll.sequence === null ? "" : formatNumber(ctx.community.shortName, "poll", poll.year, poll.sequence)

export type NewPoll = {
  preset: PollPresetKey
  /** The topic it decides; elections may stand without one. */
  topicId: string | null
  estateId: string | null
  title: string
}

/**
 * A draft. Of a topic the wording in force is taken as the question, to be put into the words of the paper.
 * Refusals: forbidden, not_found, poll_topic_missing, poll_topic_not_routed, wrong_procedure, poll_estate_missing.
 */
export async function createPoll(ctx: Ctx, input: NewPoll): Promise<Result<{ pollId: string }>> {
  if (!may(ctx.actor, "poll:manage")) return refuse("forbidden")
  const communityId = ctx.community.id
  const pollId = ctx.newId()
  const { form } = pollPresetOf(input.preset)
  if (form !== "election" && !input.topicId) return refuse("poll_topic_missing", { field: "matter" })
  if (form !== "election" && !input.estateId) return refuse("poll_estate_missing", { field: "estateId" })
  return ctx.db.tx(pollLock(pollId), async q => {
    if (input.estateId && !(await findEstate(q, communityId, input.estateId))) return refuse("not_found")
    const wording = await wordingFor(q, ctx, input.topicId, input.preset)
    if (!wording.ok) return wording
    const now = ctx.now()
    await insertPoll(q, {
      communityId,
      id: pollId,
      year: Number(civilDateOf(now).slice(0, 4)),
      sequence: null,
      preset: input.preset,
      topicId: input.topicId,
      proposalId: wording.value?.id ?? null,
      estateId: input.estateId,
      title: input.title,
      question: wording.value?.content ?? "",
      state: "draft",
      options: null,
      seats: 1,
      office: null,
      scope: null,
      electors: null,
      ruleSnapshot: null,
      ruleHash: null,
      announcedOn: null,
      opensOn: null,
      closesOn: null,
      counters: [],
      scrutineers: [],
      announcedAt: null,
      closedAt: null,
      proclaimedAt: null,
      endReason: "",
      result: null,
      createdAt: now,
      createdBy: ctx.actor.name,
      version: 1,
    })
    await audit(q, ctx, "poll.drafted", pollSubject(pollId), { title: input.title })
    return done({ pollId })
  })
}

/** The wording in force of the topic, once it is certain that this means may decide it. */
export async function wordingFor(q: Writer, ctx: Ctx, topicId: string | null, preset: PollPresetKey) {
  if (!topicId) return done(null)
  const topic = await findTopic(q, ctx.community.id, topicId)
  if (!topic) return refuse("not_found")
  const routing = (await listRoutings(q, ctx.community.id, [topicId])).get(topicId)
  if (!routing) return refuse("poll_topic_not_routed", { field: "matter", title: topic.title })
  const means = checkMeans(routing.procedure as ProcedureKey, preset)
  if (!means.ok) return means
  return done((await listWordingsInForce(q, ctx.community.id, [topicId])).get(topicId) ?? null)
}

/** Everything of a draft that can be written down before the announcement; each may still be missing. */
export type PollDraft = {
  title: string
  question: string
  scope: { buildingIds: string[]; unitIds: string[] } | null
  options: PollOption[] | null
  seats: number
  office: PollOffice | null
  electors: number | null
  opensOn: CivilDate | null
  closesOn: CivilDate | null
  counters: string[]
  scrutineers: string[]
}

/** Refusals: forbidden, not_found, poll_announced, poll_date_wrong, changed_meanwhile. */
export async function editPoll(
  ctx: Ctx,
  input: PollDraft & { pollId: string; version: number },
): Promise<Result<{ pollId: string }>> {
  if (!may(ctx.actor, "poll:manage")) return refuse("forbidden")
  const { pollId, version, ...draft } = input
  for (const field of ["opensOn", "closesOn"] as const)
    if (draft[field] !== null && !isRealDate(draft[field])) return refuse("poll_date_wrong", { field })
  return writeOrRefuse(ctx, pollLock(pollId), async q => {
    const poll = await findPoll(q, ctx.community.id, pollId)
    if (!poll) return refuse("not_found")
    if (poll.state !== "draft") return refuse("poll_announced")
    if (!(await isWithinEstate(q, poll, draft))) return refuse("not_found")
    // What is saved now was written with the wording before one's eyes that is in force now.
    const wording = poll.topicId
      ? (await listWordingsInForce(q, poll.communityId, [poll.topicId])).get(poll.topicId)
      : undefined
    const set = { ...draft, proposalId: wording?.id ?? null }
    if (!(await updateDraft(q, { communityId: poll.communityId, pollId, version }, set)))
      return changedMeanwhile(q, ctx, pollSubject(pollId), poll.version, comparedDrafts(poll, draft))
    await audit(q, ctx, "poll.edited", pollSubject(pollId), { title: draft.title })
    return done({ pollId })
  })
}

/** Buildings and units of another estate are none of this poll's. */
async function isWithinEstate(q: Writer, poll: Poll, { scope, office }: PollDraft): Promise<boolean> {
  const { communityId, estateId } = poll
  if (office?.kind === "buildingLeader") {
    const building = await findBuilding(q, communityId, office.buildingId)
    if (!building || (estateId && building.estateId !== estateId)) return false
  }
  if (!scope) return true
  if (!estateId) return false
  const buildingIds = new Set((await listBuildings(q, communityId, estateId)).map(building => building.id))
  const units = await listUnitsById(q, communityId, scope.unitIds)
  return (
    scope.buildingIds.every(id => buildingIds.has(id)) &&
    units.length === scope.unitIds.length &&
    units.every(unit => buildingIds.has(unit.buildingId))
  )
}

const comparedDrafts = (now: Poll, typed: PollDraft) => [
  { label: "标题", now: now.title, typed: typed.title },
  { label: "表决事项", now: now.question, typed: typed.question },
  { label: "开始收票", now: now.opensOn ?? "", typed: typed.opensOn ?? "" },
  { label: "截止", now: now.closesOn ?? "", typed: typed.closesOn ?? "" },
  { label: "计票人", now: now.counters.join("、"), typed: typed.counters.join("、") },
  { label: "监票人", now: now.scrutineers.join("、"), typed: typed.scrutineers.join("、") },
  {
    label: "候选人",
    now: (now.options ?? []).map(option => option.label).join("、"),
    typed: (typed.options ?? []).map(option => option.label).join("、"),
  },
]
