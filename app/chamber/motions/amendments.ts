import type { Reader, Writer } from "#db/client"
import { inMeeting, meetingSubject, stateChannel } from "~/chamber/meeting-access"
import { findMotion, insertMotion, listMotions, type Motion, updateMotion } from "~/chamber/motions/store"
import { listRounds } from "~/chamber/rounds/round-store"
import { done, type Result, refuse } from "~/law/result"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { checkContent, checkMover, keepVersionIn } from "./motion-entry"
import { differences, freshMotion } from "./motions"
import { carryRecusalsIn } from "./recusals"
import { canAmend, checkConditions, effectAmended } from "./rules"

export type AmendmentEntry = {
  meetingId: string
  /** The motion it changes, and the version of it that was read. */
  motionId: string
  version: number
  /** That motion's text as it would read. */
  content: string
  /** Its conditions as they would read; as they are where nothing is said. */
  conditions?: readonly string[]
  moverId: string | null
}

/**
 * 修正: another text for a motion nobody voted on yet. It is a motion of its own, voted on before the one it changes.
 * Refusals: not_found, meeting_not_in_session, changed_meanwhile, amendment_says_the_same, conditions_not_taken, those of `canAmend`, `checkMover`,
 * `checkConditions` and the text of a motion.
 */
export async function moveAmendment(ctx: Ctx, input: AmendmentEntry): Promise<Result<{ motionId: string }>> {
  const { meetingId } = input
  const result = await inMeeting(ctx, meetingId, "meeting:record", async (q, meeting) => {
    const content = checkContent(input.content)
    if (!content.ok) return content
    if (meeting.state !== "inSession") return refuse("meeting_not_in_session")
    const motions = await listMotions(q, ctx.community.id, meetingId)
    const main = motions.find(motion => motion.id === input.motionId)
    if (!main) return refuse("not_found")
    const checked = canAmend(main, motions, await listRounds(q, ctx.community.id, meetingId))
    if (!checked.ok) return checked
    const mover = await checkMover(q, ctx, meetingId, input.moverId)
    if (!mover.ok) return mover
    const conditions = checkConditions(input.conditions ?? main.conditions ?? [])
    if (!conditions.ok) return conditions
    const text = {
      content: content.value,
      conditions: conditions.value.length > 0 ? conditions.value : null,
      effect: effectAmended(main.effect, conditions.value),
    }
    if (text.effect === "escalated" && text.conditions) return refuse("conditions_not_taken", { field: "conditions" })
    if (main.version !== input.version)
      return refuse("changed_meanwhile", { version: main.version, changes: differences(main, { ...main, ...text }) })
    if (main.content === text.content && (main.conditions ?? []).join("\n") === conditions.value.join("\n"))
      return refuse("amendment_says_the_same", { field: "content" })
    const amendment: Motion = {
      ...freshMotion,
      ...text,
      communityId: ctx.community.id,
      id: ctx.newId(),
      meetingId,
      agendaItemId: main.agendaItemId,
      ordinal: motions.at(-1)!.ordinal + 1,
      proposalId: main.proposalId,
      kind: "amendment",
      amendsMotionId: main.id,
      amendsVersion: main.version,
      moverId: mover.value,
      returnOn: main.returnOn,
      escalateTo: main.escalateTo,
      // Whether a text is changed is answered by 赞成, 反对, 弃权, whatever the text offers to choose from.
      options: null,
      seats: 1,
      createdAt: ctx.now(),
      createdBy: ctx.actor.name,
    }
    await insertMotion(q, amendment)
    await keepVersionIn(q, ctx, amendment)
    await carryRecusalsIn(q, ctx, main, amendment)
    await audit(q, ctx, "motion.amendmentMoved", meetingSubject(meetingId), {
      motionId: amendment.id,
      amends: main.id,
      amendsOrdinal: main.ordinal,
      content: text.content,
      conditions: text.conditions,
    })
    return done({ motionId: amendment.id })
  })
  if (result.ok) ctx.publish(stateChannel(meetingId))
  return result
}

/** The motion an amendment was drawn up from, while its text is the same, it stands and nobody voted on it; null otherwise. */
export async function findAmended(
  q: Reader,
  ctx: Pick<Ctx, "community">,
  amendment: Pick<Motion, "amendsMotionId" | "amendsVersion">,
): Promise<Motion | null> {
  const main = await findMotion(q, ctx.community.id, amendment.amendsMotionId ?? "")
  if (main?.standing !== "standing" || main.version !== amendment.amendsVersion) return null
  const rounds = await listRounds(q, ctx.community.id, main.meetingId)
  return rounds.some(round => round.motionId === main.id) ? null : main
}

/**
 * Inner step: a motion takes over the text of an amendment, that was carried or agreed to by everyone. False where nothing
 * could be taken over: the motion was voted on, withdrawn or reworded since, and its text stands.
 */
export async function applyAmendmentIn(q: Writer, ctx: Ctx, amendment: Motion): Promise<boolean> {
  const main = await findAmended(q, ctx, amendment)
  if (!main) return false
  const { content, conditions, effect } = amendment
  const set = { content, conditions, effect }
  const key = { communityId: ctx.community.id, id: main.id, version: main.version }
  if (!(await updateMotion(q, key, set))) return false
  await keepVersionIn(q, ctx, { ...main, ...set, version: main.version + 1 }, amendment.id)
  await audit(q, ctx, "motion.amended", meetingSubject(main.meetingId), {
    motionId: main.id,
    ordinal: main.ordinal,
    amendmentId: amendment.id,
    amendmentOrdinal: amendment.ordinal,
    was: main.content,
    content,
    conditions,
  })
  return true
}
