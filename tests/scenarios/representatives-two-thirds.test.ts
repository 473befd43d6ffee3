import { expect, test } from "vitest"
import { recordPartyReview } from "~/agenda/party-reviews"
import { checkInAtDesk, markLeft, markReturned } from "~/chamber/attendance/attendance"
import { listRounds } from "~/chamber/rounds/round-store"
import { openRound } from "~/chamber/rounds/rounds"
import { adjournMeeting, closeMeeting, resumeMeeting, startMeeting } from "~/chamber/session"
import { convene } from "~/convening/convene"
import { listParticipants } from "~/convening/store"
import { enterReport, proposeTopic, putToDeliberation } from "~/demo/issues"
import { move, planMeeting, seat, voteThrough } from "~/demo/meetings"
import { must } from "~/demo/must"
import type { Story } from "~/demo/stage"
import { enterRepresentative } from "~/people/representatives"
import { aStory, topicOf } from "./telling"

/** Its first day, counted from today. */
const firstDay = -20

/** The 居民公约, which the residents authorised their representatives to amend. */
const charter = { subject: "matter", private: "no", owners: "no", residents: "charter", charterAuthorised: "yes" }

async function proposeCharter(story: Story): Promise<string> {
  const { issueId } = await enterReport(story, story.as("乙二", 0, "09:00"), {
    title: "居民公约里没有电动车充电的规定",
    content: "公约是几年前定的，电动车进楼、飞线充电都没有写。",
    place: "全社区",
    grid: "第一网格",
    reporter: "戌二",
    channel: "station",
  })
  await putToDeliberation(story.as("甲一", 0, "10:00"), issueId, {
    reason: "修改居民公约，要提交居民代表会议",
    answer: "已收到。公约怎么改，先请党组织研究，再提交居民代表会议。",
  })
  const proposal = {
    content: "居民公约增加一条：电动车不进楼、不飞线充电，统一到充电棚充电",
    budgetFen: null,
    funding: "",
    handler: "振兴社区居委会",
    dueOn: null,
  }
  const topic = { title: "修改居民公约", background: "", issueIds: [issueId], proposal }
  return proposeTopic(story.as("甲一", 1, "09:00"), topic, charter)
}

/** Two more representatives, so that the assembly has twelve members: two of the committee and ten representatives. */
async function completeAssembly(story: Story): Promise<void> {
  for (const name of ["酉八酉", "戌九戌"])
    must(
      await enterRepresentative(story.as("乙二", 1, "10:00"), {
        person: { name, phone: null },
        kind: "residentRepresentative",
        residentGroup: "悦园第四居民小组",
        since: story.dayOf(1),
      }),
    )
}

test("at exactly two thirds of its members the assembly votes; with one fewer it waits", async () => {
  const story = await aStory(firstDay)
  await completeAssembly(story)
  const topicId = await proposeCharter(story)

  // 重要事项: without the party organization's study no notice goes out.
  const secretary = story.as("甲一", 2, "09:00")
  const { meetingId } = await planMeeting(story, secretary, {
    preset: "representatives",
    venue: "一号议事点",
    startsAt: story.momentOf(5, "14:30"),
    minutes: 60,
    topicIds: [topicId],
  })
  expect(await convene(secretary, { meetingId })).toMatchObject({
    detail: { problems: [{ code: "party_study_missing", field: "agenda" }] },
  })
  must(
    await recordPartyReview(story.as("甲一", 3, "11:00"), {
      topicId,
      heldOn: story.dayOf(3),
      organization: "振兴社区党委",
      entitled: 7,
      present: 6,
      opinion: "agreed",
      summary: "逐条讨论了修改稿，同意提交居民代表会议。",
    }),
  )
  must(await convene(story.as("甲一", 3, "15:00"), { meetingId }))

  // Twelve members are called; the delegates of the table only attend.
  const people = await listParticipants(story.ground.db.read, story.ground.community.id, meetingId)
  const standing = (which: string) => people.filter(one => one.standing === which)
  expect(standing("entitled")).toHaveLength(12)
  expect(standing("observer").map(one => one.name)).toEqual(expect.arrayContaining(["卯四", "巳六", "午七"]))

  // Seven of twelve members, and seven observers: the meeting cannot begin.
  const desk = story.as("甲一", 5, "14:10")
  const there = await seat(desk, meetingId, { absent: ["寅三", "辛八", "亥二", "酉八酉", "戌九戌"] })
  expect(there.filter(one => one.standing === "observer")).toHaveLength(7)
  const chair = story.as("甲一", 5, "14:30")
  const oneFewer = { ok: false, code: "quorum_not_met", detail: { present: 7, entitled: 12, needed: 8 } }
  expect(await startMeeting(chair, meetingId)).toMatchObject(oneFewer)

  // The eighth member makes two thirds exactly.
  const eighth = people.find(one => one.name === "辛八")!
  must(await checkInAtDesk(desk, meetingId, eighth.id))
  must(await startMeeting(chair, meetingId))
  const recorder = story.as("乙二", 5, "14:50")
  const weekly = await move(recorder, meetingId, 1, { content: "公约写明每户每周轮值一次" })
  const amended = await move(recorder, meetingId, 1, { content: "同意居民公约修改稿" })

  // He leaves: no vote can be opened, and the chair adjourns until he is back.
  must(await markLeft(desk, meetingId, eighth.id))
  expect(await openRound(chair, { motionId: amended, secret: false })).toMatchObject(oneFewer)
  must(await adjournMeeting(chair, meetingId, "到会不足三分之二，等人到齐"))
  expect(await resumeMeeting(chair, meetingId)).toMatchObject(oneFewer)
  must(await markReturned(desk, meetingId, eighth.id))
  must(await resumeMeeting(chair, meetingId))

  // Of eight who came half is not enough; five are, whatever the other three do.
  const members = [...there.filter(one => one.standing === "entitled"), eighth]
  const lost = ["against", "against", "against", "abstain"] as const
  await voteThrough(chair, { motionId: weekly, people: members, choices: [...lost] })
  const won = ["against", "against", "abstain"] as const
  await voteThrough(chair, { motionId: amended, people: members, choices: [...won] })
  const rounds = await listRounds(chair.db.read, chair.community.id, meetingId)
  const resultOf = (motionId: string) => rounds.find(round => round.motionId === motionId)?.result
  expect(resultOf(weekly)).toMatchObject({ counts: { for: 4 }, present: 8, entitled: 12, outcome: "notPassed" })
  expect(resultOf(amended)).toMatchObject({
    counts: { for: 5, against: 2, abstain: 1 },
    outcome: "passed",
    lights: [
      { count: 8, whole: 12, met: true, article: expect.stringContaining("第二十九条") },
      { count: 5, whole: 8, met: true, article: expect.stringContaining("第二十九条") },
    ],
  })

  must(await closeMeeting(story.as("甲一", 5, "15:40"), meetingId))
  expect(await topicOf(story, [5, "16:00"], topicId)).toMatchObject({ state: "decided", outcome: "agreed" })
})
