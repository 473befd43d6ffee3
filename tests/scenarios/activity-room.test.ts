import { expect, test } from "vitest"
import { readText, withoutSpace } from "#tests/templates/read-pdf"
import { readMeetingRecord } from "~/chamber/meeting-record"
import { nameOfficer } from "~/chamber/paper/officers"
import { exchangePaper, issuePapers, markReturned } from "~/chamber/paper/papers"
import { checkSheet, enterSheet } from "~/chamber/paper/sheets"
import { castBallot } from "~/chamber/rounds/ballots"
import { answerChallenge, raiseChallenge } from "~/chamber/rounds/challenges"
import { findRound } from "~/chamber/rounds/round-store"
import { closeRound, openRound, proclaimRound } from "~/chamber/rounds/rounds"
import { callLast, endVoting } from "~/chamber/rounds/voting"
import { closeMeeting, startMeeting } from "~/chamber/session"
import { comingReports, reportComing } from "~/demo/coming"
import { awaitTheWord, moveHall, prepareHall, type Sitting, speakOnHall } from "~/demo/hall"
import { conveneMeeting, seat } from "~/demo/meetings"
import { must } from "~/demo/must"
import { writeMinutes, writeResolution } from "~/demo/papers"
import { findMinutes } from "~/records/store"
import { findDocument, listDocuments } from "~/registry/document-store"
import type { Ctx } from "~/web/context"
import { stranger } from "~/web/context"
import { aStory, resolutionOf, topicOf } from "./telling"

/** The day of the meeting: yesterday, of a story whose day 0 is today. */
const day = -1
const clock = (minute: number) => `15:${String(minute).padStart(2, "0")}`
/** Those who would rather write: they get a paper. */
const onPaper = ["辛八", "未八", "庚七"]

async function anActivityRoom() {
  const story = await aStory(0)
  const { issueId } = await reportComing(story, "hall")
  const topicId = await prepareHall(story, issueId)
  const meetingId = await conveneMeeting(story, story.as("甲一", -5, "09:00"), {
    venue: "三号议事点",
    startsAt: story.momentOf(day, "15:00"),
    minutes: 60,
    topicIds: [topicId],
    shortNotice: "节假日前后，已逐人电话通知",
  })
  const people = await seat(story.as("甲一", day, "14:45"), meetingId, { excused: ["巳六"], absent: ["癸十", "亥二"] })
  must(await startMeeting(story.as("甲一", day, "15:00"), meetingId))
  const sitting: Sitting = {
    meetingId,
    people,
    chair: minute => story.as("甲一", day, clock(minute)),
    recorder: minute => story.as("乙二", day, clock(minute)),
  }
  const idOf = (name: string) => people.find(person => person.name === name)!.id
  const tablet = (minute: number, name: string): Ctx => {
    const { id: participantId, personId } = people.find(person => person.name === name)!
    return { ...sitting.chair(minute), actor: { ...stranger, seat: { meetingId, participantId, personId, name } } }
  }
  return { story, topicId, meetingId, sitting, people, idOf, tablet }
}

test("the activity room: everyone at the table is heard, tablets and papers count as one, and the paper tells it all", async () => {
  expect(comingReports.hall.title).toContain("活动室")
  const { story, topicId, meetingId, sitting, people, idOf, tablet } = await anActivityRoom()
  await speakOnHall(sitting)
  const motionId = await moveHall(sitting)
  await awaitTheWord(sitting)

  // CPPCC member, owners' committee, property company and residents have had the word, each by the clock.
  const spoken = (await readMeetingRecord(story.ground.db.read, story.ground.community.id, meetingId))!.items[0]!
  expect(spoken.speeches.map(speech => speech.name)).toEqual(["子一", "申九", "卯四", "午七"])
  expect(spoken.speeches.map(speech => speech.capacity)).toEqual(["resident", "ownersCommittee", "property", "cppcc"])

  const { chair, recorder } = sitting
  const { roundId } = must(await openRound(chair(22), { motionId, secret: false, medium: "mixed" }))
  must(await issuePapers(recorder(23), { roundId, participantIds: onPaper.map(idOf) }))
  must(await exchangePaper(recorder(24), { roundId, serial: 2 }))
  for (const { name } of people.filter(person => !onPaper.includes(person.name))) {
    const choice = { 壬九: "against", 丑二: "abstain" }[name] ?? "for"
    must(await castBallot(tablet(25, name), { roundId, choice, requestKey: `activity-room-${idOf(name)}` }))
  }
  // Who holds a paper votes on no tablet.
  expect(
    await castBallot(tablet(25, "庚七"), { roundId, choice: "for", requestKey: "activity-room-on-a-tablet" }),
  ).toMatchObject({ ok: false, code: "voter_has_paper" })
  must(await callLast(chair(26), roundId, { seconds: 60 }))
  must(await markReturned(recorder(27), { roundId, serials: [1, 3, 4] }))
  must(await endVoting(chair(28), roundId))

  // Counted under the eyes of two who are no party to it: the property company, which will do the work, is one.
  expect(await nameOfficer(recorder(28), { roundId, participantId: idOf("卯四"), office: "scrutineer" })).toMatchObject(
    {
      ok: false,
      code: "officer_is_party",
    },
  )
  must(await nameOfficer(recorder(28), { roundId, participantId: idOf("子一"), office: "counter" }))
  must(await nameOfficer(recorder(28), { roundId, participantId: idOf("寅三"), office: "scrutineer" }))
  const readings = [
    [1, "for"],
    [3, "for"],
    [4, "invalid"],
  ] as const
  for (const [sheet, choice] of readings) must(await enterSheet(recorder(29), { roundId, sheet, choice }))
  expect(await closeRound(chair(29), roundId)).toMatchObject({ ok: false, code: "papers_not_all_read" })
  for (const [sheet, choice] of readings) must(await checkSheet(chair(30), { roundId, sheet, choice }))
  must(await closeRound(chair(31), roundId))

  // Somebody doubts the count, is answered, and only then is it proclaimed.
  const { challengeId } = must(await raiseChallenge(tablet(31, "丑二"), { roundId, ground: "recordedWrong" }))
  expect(await proclaimRound(chair(32), roundId)).toMatchObject({ ok: false, code: "challenge_unanswered" })
  must(await answerChallenge(chair(32), { challengeId, answer: "当面看了平板上的记录，是弃权，本人没有异议" }))
  must(await proclaimRound(chair(33), roundId))
  must(await closeMeeting(chair(40), meetingId))

  const result = (await findRound(story.ground.db.read, story.ground.community.id, roundId))!.result!
  expect(result).toMatchObject({
    entitled: 15,
    present: 12,
    cast: 12,
    counts: { for: 9, against: 1, abstain: 1, invalid: 1 },
    outcome: "passed",
    paper: { issued: 4, returned: 3, spoiled: 1, missing: 0, valid: 2, invalid: 1, duplicate: 0 },
  })
  expect(await topicOf(story, [day, "16:00"], topicId)).toMatchObject({
    state: "decided",
    outcome: "agreedWithConditions",
  })

  // The resolution holds both conditions, the amendment's too; the minutes tell papers, counters and dissent.
  const resolutionId = await writeResolution(story.as("甲一", day, "17:00"), { meetingId, roundId })
  const wording = await resolutionOf(story, resolutionId)
  expect(wording.conditions).toEqual(["施工避开12:00至14:00午休时间", "棋牌室先开放，施工期间有地方活动"])
  await writeMinutes(story.as("甲一", day, "17:10"), meetingId)
  const { read } = story.ground.db
  const minutes = (await findMinutes(read, story.ground.community.id, meetingId))!
  const [sheet] = await listDocuments(read, story.ground.community.id, { kind: "minutes", id: minutes.id })
  const document = (await findDocument(read, story.ground.community.id, sheet!.id))!
  const text = withoutSpace(readText(document.content))
  expect(text).toContain("纸质票发出4张，收回3张，有效2张，无效1张，作废1张。计票人子一，监票人寅三。")
  expect(text).toContain("壬九：地板去年刚修过一次，又换一遍，钱花得不值。对此，卯四说明：")
  expect(text).toContain("午七")
})
