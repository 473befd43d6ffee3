import { aMotion, must, type Room } from "#tests/chamber/factories"
import { moveAmendment } from "~/chamber/motions/amendments"
import { recordDissent } from "~/chamber/motions/dissents"
import type { Act, Fields, Row } from "../access-row"
import { aRoom } from "../access-world"

const base = "/c/:community/meetings/:meetingId"
const writers = ["secretary", "recorder"] as const

type Pressing = { motionId: string; form: Record<string, string> }

const onMotion = (intent: string, prepare: (room: Room) => Promise<Pressing>): Act => ({
  intent,
  by: writers,
  press: async house => {
    const room = await aRoom(house)
    const { motionId, form } = await prepare(room)
    return { at: `/meetings/${room.meetingId}/motions/${motionId}`, form: { intent, ...form } satisfies Fields }
  },
})

async function anAmendment(room: Room): Promise<string> {
  const { meetingId } = room
  const motionId = await aMotion(room)
  const content = "同意分两期改造活动室"
  return must(await moveAmendment(room.recorder, { meetingId, motionId, version: 1, content, moverId: null })).motionId
}

async function aDissent(room: Room): Promise<Pressing> {
  const motionId = await aMotion(room)
  const said = { participantId: room.entitled[0]!.id, heldBy: "", opinion: "噪声太大" }
  const entry = { motionId, ...said, explanation: "", explainedBy: "" }
  const { dissentId } = must(await recordDissent(room.recorder, entry))
  return { motionId, form: { dissentId, version: "1", explanation: "会装隔音板", explainedBy: "主持人" } }
}

export const motionsRows: Row[] = [
  {
    pattern: `${base}/motions/:motionId`,
    at: ({ things }) => `/meetings/${things.meetingId}/motions/${things.motionId}`,
    read: ["administrator", "secretary", "handler", "delegate", "reviewer", "viewer", "chair", "recorder"],
    acts: [
      onMotion("amend", async room => ({
        motionId: await aMotion(room),
        form: { version: "1", content: "同意分两期改造活动室", conditions: "", moverId: room.entitled[1]!.id },
      })),
      onMotion("adopt", async room => ({ motionId: await anAmendment(room), form: { reason: "提出人同意" } })),
      onMotion("withdraw", async room => ({ motionId: await aMotion(room), form: { reason: "提出人要求撤回" } })),
      onMotion("recommend", async room => ({
        motionId: await aMotion(room),
        form: { body: "业主委员会", stance: "recommendedWithChanges", reason: "先试一个月" },
      })),
      onMotion("dissent", async room => ({
        motionId: await aMotion(room),
        form: {
          participantId: room.entitled[0]!.id,
          heldBy: "",
          opinion: "噪声太大",
          explanation: "会装隔音板",
          explainedBy: "主持人",
        },
      })),
      onMotion("explain", aDissent),
    ],
  },
]
