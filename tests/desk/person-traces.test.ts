import { expect, test } from "vitest"
import { aMeetingInRoom, aMotion, must } from "#tests/chamber/factories"
import { aWorld } from "#tests/world"
import { auditWords } from "~/audit-words"
import { recordDissent } from "~/chamber/motions/dissents"
import { nameOfficer } from "~/chamber/paper/officers"
import { issuePapers } from "~/chamber/paper/papers"
import { openRound } from "~/chamber/rounds/rounds"
import { askForSomeone } from "~/chamber/speaking/queue"
import { readPersonData } from "~/desk/person-data"

test("what a person left behind in the hall is told to them by kind and number, and nothing of how they voted", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const [one, other] = room.entitled
  const { meetingId } = room
  const motionId = await aMotion(room)
  must(await askForSomeone(room.desk, { meetingId, participantId: one!.id, stance: "oppose", kind: "speech" }))
  const opinion = { opinion: "太贵", explanation: "", explainedBy: "", heldBy: "" }
  must(await recordDissent(room.recorder, { motionId, participantId: one!.id, ...opinion }))
  const { roundId } = must(await openRound(room.chair, { motionId, secret: false, medium: "mixed" }))
  must(await issuePapers(room.desk, { roundId, participantIds: [one!.id] }))
  must(await nameOfficer(room.desk, { roundId, participantId: other!.id, office: "counter" }))
  const secretary = await room.world.as("secretary")
  const traces = async (personId: string) => must(await readPersonData(secretary, auditWords, personId)).chamber
  expect(await traces(one!.personId)).toEqual([
    { label: "发言登记", count: 1 },
    { label: "不同意见", count: 1 },
    { label: "领取的纸质票", count: 1 },
  ])
  expect(await traces(other!.personId)).toEqual([{ label: "担任计票人或监票人", count: 1 }])
})
