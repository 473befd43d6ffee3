import { aMotion, anOpenRound, must, type Room, voteAll } from "#tests/chamber/factories"
import { markLeft } from "~/chamber/attendance/attendance"
import { readChallenges } from "~/chamber/rounds/challenge-view"
import { raiseChallengeAtDesk } from "~/chamber/rounds/challenges"
import { closeRound, proclaimRound } from "~/chamber/rounds/rounds"
import { endVoting } from "~/chamber/rounds/voting"
import { askToSpeak } from "~/chamber/speaking/queue"
import { recordSpeech } from "~/chamber/speaking/speeches"
import { beginTurn, endTurn } from "~/chamber/speaking/turns"
import type { Act, Row } from "../access-row"
import { aRoom } from "../access-world"
import { speakingActs } from "./chamber-speaking"

const base = "/c/:community/meetings/:meetingId"
const desk = ["secretary", "chair", "recorder"] as const
const chair = ["chair"] as const
const writers = ["secretary", "recorder"] as const

type Wishes = Parameters<typeof aRoom>[1]
type Fill = (room: Room) => Promise<Record<string, string>>

/** A button on one of the meeting's screens, in a fresh room. */
const inRoom =
  (screen: string, by: Act["by"]) =>
  (intent: string, wishes: Wishes, fill: Fill = async () => ({})): Act => ({
    intent,
    by,
    press: async house => {
      const room = await aRoom(house, wishes)
      return { at: `/meetings/${room.meetingId}/${screen}`, form: { intent, ...(await fill(room)) } }
    },
  })

const atDesk = inRoom("desk", desk)
const onConsole = inRoom("console", chair)
const inRecord = inRoom("record", writers)

const onRound = (
  page: string,
  form: Record<string, string>,
  prepare?: (room: Room, roundId: string) => unknown,
): Act => ({
  intent: form.intent,
  by: chair,
  press: async house => {
    const room = await aRoom(house)
    const roundId = await anOpenRound(room)
    await prepare?.(room, roundId)
    return { at: `/meetings/${room.meetingId}/console/${page}/${roundId}`, form }
  },
})

const first: Fill = async room => ({ participantId: room.entitled[0]!.id })
const aSpeech = (room: Room) => ({
  agendaItemId: room.agendaItemId,
  participantId: room.entitled[0]!.id,
  stance: "support" as const,
  gist: "同意",
})

const aTurn = async (room: Room) =>
  must(await askToSpeak(room.seat(room.entitled[0]!), { stance: "support", kind: "speech" })).requestId

async function aClosedRound(room: Room): Promise<string> {
  const roundId = await anOpenRound(room)
  await voteAll(room, roundId, ["for", "for", "for", "against", "abstain"])
  must(await closeRound(room.chair, roundId))
  return roundId
}

async function aChallenge(room: Room): Promise<string> {
  const roundId = await aClosedRound(room)
  const participantId = room.entitled[0]!.id
  must(await raiseChallengeAtDesk(room.chair, { roundId, participantId, ground: "other" }))
  const [first] = await readChallenges(room.world.db.read, { communityId: room.world.community.id, id: roundId })
  return first!.challengeId
}

export const hallRows: Row[] = [
  {
    pattern: `${base}/desk`,
    at: ({ things }) => `/meetings/${things.meetingId}/desk`,
    read: desk,
    acts: [
      atDesk("open", { state: "convened", present: 0 }),
      atDesk("arrive", { state: "checkIn", present: 0 }, first),
      atDesk("leave", {}, first),
      atDesk("return", {}, async room => {
        const participantId = room.entitled[0]!.id
        must(await markLeft(room.desk, room.meetingId, participantId))
        return { participantId }
      }),
      atDesk("excuse", { state: "checkIn", present: 0 }, async room => ({ ...(await first(room)), reason: "住院" })),
    ],
  },
  {
    pattern: `${base}/record`,
    at: ({ things }) => `/meetings/${things.meetingId}/record`,
    read: writers,
    acts: [
      inRecord("speech", {}, async room => aSpeech(room)),
      inRecord("editSpeech", {}, async room => {
        const { speechId } = must(await recordSpeech(room.recorder, { meetingId: room.meetingId, ...aSpeech(room) }))
        return { speechId, version: "1", stance: "oppose", gist: "不同意" }
      }),
      inRecord("gist", {}, async room => {
        const turn = { meetingId: room.meetingId, requestId: await aTurn(room) }
        must(await beginTurn(room.chair, turn))
        must(await endTurn(room.chair, turn))
        return { requestId: turn.requestId, stance: "support", gist: "同意" }
      }),
      inRecord("motion", {}, async room => ({
        agendaItemId: room.agendaItemId,
        content: "同意活动室改造方案",
        proposalId: "",
        effect: "agreedWithConditions",
        conditions: "晚上九点以后不用",
        options: "分两期改造\n一次改造",
        seats: "1",
      })),
      inRecord("editMotion", {}, async room => ({
        motionId: await aMotion(room),
        version: "1",
        content: "同意分两期改造",
        proposalId: "",
        effect: "agreed",
        conditions: "",
        returnOn: "",
      })),
    ],
  },
  {
    pattern: `${base}/console`,
    at: ({ things }) => `/meetings/${things.meetingId}/console`,
    read: chair,
    acts: [
      // Check-in is opened by whoever sits at the desk, wherever the button stands.
      { ...onConsole("openCheckIn", { state: "convened", present: 0 }), by: desk },
      onConsole("start", { state: "checkIn" }),
      onConsole("resume", { state: "adjourned" }),
      onConsole("adjourn", {}, async () => ({ reason: "停电" })),
      onConsole("openRound", {}, async room => ({ motionId: await aMotion(room), version: "1", manner: "secret" })),
      // With a result on show, going on with the same item is a move too.
      {
        ...onConsole("moveToItem", {}, async room => {
          must(await proclaimRound(room.chair, await aClosedRound(room)))
          return { agendaItemId: room.agendaItemId }
        }),
        isUnlogged: true,
      },
      onConsole("lastCall", {}, async room => ({ roundId: await anOpenRound(room), seconds: "60" })),
      onConsole("endVoting", {}, async room => ({ roundId: await anOpenRound(room) })),
      onConsole("resumeVoting", {}, async room => {
        const roundId = await anOpenRound(room)
        must(await endVoting(room.chair, roundId))
        return { roundId }
      }),
      onConsole("answerChallenge", {}, async room => ({ challengeId: await aChallenge(room), answer: "核对了票册" })),
      onConsole("proclaim", {}, async room => ({ roundId: await aClosedRound(room) })),
      // What the desk may do at its own place it may press here too.
      {
        ...onConsole("deskChallenge", {}, async room => ({
          roundId: await aClosedRound(room),
          participantId: room.entitled[0]!.id,
          ground: "other",
        })),
        by: desk,
      },
      { ...onConsole("fallBackToPaper", {}, async room => ({ roundId: await anOpenRound(room) })), by: desk },
      ...speakingActs("console"),
    ],
  },
  {
    pattern: `${base}/console/close/:roundId`,
    at: ({ things }) => `/meetings/${things.meetingId}/console/close/${things.roundId}`,
    read: chair,
    acts: [
      onRound("close", { intent: "close" }),
      onRound("close", { intent: "lastCall", seconds: "60" }),
      onRound("close", { intent: "endVoting" }),
      onRound("close", { intent: "resumeVoting" }, (room, roundId) => endVoting(room.chair, roundId)),
    ],
  },
  {
    pattern: `${base}/console/annul/:roundId`,
    at: ({ things }) => `/meetings/${things.meetingId}/console/annul/${things.roundId}`,
    read: chair,
    acts: [onRound("annul", { reason: "投影坏了" })],
  },
  {
    pattern: `${base}/console/decide/:roundId`,
    at: ({ things }) => `/meetings/${things.meetingId}/console/decide/${things.roundId}`,
    read: chair,
    acts: [
      {
        by: chair,
        press: async house => {
          const room = await aRoom(house, { entitled: 4, rule: { tie: "chairDecides" } })
          const roundId = await anOpenRound(room)
          await voteAll(room, roundId, ["for", "for", "against", "against"])
          must(await closeRound(room.chair, roundId))
          return { at: `/meetings/${room.meetingId}/console/decide/${roundId}`, form: { castingVote: "for" } }
        },
      },
    ],
  },
  {
    pattern: `${base}/motions/:motionId/recusals`,
    at: ({ things }) => `/meetings/${things.meetingId}/motions/${things.motionId}/recusals`,
    read: desk,
    acts: [
      {
        by: desk,
        press: async house => {
          const room = await aRoom(house)
          const at = `/meetings/${room.meetingId}/motions/${await aMotion(room)}/recusals`
          return { at, form: { participantId: room.entitled[0]!.id, reason: "本人是承建单位的股东" } }
        },
      },
    ],
  },
  {
    pattern: `${base}/console/end`,
    at: ({ things }) => `/meetings/${things.meetingId}/console/end`,
    read: chair,
    acts: [{ ...inRoom("console/end", chair)("end", {}), intent: undefined }],
  },
  { pattern: `${base}/screen`, at: ({ things }) => `/meetings/${things.meetingId}/screen`, read: desk },
]
