import { expect, test } from "vitest"
import { readText, withoutSpace } from "#tests/templates/read-pdf"
import { readMeetingRecord } from "~/chamber/meeting-record"
import { findRound } from "~/chamber/rounds/round-store"
import { openRound } from "~/chamber/rounds/rounds"
import {
  conveneWasteSorting,
  decideWasteSorting,
  prepareWasteSorting,
  reportWasteSorting,
  wasteSortingFrom,
  wasteSortingPlaces,
} from "~/demo/waste-sorting"
import { findMinutes } from "~/records/store"
import { findDocument, listDocuments } from "~/registry/document-store"
import { aStory, deskOf, resolutionOf, topicOf } from "./telling"

test("three places and 均不同意: the first round finds two level and names them, the second one decides", async () => {
  const story = await aStory(wasteSortingFrom)
  const { issueId } = await reportWasteSorting(story)
  const topicId = await prepareWasteSorting(story, issueId)
  const meetingId = await conveneWasteSorting(story, topicId)
  const { resolutionId, firstRoundId, secondRoundId } = await decideWasteSorting(story, meetingId)
  const { read } = story.ground.db
  const communityId = story.ground.community.id
  const resultOf = async (roundId: string) => (await findRound(read, communityId, roundId))!.result!

  // Fifteen were called, one is excused, one must abstain: thirteen ballots, and still more than half of the fourteen present.
  const [green, corner, wall] = wasteSortingPlaces
  expect(await resultOf(firstRoundId)).toMatchObject({
    entitled: 15,
    present: 14,
    cast: 13,
    outcome: "notPassed",
    tie: true,
    tiedOptions: ["a", "b"],
    none: 1,
    recused: ["卯四"],
    options: [
      { key: "a", label: green, votes: 5, chosen: false },
      { key: "b", label: corner, votes: 5, chosen: false },
      { key: "c", label: wall, votes: 2, chosen: false },
    ],
  })
  expect((await resultOf(firstRoundId)).lights.slice(1)).toMatchObject([
    { count: 5, whole: 14, met: false },
    { count: 5, whole: 14, met: false },
    { count: 2, whole: 14, met: false },
  ])
  expect(await resultOf(secondRoundId)).toMatchObject({
    cast: 13,
    outcome: "passed",
    tie: false,
    tiedOptions: [],
    none: 1,
    counts: { for: 11, against: 1, abstain: 1, invalid: 0 },
    options: [
      { votes: 8, chosen: true },
      { votes: 3, chosen: false },
      { votes: 0, chosen: false },
    ],
  })

  // The chosen place decides the topic; what is to be done says which one.
  expect(await topicOf(story, [8, "18:00"], topicId)).toMatchObject({ state: "decided", outcome: "agreed" })
  const { items } = await resolutionOf(story, resolutionId)
  expect(items).toMatchObject([{ handler: "悦园物业" }])
  expect(items[0]!.content).toContain(green)
  expect(await deskOf(story, "甲一", [8, "18:00"])).toEqual(
    expect.arrayContaining([expect.stringContaining("交办：关于悦园9至16栋垃圾分类点选址")]),
  )

  // Both rounds stand in the minutes, with who had to abstain; the resolution says only how many.
  const minutes = (await findMinutes(read, communityId, meetingId))!
  const inner = await printed({ kind: "minutes", id: minutes.id })
  expect(inner).toContain("“9栋东侧绿地旁”、“12栋南侧道路拐角”得票相同")
  expect(inner).toContain("（第二轮）")
  expect(inner).toContain("卯四须回避，不参加表决")
  const outer = await printed({ kind: "resolution", id: resolutionId })
  expect(outer).toContain("选定：9栋东侧绿地旁。")
  for (const line of [
    "9栋东侧绿地旁814过半数选定",
    "12栋南侧道路拐角314过半数未选定",
    "16栋北侧围墙内014过半数未选定",
    "均不同意1",
  ])
    expect(outer).toContain(line)
  expect(outer).toContain("回避")
  expect(outer).not.toContain("卯四")

  async function printed(subject: { kind: "minutes" | "resolution"; id: string }) {
    const [document] = await listDocuments(read, communityId, subject)
    return withoutSpace(readText((await findDocument(read, communityId, document!.id))!.content))
  }
})

test("what was decided is not voted on again, and who had to abstain is on the roll without a ballot", async () => {
  const story = await aStory(wasteSortingFrom)
  const { issueId } = await reportWasteSorting(story)
  const meetingId = await conveneWasteSorting(story, await prepareWasteSorting(story, issueId))
  const { secondRoundId } = await decideWasteSorting(story, meetingId)
  const record = (await readMeetingRecord(story.ground.db.read, story.ground.community.id, meetingId))!
  const { motionId, recused } = record.items[0]!.motions[0]!
  expect(await openRound(story.as("甲一", 8, "15:30"), { motionId, secret: false })).toMatchObject({ ok: false })
  const [builder] = recused
  const person = record.people.find(one => one.participantId === builder!.participantId)!
  const roll = record.items[0]!.motions[0]!.rounds.at(-1)!
  expect(roll).toMatchObject({ roundId: secondRoundId })
  expect(roll.roll!.find(one => one.participantId === person.participantId)).toMatchObject({
    name: "卯四",
    present: true,
    voted: false,
  })
  expect(roll.choices!.map(one => one.name)).not.toContain("卯四")
  expect(roll.choices!.filter(one => one.choiceName === wasteSortingPlaces[0])).toHaveLength(8)
})
