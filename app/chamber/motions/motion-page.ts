import { recommendationStances } from "#db/schema/chamber-motions"
import { listPeople, readHead } from "~/chamber/attendance/presence-view"
import { findMeetingFor } from "~/chamber/meeting-access"
import { listRounds } from "~/chamber/rounds/round-store"
import { mayRecord } from "~/chamber/rules"
import { formatDateTime } from "~/law/civil-date"
import { done, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import type { Ctx } from "~/web/context"
import { type MotionView, readItems } from "./agenda-view"
import { changesBetween, readMotionHistories, viewWordings } from "./motion-history"
import { motionKindNames, motionStandingNames, recommendationStanceNames } from "./motion-terms"
import { nextStepAfter } from "./next-step"
import { canSettle } from "./rules"

/**
 * One motion with everything that was said and done about its text: every wording with what it changed, amendments,
 * recommendations, other opinions, and how it was voted on. Of a result it tells only what was proclaimed.
 * Refusals: not_found, forbidden.
 */
export async function readMotion(ctx: Ctx, key: { meetingId: string; motionId: string }) {
  const found = await findMeetingFor(ctx, key.meetingId, "record:read")
  if (!found.ok) return found
  const meeting = found.value
  const q = ctx.db.read
  const rounds = await listRounds(q, meeting.communityId, meeting.id)
  const items = await readItems(q, meeting, rounds)
  const item = items.find(one => one.motions.some(motion => motion.motionId === key.motionId))
  const motion = item?.motions.find(one => one.motionId === key.motionId)
  if (!item || !motion) return refuse("not_found")
  const histories = await readMotionHistories(q, meeting.communityId, meeting.id)
  const people = await listPeople(q, meeting)
  const versions = histories.versionsOf(motion.motionId)
  /** What an amendment would change of the text it was drawn up from. */
  const changesOf = (amendment: MotionView) => {
    const base = histories.versionsOf(amendment.amends?.motionId ?? "")
    const from = base.find(one => one.version === amendment.amends?.version)
    return from ? changesBetween(from, amendment) : []
  }
  const own = rounds.filter(round => round.motionId === motion.motionId)
  const maySettle = canSettle(meeting.state, motion, own).ok
  const writes = may(ctx.actor, "meeting:record", meeting)
  return done({
    title: (await readHead(q, meeting)).title,
    agendaItemId: item.agendaItemId,
    itemTitle: item.title,
    motionId: motion.motionId,
    ordinal: motion.ordinal,
    name: nameOf(motion),
    kind: motion.kind,
    standing: motion.standing,
    state: stateOf(motion),
    badge: badgeOf(motion),
    standingReason: motion.standingReason,
    amends: motion.amends,
    content: motion.content,
    conditions: motion.conditions,
    version: motion.version,
    terms: motion.terms,
    options: motion.options?.map(option => option.label) ?? [],
    seats: motion.seats,
    putBy: moverWords(motion),
    changes: changesOf(motion),
    wordings: viewWordings(versions).map(({ at, ...wording }) => ({ ...wording, on: formatDateTime(at) })),
    amendments: item.motions
      .filter(one => one.amends?.motionId === motion.motionId)
      .map(one => ({
        motionId: one.motionId,
        ordinal: one.ordinal,
        state: stateOf(one),
        putBy: moverWords(one),
        parts: changesOf(one),
      })),
    recommendations: motion.recommendations,
    dissents: histories.dissentsOf(motion.motionId),
    rounds: motion.rounds.map(round => ({
      roundId: round.roundId,
      ordinal: round.ordinal,
      state: round.state === "proclaimed" ? (round.result?.outcomeName ?? round.stateName) : round.stateName,
      nextStep: round.state === "proclaimed" && !round.isSetAside ? nextStepAfter(motion, round.result) : "",
    })),
    movers: people.filter(one => one.standing === "entitled").map(optionOf),
    people: people.filter(one => one.firstArrivedAt !== null).map(optionOf),
    stances: recommendationStances.map(stance => ({ value: stance, label: recommendationStanceNames[stance] })),
    isRecorder: writes,
    may: {
      amend: writes && meeting.state === "inSession" && motion.mayEdit && motion.kind === "matter",
      adopt: writes && maySettle && motion.kind === "amendment" && own.every(round => round.state === "annulled"),
      withdraw: writes && maySettle,
      recommend: writes && maySettle,
      dissent: writes && mayRecord(meeting.state),
    },
  })
}

const optionOf = (person: { participantId: string; name: string; capacityName: string }) => ({
  value: person.participantId,
  label: `${person.name}（${person.capacityName}）`,
})

/** 第2件，修正第1件. */
export const nameOf = ({ ordinal, kind, amends }: Pick<MotionView, "ordinal" | "kind" | "amends">): string =>
  amends
    ? `第${ordinal}件，${motionKindNames[kind]}第${amends.ordinal}件`
    : `第${ordinal}件${kind === "election" ? "，推选" : ""}`

/** 待表决, 表决中, 通过 … of the last round that was proclaimed, or 已撤回, 已采纳. */
export function stateOf({ standing, rounds }: Pick<MotionView, "standing" | "rounds">): string {
  if (standing !== "standing") return motionStandingNames[standing]
  const round = rounds.at(-1)
  if (!round) return motionStandingNames.standing
  if (round.isSetAside) return "重新表决"
  return round.state === "proclaimed" ? (round.result?.outcomeName ?? round.stateName) : round.stateName
}

const moverWords = ({ moverName }: MotionView): string => `${moverName || "会议"}提出`

/** todo: to be voted on · doing: being voted on · done: it has a result · stop: not voted on any more. */
export function badgeOf({
  standing,
  rounds,
}: Pick<MotionView, "standing" | "rounds">): "todo" | "doing" | "done" | "stop" {
  const state = rounds.at(-1)?.state
  if (standing !== "standing") return "stop"
  if (state === "proclaimed") return "done"
  return state === "open" || state === "closed" ? "doing" : "todo"
}

export type MotionPage = Extract<Awaited<ReturnType<typeof readMotion>>, { ok: true }>["value"]
