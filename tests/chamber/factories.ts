import { eq } from "drizzle-orm"
import { inChunks } from "#db/client"
import { attendances, type Presence } from "#db/schema/chamber"
import { agendaItems, type MeetingState, meetings, participants } from "#db/schema/convening"
import { persons } from "#db/schema/people"
import { aReadyTopic } from "#tests/agenda/factories"
import { aMember, type World } from "#tests/world"
import { listWordingsInForce } from "~/agenda/store"
import { scheduleTopicsIn } from "~/agenda/topics"
import { putMotion } from "~/chamber/motions/motions"
import { castBallot } from "~/chamber/rounds/ballots"
import { openRound, type RoundInput } from "~/chamber/rounds/rounds"
import { checkInCodeOf } from "~/convening/check-in-codes"
import type { Participant } from "~/convening/store"
import type { Result } from "~/law/result"
import type { Choice } from "~/law/tally"
import { presetOf } from "~/rulebook/presets"
import { freezeSnapshot, type PresetKey, type RuleSnapshot } from "~/rulebook/rules"
import type { Ctx } from "~/web/context"

export type Room = {
  world: World
  meetingId: string
  agendaItemId: string
  entitled: Participant[]
  observers: Participant[]
  chair: Ctx
  recorder: Ctx
  /** A secretary at the check-in desk. */
  desk: Ctx
  seat: (participant: Participant) => Ctx
  codeOf: (participant: Participant) => string
}

type Wishes = {
  entitled?: number
  /** How many of the entitled are in the room; all of them unless said otherwise. */
  present?: number
  observers?: number
  preset?: PresetKey
  rule?: Partial<RuleSnapshot>
  state?: MeetingState
}

const stems = "甲乙丙丁戊己庚辛壬癸"
const numerals = "一二三四五六七八九十"
/** 甲一, 乙二 … plainly invented, and different for the first thousand. */
const inventedName = (at: number) =>
  `${stems[at % 10]}${numerals[at % 10]}${at < 10 ? "" : [...String(at)].map(digit => numerals[Number(digit)]).join("")}`

/** The smallest meeting in its room: five delegates, all present, in session under the rule of the deliberation table. */
export async function aMeetingInRoom(world: World, wishes: Wishes = {}): Promise<Room> {
  const { entitled = 5, present = entitled, observers = 0, preset = "deliberation", state = "inSession" } = wishes
  const { installation, community, db } = world
  const [chair, recorder] = [
    await aMember(installation, community, ["delegate"]),
    await aMember(installation, community, ["delegate"]),
  ]
  const [meetingId, agendaItemId, now] = [installation.newId(), installation.newId(), installation.now()]
  const { text } = freezeSnapshot({ ...presetOf(preset), ...wishes.rule })
  const people = Array.from({ length: entitled + observers }, (_, at) => ({
    communityId: community.id,
    id: installation.newId(),
    meetingId,
    personId: installation.newId(),
    name: inventedName(at),
    standing: at < entitled ? ("entitled" as const) : ("observer" as const),
    capacity: preset === "deliberation" ? ("resident" as const) : ("residentRepresentative" as const),
    organization: "",
    codeVersion: 1,
    notified: false,
  }))
  await db.tx("factory", async q => {
    await q.insert(meetings).values({
      communityId: community.id,
      id: meetingId,
      year: 2026,
      sequence: null,
      title: "第10次协商议事会",
      preset,
      state,
      venueId: null,
      startsAt: now,
      endsAt: new Date(now.getTime() + 2 * 3_600_000),
      chairPersonId: chair.personId,
      recorderPersonId: recorder.personId,
      ruleSnapshot: text,
      ruleHash: `hash of ${preset}`,
      reasons: {},
      convenedAt: now,
      checkInOpenedAt: null,
      startedAt: null,
      closedAt: null,
      endReason: "",
      createdAt: now,
      createdBy: "乙二",
      version: 1,
    })
    await q.insert(agendaItems).values({
      communityId: community.id,
      id: agendaItemId,
      meetingId,
      ordinal: 1,
      title: "活动室改造",
      topicId: null,
      proposalId: null,
      handling: "deliberate",
      minutes: 30,
    })
    for (const chunk of inChunks(people)) {
      await q.insert(persons).values(
        chunk.map(person => ({
          communityId: community.id,
          id: person.personId,
          name: person.name,
          phone: null,
          gender: "unknown" as const,
          address: "",
          organization: "",
          gridId: null,
          note: "",
          createdAt: now,
          version: 1,
        })),
      )
      await q.insert(participants).values(chunk)
    }
    const here = people.filter((person, at) => person.standing === "observer" || at < present)
    for (const chunk of inChunks(here))
      await q.insert(attendances).values(
        chunk.map(person => ({
          communityId: community.id,
          meetingId,
          participantId: person.id,
          presence: "present" as Presence,
          firstArrivedAt: now,
          leftAt: null,
          reason: "",
        })),
      )
  })
  return {
    world,
    meetingId,
    agendaItemId,
    entitled: people.slice(0, entitled),
    observers: people.slice(entitled),
    chair: { ...world.asStranger(), actor: chair },
    recorder: { ...world.asStranger(), actor: recorder },
    desk: await world.as("secretary"),
    seat: ({ id, personId, name }) => world.seated({ meetingId, participantId: id, personId, name }),
    codeOf: participant => checkInCodeOf(installation.secret, participant),
  }
}

/** The value, where a test is not about refusals. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.code} ${JSON.stringify(result.detail)}`)
  return result.value
}

/** Puts a prepared topic on the room's agenda, with the wording in force. Returns its id. */
export async function aTopicOnAgenda(room: Room, wishes: Parameters<typeof aReadyTopic>[1] = {}): Promise<string> {
  const { world, meetingId, agendaItemId } = room
  const ctx = await world.as("secretary")
  const topicId = await aReadyTopic(ctx, wishes)
  await world.db.tx(`topic:${topicId}`, async q => {
    must(await scheduleTopicsIn(q, ctx, [topicId], { id: meetingId, title: "第10次协商议事会" }))
    const proposal = (await listWordingsInForce(q, world.community.id, [topicId])).get(topicId)
    await q
      .update(agendaItems)
      .set({ topicId, proposalId: proposal?.id ?? null })
      .where(eq(agendaItems.id, agendaItemId))
  })
  return topicId
}

export async function aMotion(room: Room, content = "同意活动室改造方案"): Promise<string> {
  const { meetingId, agendaItemId } = room
  return must(await putMotion(room.recorder, { meetingId, agendaItemId, content, proposalId: null })).motionId
}

export async function anOpenRound(room: Room, wishes: Partial<RoundInput> = {}): Promise<string> {
  const motionId = wishes.motionId ?? (await aMotion(room))
  return must(await openRound(room.chair, { secret: false, ...wishes, motionId })).roundId
}

let keys = 0
export const aRequestKey = () => `request-key-${String(keys++).padStart(8, "0")}`

/** A ballot with a request key of its own. */
export const vote = (
  room: Room,
  roundId: string,
  voter: Participant,
  choice: Choice | (string & {}),
  also: { code?: string; forParticipantId?: string } = {},
) => castBallot(room.seat(voter), { roundId, choice, requestKey: aRequestKey(), ...also })

/** The first voters vote as said, in order. */
export async function voteAll(room: Room, roundId: string, choices: readonly Choice[]): Promise<void> {
  for (const [at, choice] of choices.entries()) must(await vote(room, roundId, room.entitled[at]!, choice))
}
