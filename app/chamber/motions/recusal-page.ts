import { listPeople, readHead } from "~/chamber/attendance/presence-view"
import { findMeetingFor } from "~/chamber/meeting-access"
import { canSettle } from "~/chamber/motions/rules"
import { listRounds } from "~/chamber/rounds/round-store"
import { done, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import type { Ctx } from "~/web/context"
import { readItems } from "./agenda-view"

/** 登记回避 of one motion: who is barred, who may be, and whether it may still be said. Refusals: not_found, forbidden. */
export async function readRecusals(ctx: Ctx, key: { meetingId: string; motionId: string }) {
  const found = await findMeetingFor(ctx, key.meetingId, "meeting:desk")
  if (!found.ok) return found
  const meeting = found.value
  const q = ctx.db.read
  const items = await readItems(q, meeting, await listRounds(q, meeting.communityId, meeting.id))
  const item = items.find(one => one.motions.some(motion => motion.motionId === key.motionId))
  const motion = item?.motions.find(one => one.motionId === key.motionId)
  if (!item || !motion) return refuse("not_found")
  const barred = new Set(motion.recused.map(one => one.participantId))
  const people = (await listPeople(q, meeting)).filter(one => one.standing === "entitled")
  return done({
    title: (await readHead(q, meeting)).title,
    agendaItemId: item.agendaItemId,
    motion: motion.content,
    recused: motion.recused.map(({ participantId, name, reason }) => ({ key: participantId, name, reason })),
    people: people
      .filter(one => !barred.has(one.participantId))
      .map(one => ({ value: one.participantId, label: `${one.name}（${one.capacityName}，${one.presenceName}）` })),
    mayRecuse: canSettle(meeting.state, motion, motion.rounds).ok,
    isChair: may(ctx.actor, "meeting:chair", meeting),
  })
}
