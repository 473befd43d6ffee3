import type { Stance } from "#db/schema/chamber-speaking"
import { checkInAtDesk, markExcused } from "~/chamber/attendance/attendance"
import { openCheckIn } from "~/chamber/attendance/check-in"
import { putMotion } from "~/chamber/motions/motions"
import { castBallot } from "~/chamber/rounds/ballots"
import { closeRound, openRound, proclaimRound } from "~/chamber/rounds/rounds"
import { closeMeeting, startMeeting } from "~/chamber/session"
import { recordSpeech } from "~/chamber/speaking/speeches"
import { convene } from "~/convening/convene"
import { draftMeeting, editMeeting, type MeetingEdit } from "~/convening/meetings"
import { listAgendaItems, listParticipants, type Participant } from "~/convening/store"
import type { Choice } from "~/law/tally"
import { listDelegates } from "~/people/register-store"
import { presetOf } from "~/rulebook/presets"
import type { PresetKey } from "~/rulebook/rules"
import { type Ctx, stranger } from "~/web/context"
import { must } from "./must"
import type { Stage, Story } from "./stage"

export type MeetingPlan = {
  venue: string
  startsAt: Date
  minutes: number
  topicIds: string[]
  /** 协商议事会 unless said otherwise. */
  preset?: PresetKey
  /** Why the notice is shorter than the rule asks. */
  shortNotice?: string
}

/** The meeting, and its notice. Returns the meeting's id. */
export async function conveneMeeting(stage: Stage, ctx: Ctx, plan: MeetingPlan): Promise<string> {
  const { meetingId } = await planMeeting(stage, ctx, plan)
  must(await convene(ctx, { meetingId }))
  return meetingId
}

/**
 * A draft that lacks nothing: 甲一 takes the chair and 乙二 the record; all fifteen delegates are called, to vote at their own
 * table and else to attend. Returns it as it was saved, with its version now.
 */
export async function planMeeting(stage: Stage, ctx: Ctx, plan: MeetingPlan): Promise<MeetingEdit> {
  const { preset = "deliberation" } = plan
  const { meetingId } = must(await draftMeeting(ctx, { preset }))
  const delegates = (await listDelegates(ctx.db.read, ctx.community.id)).map(delegate => delegate.id)
  const isTheirs = presetOf(preset).entitledFrom === "delegates"
  const edit: MeetingEdit = {
    meetingId,
    version: 1,
    venueId: stage.venueIds[plan.venue]!,
    startsAt: plan.startsAt,
    endsAt: new Date(plan.startsAt.getTime() + plan.minutes * 60_000),
    chairPersonId: stage.personIds.甲一!,
    recorderPersonId: stage.personIds.乙二!,
    agenda: plan.topicIds.map(topicId => ({
      id: null,
      title: "",
      topicId,
      handling: "deliberate" as const,
      minutes: Math.floor(plan.minutes / plan.topicIds.length / 10) * 10,
    })),
    entitledDelegateIds: isTheirs ? delegates : [],
    observerDelegateIds: isTheirs ? [] : delegates,
    reasons: plan.shortNotice ? { notice: plan.shortNotice } : {},
  }
  const { version } = must(await editMeeting(ctx, edit))
  return { ...edit, version }
}

export type Away = { excused?: string[]; absent?: string[] }

/** The hall fills: all but the named ones are checked in by the desk. Returns who is there. */
export async function seat(ctx: Ctx, meetingId: string, { excused = [], absent = [] }: Away): Promise<Participant[]> {
  must(await openCheckIn(ctx, meetingId))
  const people = await listParticipants(ctx.db.read, ctx.community.id, meetingId)
  for (const person of people) {
    if (excused.includes(person.name)) must(await markExcused(ctx, meetingId, person.id, "外出"))
    else if (!absent.includes(person.name)) must(await checkInAtDesk(ctx, meetingId, person.id))
  }
  return people.filter(person => ![...excused, ...absent].includes(person.name))
}

export type Speech = [name: string, stance: Stance, gist: string]

export type Discussion = {
  meetingId: string
  /** Of the agenda, from 1. */
  item: number
  people: Participant[]
  speeches: Speech[]
}

/** What was said on one item, as the recorder took it down. */
export async function discuss(recorder: Ctx, { meetingId, item, people, speeches }: Discussion): Promise<void> {
  const { id: agendaItemId } = await agendaItemOf(recorder, meetingId, item)
  for (const [name, stance, gist] of speeches) {
    const participantId = people.find(person => person.name === name)!.id
    must(await recordSpeech(recorder, { meetingId, agendaItemId, participantId, stance, gist }))
  }
}

export type Motion = Omit<Parameters<typeof putMotion>[1], "meetingId" | "agendaItemId" | "proposalId">

/** The motion on one item, on the proposal its notice carried. Returns its id. */
export async function move(recorder: Ctx, meetingId: string, item: number, motion: Motion): Promise<string> {
  const { id: agendaItemId, proposalId } = await agendaItemOf(recorder, meetingId, item)
  return must(await putMotion(recorder, { ...motion, meetingId, agendaItemId, proposalId })).motionId
}

async function agendaItemOf(ctx: Ctx, meetingId: string, item: number) {
  return (await listAgendaItems(ctx.db.read, ctx.community.id, meetingId))[item - 1]!
}

export type Vote = {
  motionId: string
  people: Participant[]
  /** Of the first ones, in order; everyone after them is for it. Of options each says what its ballot marks. */
  choices: readonly string[]
  secret?: boolean
}

/** A whole vote: opened, every ballot cast from its own seat, closed and proclaimed. Returns the round's id. */
export async function voteThrough(chair: Ctx, { motionId, people, choices, secret = false }: Vote): Promise<string> {
  const { roundId } = must(await openRound(chair, { motionId, secret }))
  for (const [at, { id, meetingId, personId, name }] of people.entries()) {
    const seated = { ...chair, actor: { ...stranger, seat: { meetingId, participantId: id, personId, name } } }
    const ballot = { roundId, choice: choices[at] ?? "for", requestKey: `demo-${chair.newId()}` }
    must(await castBallot(seated, ballot))
  }
  must(await closeRound(chair, roundId))
  must(await proclaimRound(chair, roundId))
  return roundId
}

/** One agenda item from the first arrival to the end of the meeting. Times are of the meeting's day, HH:mm. */
export type Sitting = {
  meetingId: string
  day: number
  arrival: string
  begin: string
  vote: string
  end: string
  away: Away
  speeches: Speech[]
  motion: Motion
  choices: Choice[]
  secret?: boolean
}

/** 甲一 in the chair, 乙二 at the record: all come, it is spoken on, moved, voted and proclaimed. Returns the round's id. */
export async function holdMeeting(story: Story, sitting: Sitting): Promise<string> {
  const { meetingId, day, speeches } = sitting
  const chairAt = (time: string) => story.as("甲一", day, time)
  const people = await seat(chairAt(sitting.arrival), meetingId, sitting.away)
  must(await startMeeting(chairAt(sitting.begin), meetingId))
  await discuss(story.as("乙二", day, sitting.begin), { meetingId, item: 1, people, speeches })
  const motionId = await move(story.as("乙二", day, sitting.vote), meetingId, 1, sitting.motion)
  const { choices, secret } = sitting
  const roundId = await voteThrough(chairAt(sitting.vote), { motionId, people, choices, secret })
  must(await closeMeeting(chairAt(sitting.end), meetingId))
  return roundId
}
