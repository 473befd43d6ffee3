import type { Reader, Writer } from "#db/client"
import type { MotionKind } from "#db/schema/chamber-motions"
import { listProposalsOfMeeting } from "~/chamber/store"
import { findParticipant, type Meeting } from "~/convening/store"
import { civilDateOf } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { listHigherProcedures } from "~/rulebook/routing"
import type { Ctx } from "~/web/context"
import { checkOptions, type OptionsEntry, withProposals } from "./motion-options"
import { checkEffect, type EffectEntry } from "./rules"
import { insertMotionVersion, type Motion, type MotionText } from "./store"

const longestMotion = 2000

/** Refusals: motion_empty, text_too_long { longest }. */
export function checkContent(content: string): Result<string> {
  const text = content.trim()
  if (!text) return refuse("motion_empty", { field: "content" })
  return text.length > longestMotion
    ? refuse("text_too_long", { field: "content", longest: longestMotion })
    : done(text)
}

/** What a motion says. `conditions` are one clause each; `returnOn` is the day a topic that needs fieldwork is to be back. */
export type MotionEntry = {
  content: string
  proposalId: string | null
  /** 表决事项 where nothing is said; an amendment is moved by `moveAmendment`. */
  kind?: Exclude<MotionKind, "amendment">
  /** Who moved it, among those entitled; the table itself where nobody is named. */
  moverId?: string | null
} & EffectEntry &
  OptionsEntry

type CheckedEntry = MotionText & Pick<Motion, "kind" | "moverId">

/**
 * The whole entry, as it is kept. Refusals: proposal_not_of_item, election_plain, those of `checkContent`, `checkEffect`,
 * `checkOptions` and `checkMover`.
 */
export async function checkEntry(
  q: Reader,
  ctx: Ctx,
  meeting: Meeting,
  topicId: string | null,
  input: MotionEntry,
): Promise<Result<CheckedEntry>> {
  const content = checkContent(input.content)
  if (!content.ok) return content
  const effect = checkEffect(input, civilDateOf(ctx.now()), listHigherProcedures(meeting.preset))
  if (!effect.ok) return effect
  const kind = input.kind ?? "matter"
  // Who is chosen is chosen: there is nothing to be agreed to under conditions, and nothing to be looked into first.
  if (kind === "election" && effect.value.effect !== "agreed") return refuse("election_plain", { field: "effect" })
  const options = checkOptions(input)
  if (!options.ok) return options
  const all = await listProposalsOfMeeting(q, ctx.community.id, meeting.id)
  const proposals = all.filter(proposal => proposal.topicId === topicId)
  const { proposalId } = input
  if (proposalId !== null && !proposals.some(proposal => proposal.id === proposalId))
    return refuse("proposal_not_of_item")
  const mover = await checkMover(q, ctx, meeting.id, input.moverId ?? null)
  if (!mover.ok) return mover
  return done({
    content: content.value,
    proposalId,
    kind,
    moverId: mover.value,
    ...effect.value,
    ...options.value,
    options: withProposals(options.value.options, proposals),
  })
}

/** Only who may vote may move. Refusals: not_found, mover_not_entitled { name }. */
export async function checkMover(
  q: Reader,
  ctx: Ctx,
  meetingId: string,
  moverId: string | null,
): Promise<Result<string | null>> {
  if (!moverId) return done(null)
  const mover = await findParticipant(q, ctx.community.id, moverId)
  if (mover?.meetingId !== meetingId) return refuse("not_found")
  return mover.standing === "entitled"
    ? done(mover.id)
    : refuse("mover_not_entitled", { field: "moverId", name: mover.name })
}

/** Keeps the wording a motion has now beside every earlier one; with the amendment that made it, if one did. */
export const keepVersionIn = (
  q: Writer,
  ctx: Ctx,
  motion: Pick<Motion, "id" | "version" | "content" | "effect" | "conditions" | "options">,
  amendmentId: string | null = null,
) =>
  insertMotionVersion(q, {
    communityId: ctx.community.id,
    motionId: motion.id,
    version: motion.version,
    content: motion.content,
    effect: motion.effect,
    conditions: motion.conditions,
    options: motion.options,
    amendmentId,
    at: ctx.now(),
    byName: ctx.actor.name,
  })
