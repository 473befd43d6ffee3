import { type ChainStep, chainSteps } from "#db/words"
import { civilDateOf, formatDate, formatDateTime } from "~/law/civil-date"
import { lastDayOfPeriod } from "~/law/day-counting"
import { lightInWords } from "~/law/owners-words"
import { done, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { formatNumber } from "~/registry/numbers"
import type { Ctx } from "~/web/context"
import {
  type ChainRecord,
  chainOutcome,
  chainStanding,
  chainStepNames,
  chainVotes,
  figuresOf,
  isVotedStep,
  judgeChainStep,
  publication,
} from "./chain-rules"
import { listChainRecords } from "./chain-store"
import { proposalName } from "./rules"
import { findTopic } from "./store"

/** One record as it is shown: what was written down, and every condition of its vote in words. */
function recordView(record: ChainRecord) {
  const figures = figuresOf(record)
  const decision = figures && isVotedStep(record.step) ? judgeChainStep(record.step, figures) : null
  const outcome = chainOutcome(record)
  return {
    id: record.id,
    heldOn: formatDate(record.heldOn),
    until: record.until ? formatDate(record.until) : "",
    place: record.place,
    attendance: figures ? `应到${figures.entitled}人，实到${figures.present}人` : "",
    vote: figures ? `赞成${figures.inFavour}人，反对${figures.against}人，弃权${figures.abstained}人` : "",
    content: record.content,
    outcome: outcome.name,
    isTaken: outcome.isTaken,
    lights: (decision?.lights ?? []).map(light => ({ isMet: light.met, words: lightInWords(light) })),
    basis: decision ? "" : publication.article,
    by: `${record.recordedBy}，${formatDateTime(record.recordedAt)}`,
  }
}
export type ChainRecordView = ReturnType<typeof recordView>

/** What a form asks for the step. */
function askFor(step: ChainStep, today: string) {
  const { quorum, agreement } = isVotedStep(step) ? chainVotes[step] : { quorum: null, agreement: null }
  return {
    step,
    name: chainStepNames[step],
    isVoted: isVotedStep(step),
    /** By which articles the vote is judged, or how long the sheet must hang. */
    basis: [...new Set([quorum?.article ?? "", agreement?.article ?? publication.article])].filter(Boolean),
    least: isVotedStep(step) ? null : lastDayOfPeriod(today, publication.days),
  }
}
export type ChainAsk = ReturnType<typeof askFor>

/** The 四议两公开 of a topic's current proposal: six steps, what was recorded of each, what comes next. Refusals: not_found, forbidden. */
export async function readChain(ctx: Ctx, topicId: string) {
  const topic = await findTopic(ctx.db.read, ctx.community.id, topicId)
  if (!topic) return refuse("not_found")
  if (!may(ctx.actor, "topic:read")) return refuse("forbidden")
  const ordinal = topic.proposalOrdinal
  const all = (await listChainRecords(ctx.db.read, ctx.community.id, [topicId])).get(topicId) ?? []
  const own = all.filter(record => record.proposalOrdinal === ordinal)
  const { next, stoppedAt, last } = chainStanding(own, ordinal)
  const today = civilDateOf(ctx.now())
  const mayRecord = may(ctx.actor, "topic:edit")
  return done({
    title: topic.title,
    number: formatNumber(ctx.community.shortName, "topic", topic.year, topic.sequence),
    proposal: ordinal > 1 ? proposalName(ordinal) : "",
    today,
    seen: own.length,
    steps: chainSteps.map(step => {
      // Of several records the last one holds; the earlier ones stay in sight.
      const [record, ...earlier] = own.filter(one => one.step === step).reverse()
      return {
        step,
        name: chainStepNames[step],
        state: stepState(step, { next, stoppedAt, isRecorded: record !== undefined }),
        record: record ? recordView(record) : null,
        earlier: earlier.map(recordView),
      }
    }),
    stopped: stoppedAt ? chainStepNames[stoppedAt] : "",
    isComplete: next === null && stoppedAt === null,
    next: mayRecord && next ? askFor(next, today) : null,
    again: mayRecord && last ? askFor(last, today) : null,
  })
}
export type ChainView = Extract<Awaited<ReturnType<typeof readChain>>, { ok: true }>["value"]

const stepState = (
  step: ChainStep,
  at: { next: ChainStep | null; stoppedAt: ChainStep | null; isRecorded: boolean },
): "done" | "stopped" | "next" | "open" => {
  if (step === at.stoppedAt) return "stopped"
  if (at.isRecorded) return "done"
  return step === at.next ? "next" : "open"
}
