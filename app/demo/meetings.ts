import { checkInAtDesk, markExcused } from "~/chamber/attendance"
import { castBallot } from "~/chamber/ballots"
import { openCheckIn } from "~/chamber/check-in"
import { putMotion } from "~/chamber/motions"
import { closeRound, openRound, proclaimRound } from "~/chamber/rounds"
import { closeMeeting, startMeeting } from "~/chamber/session"
import { recordSpeech } from "~/chamber/speeches"
import { convene } from "~/convening/convene"
import { draftMeeting, editMeeting } from "~/convening/meetings"
import { listAgendaItems, listParticipants, type Participant } from "~/convening/store"
import type { Choice } from "~/law/tally"
import { listDelegates } from "~/people/register-store"
import { type Actor, type Ctx, stranger } from "~/web/context"
import { must } from "./must"

export type Stage = {
  /** The secretary, who also takes the chair. */
  secretary: Ctx
  recorder: Actor
  venueId: string
  topics: Record<string, string>
}

type MeetingPlan = { topics: string[]; startsAt: Date; minutes: number }

/** Drafted, filled in and convened in one go. Returns its id. */
export async function conveneMeeting(stage: Stage, ctx: Ctx, plan: MeetingPlan): Promise<string> {
  const { meetingId } = must(await draftMeeting(ctx, { preset: "deliberation" }))
  const delegates = await listDelegates(ctx.db.read, ctx.community.id)
  must(
    await editMeeting(ctx, {
      meetingId,
      version: 1,
      venueId: stage.venueId,
      startsAt: plan.startsAt,
      endsAt: new Date(plan.startsAt.getTime() + plan.minutes * 60_000),
      chairPersonId: ctx.actor.personId,
      recorderPersonId: stage.recorder.personId,
      agenda: plan.topics.map(key => ({
        id: null,
        title: "",
        topicId: stage.topics[key]!,
        handling: "deliberate" as const,
        minutes: 30,
      })),
      entitledDelegateIds: delegates.map(delegate => delegate.id),
      observerDelegateIds: [],
      // Needed only where holidays shorten the notice.
      reasons: { notice: "节假日前后，已逐人电话通知" },
    }),
  )
  must(await convene(ctx, { meetingId }))
  return meetingId
}

/** The hall fills: all but the named ones are checked in by the desk, and the meeting begins. */
export async function seatAndBegin(
  ctx: Ctx,
  meetingId: string,
  away: { excused: string[]; late: string[] },
): Promise<Participant[]> {
  must(await openCheckIn(ctx, meetingId))
  const people = await listParticipants(ctx.db.read, ctx.community.id, meetingId)
  for (const person of people) {
    if (away.excused.includes(person.name)) must(await markExcused(ctx, meetingId, person.id, "外出"))
    else if (!away.late.includes(person.name)) must(await checkInAtDesk(ctx, meetingId, person.id))
  }
  must(await startMeeting(ctx, meetingId))
  return people.filter(person => ![...away.excused, ...away.late].includes(person.name))
}

export type Speech = [name: string, stance: "support" | "oppose" | "conditional" | "neutral", gist: string]

/** Speeches on one item, then the motion. Returns the motion's id. */
export async function discuss(
  ctx: Ctx,
  recorder: Actor,
  meeting: { meetingId: string; item: number; people: Participant[] },
  speeches: Speech[],
  motion: string,
): Promise<string> {
  const { meetingId, people } = meeting
  const recording = { ...ctx, actor: recorder }
  const item = (await listAgendaItems(ctx.db.read, ctx.community.id, meetingId))[meeting.item - 1]!
  for (const [name, stance, gist] of speeches) {
    const participantId = people.find(person => person.name === name)!.id
    must(await recordSpeech(recording, { meetingId, agendaItemId: item.id, participantId, stance, gist }))
  }
  const put = await putMotion(recording, {
    meetingId,
    agendaItemId: item.id,
    content: motion,
    proposalId: item.proposalId,
  })
  return must(put).motionId
}

/** A whole vote: opened, every ballot cast from its own seat, closed and proclaimed. */
export async function voteThrough(
  ctx: Ctx,
  motionId: string,
  secret: boolean,
  people: Participant[],
  choices: Choice[],
): Promise<void> {
  const { roundId } = must(await openRound(ctx, { motionId, secret }))
  for (const [at, { id, meetingId, personId, name }] of people.entries()) {
    const choice = choices[at] ?? "for"
    const seated = { ...ctx, actor: { ...stranger, seat: { meetingId, participantId: id, personId, name } } }
    must(await castBallot(seated, { roundId, choice, requestKey: `demo-${ctx.newId()}` }))
  }
  must(await closeRound(ctx, roundId))
  must(await proclaimRound(ctx, roundId))
}

export const endMeeting = async (ctx: Ctx, meetingId: string): Promise<void> => {
  must(await closeMeeting(ctx, meetingId))
}
