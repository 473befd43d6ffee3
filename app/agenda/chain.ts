import type { Writer } from "#db/client"
import { civilDateOf } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { type ChainEntry, type ChainRecord, chainOutcome, checkChainEntry } from "./chain-rules"
import { insertChainRecord, listChainRecords } from "./chain-store"
import { findTopic } from "./store"

export type RecordChainStep = ChainEntry & {
  topicId: string
  /** How many records of this proposal whoever records had before him. */
  seen: number
  /** The meeting that took the step, where it was held here. */
  meetingId?: string | null
}

/**
 * One step of the 四议两公开 of the topic's current proposal, as it was held: steps come in their order, and a vote that failed
 * stops them. The last step may be recorded anew (held again, or put right); what stood there before stays beside it.
 * The same words again write nothing. Refusals: forbidden and those of `recordChainStepIn`.
 */
export async function recordChainStep(ctx: Ctx, input: RecordChainStep): Promise<Result<{ recordId: string }>> {
  if (!may(ctx.actor, "topic:edit")) return refuse("forbidden")
  return ctx.db.tx(`topic:${input.topicId}`, q => recordChainStepIn(q, ctx, input))
}

/** Inner step. Refusals: not_found, chain_recorded_meanwhile and those of `checkChainEntry`. */
export async function recordChainStepIn(
  q: Writer,
  ctx: Ctx,
  { topicId, seen, meetingId = null, ...given }: RecordChainStep,
): Promise<Result<{ recordId: string }>> {
  const communityId = ctx.community.id
  const topic = await findTopic(q, communityId, topicId)
  if (!topic) return refuse("not_found")
  const ordinal = topic.proposalOrdinal
  const records = (await listChainRecords(q, communityId, [topicId])).get(topicId) ?? []
  const own = records.filter(record => record.proposalOrdinal === ordinal)
  const newest = own.at(-1)
  // A second click, or two people who wrote down the same meeting.
  if (newest && own.length === seen + 1 && saysTheSame(newest, given)) return done({ recordId: newest.id })
  if (own.length !== seen) return refuse("chain_recorded_meanwhile")
  const now = ctx.now()
  const entry = checkChainEntry(given, { records, ordinal, today: civilDateOf(now) })
  if (!entry.ok) return entry
  const record: ChainRecord = {
    communityId,
    id: ctx.newId(),
    topicId,
    proposalOrdinal: ordinal,
    ...entry.value,
    meetingId,
    recordedAt: now,
    recordedBy: ctx.actor.name,
  }
  await insertChainRecord(q, record)
  const { step, heldOn } = entry.value
  const detail = { ordinal, step, heldOn, outcome: chainOutcome(record).name }
  await audit(q, ctx, "topic.chainStepRecorded", { kind: "topic", id: topicId }, detail)
  return done({ recordId: record.id })
}

const saysTheSame = (record: ChainRecord, entry: ChainEntry): boolean =>
  (["step", "heldOn", "until", "entitled", "present", "inFavour", "against", "abstained"] as const).every(
    name => record[name] === entry[name],
  ) &&
  record.place === entry.place.trim() &&
  record.content === entry.content.trim()
