import { eq } from "drizzle-orm"
import sharp from "sharp"
import { expect, test } from "vitest"
import { topics } from "#db/schema/agenda"
import { must } from "#tests/chamber/factories"
import { openNextProposalIn } from "~/agenda/proposals"
import { decideTopicIn } from "~/agenda/topics"
import type { Result } from "~/law/result"
import { readNotices } from "~/records/notice-views"
import { addNoticePhoto, endNotice, postNotice, readNoticePhoto, setNoticePhotoPublic } from "~/records/notices"
import { listPostedNotices, openPublicNoticePhoto, readNoticePhotos, readPostedNotice } from "~/records/public-board"
import { draftEdition, releaseEdition, withdrawEdition } from "~/records/public-editions"
import { aWorld, type World } from "../world"
import { aDraftEdition, anApprovedResolution, aPostedNotice, aReleasedEdition } from "./edition-factories"
import { aMeetingOver } from "./factories"

const codeOf = (result: Result<unknown>) => (result.ok ? "done" : result.code)
const aPhoto = async () =>
  new Uint8Array(
    await sharp({ create: { width: 40, height: 30, channels: 3, background: "#884422" } })
      .jpeg()
      .toBuffer(),
  )
const onDay = (world: World, day: string) => {
  world.clock.now = new Date(`${day}T01:00:00.000Z`)
}

test("居委会组织法34, 民法典201、203: fifteen days, the day of posting not counted, a last day on a holiday moved on", async () => {
  const world = await aWorld()
  const first = await aReleasedEdition(world, { sequence: 1 })
  const post = (editionId: string, postedOn: string) =>
    postNotice(first.secretary, { editionId, postedOn, place: "社区公示栏" })
  // 8 October and fifteen days: Friday the 23rd.
  expect(must(await post(first.editionId, "2026-10-08")).until).toBe("2026-10-23")
  const second = await aReleasedEdition(world, { sequence: 2 })
  onDay(world, "2026-10-09")
  // 9 October and fifteen days is Saturday the 24th: Monday the 26th.
  expect(must(await post(second.editionId, "2026-10-09")).until).toBe("2026-10-26")
})

test("only a released edition is posted, once, and on a day that can be true", async () => {
  const world = await aWorld()
  const draft = await aDraftEdition(world)
  const { editionId, secretary, reviewer } = draft
  const post = (postedOn: string, place = "社区公示栏") => postNotice(secretary, { editionId, postedOn, place })
  expect(codeOf(await post("2026-10-08"))).toBe("edition_not_released")
  must(await releaseEdition(reviewer, { editionId, revision: 1 }))
  expect(codeOf(await post("2026-10-09"))).toBe("posted_in_future")
  expect(codeOf(await post("2026-10-07"))).toBe("posted_before_release")
  expect(codeOf(await post("2026-02-30"))).toBe("posted_on_not_real")
  expect(codeOf(await post("2026-10-08", " "))).toBe("notice_place_missing")
  expect(codeOf(await postNotice(reviewer, { editionId, postedOn: "2026-10-08", place: "墙" }))).toBe("forbidden")
  onDay(world, "2026-12-08")
  expect(codeOf(await post("2026-10-08"))).toBe("posted_too_long_ago")
  onDay(world, "2026-10-10")
  expect(codeOf(await post("2026-10-08"))).toBe("done")
  expect(codeOf(await post("2026-10-08"))).toBe("posted_already")
})

test("a notice comes down after its last day without a word, before only with a reason that is shown", async () => {
  const world = await aWorld()
  const { noticeId, secretary } = await aPostedNotice(world)
  const end = (endedOn: string, reason = "") => endNotice(secretary, { noticeId, endedOn, reason })
  expect(codeOf(await end("2026-10-09"))).toBe("ended_in_future")
  expect(codeOf(await end("2026-10-07"))).toBe("ended_before_posted")
  onDay(world, "2026-10-23")
  // The last day itself belongs to the period.
  expect(codeOf(await end("2026-10-23"))).toBe("early_end_reason_missing")
  onDay(world, "2026-10-24")
  expect(await end("2026-10-24")).toEqual({ ok: true, value: { isEarly: false } })
  expect(codeOf(await end("2026-10-24"))).toBe("ended_already")
})

test("what came down early says so, and why", async () => {
  const world = await aWorld()
  const { noticeId, secretary } = await aPostedNotice(world)
  onDay(world, "2026-10-10")
  const ended = await endNotice(secretary, { noticeId, endedOn: "2026-10-10", reason: "公示栏被风吹倒" })
  expect(ended).toEqual({ ok: true, value: { isEarly: true } })
  expect(await listPostedNotices(world.asStranger())).toEqual([])
  expect(await listPostedNotices(world.asStranger(), { past: true })).toMatchObject([
    { noticeId, isOver: true, endedOn: "2026-10-10", endReason: "公示栏被风吹倒", daysLeft: 0 },
  ])
})

test("the board shows what hangs, with the days that are left, and later what hung", async () => {
  const world = await aWorld()
  const { noticeId } = await aPostedNotice(world)
  const anyone = world.asStranger()
  expect(await listPostedNotices(anyone)).toEqual([
    {
      noticeId,
      number: "振社公〔2026〕1号",
      kind: "resolution",
      title: "关于3号楼加装电梯的协商意见",
      outcomeWord: "通过",
      postedOn: "2026-10-08",
      until: "2026-10-23",
      place: "社区公示栏",
      daysLeft: 15,
      isOver: false,
      endedOn: null,
      endReason: "",
      objections: { received: 0, answered: 0 },
    },
  ])
  onDay(world, "2026-10-23")
  expect(await listPostedNotices(anyone)).toMatchObject([{ daysLeft: 0, isOver: false }])
  onDay(world, "2026-10-24")
  expect(await listPostedNotices(anyone)).toEqual([])
  expect(await listPostedNotices(anyone, { past: true })).toMatchObject([{ noticeId, isOver: true }])
})

test("anyone reads the public text of a posted notice, and no word of the inner one", async () => {
  const world = await aWorld()
  const { noticeId } = await aPostedNotice(world, { content: "丙三家（12栋二单元301室）的雨棚由物业修好。" })
  const notice = must(await readPostedNotice(world.asStranger(), noticeId))
  expect(JSON.stringify(notice)).toContain("丙*家（12栋）的雨棚")
  expect(JSON.stringify(notice)).not.toMatch(/丙三|301/)
  expect(notice).toMatchObject({ documentId: null, mayObject: true, photos: [] })
  expect(codeOf(await readPostedNotice(world.asStranger(), "nowhere"))).toBe("not_found")
})

test("the announcement of a meeting hangs until the meeting", async () => {
  const world = await aWorld()
  const secretary = await world.as("secretary")
  const reviewer = await world.as("reviewer")
  const { meetingId } = await aMeetingOver(world, { state: "convened" })
  const { editionId } = must(await draftEdition(secretary, { kind: "convocation", subjectId: meetingId }))
  must(await releaseEdition(reviewer, { editionId, revision: 1 }))
  expect(must(await postNotice(secretary, { editionId, postedOn: "2026-10-08", place: "公示栏" })).until).toBe(
    "2026-10-08",
  )
  const late = await aMeetingOver(world, { state: "convened", sequence: 9 })
  const other = must(await draftEdition(secretary, { kind: "convocation", subjectId: late.meetingId })).editionId
  onDay(world, "2026-10-09")
  must(await releaseEdition(reviewer, { editionId: other, revision: 1 }))
  expect(codeOf(await postNotice(secretary, { editionId: other, postedOn: "2026-10-09", place: "公示栏" }))).toBe(
    "meeting_held_already",
  )
})

test("a picture of the board is the house's own until somebody says that it may be shown", async () => {
  const world = await aWorld()
  const { noticeId, secretary, reviewer } = await aPostedNotice(world)
  const bytes = await aPhoto()
  expect(codeOf(await addNoticePhoto(reviewer, { noticeId, bytes, caption: "" }))).toBe("forbidden")
  const { photoId } = must(await addNoticePhoto(secretary, { noticeId, bytes, caption: "社区公示栏" }))
  const anyone = world.asStranger()
  expect(codeOf(await openPublicNoticePhoto(anyone, photoId))).toBe("not_found")
  expect(codeOf(await readNoticePhoto(anyone, { noticeId, photoId }))).toBe("forbidden")
  expect(codeOf(await readNoticePhoto(reviewer, { noticeId, photoId }))).toBe("done")
  must(await setNoticePhotoPublic(secretary, { noticeId, photoId, isPublic: true }))
  expect(codeOf(await openPublicNoticePhoto(anyone, photoId))).toBe("done")
  expect(await readNoticePhotos(anyone, noticeId)).toMatchObject([{ id: photoId, caption: "社区公示栏" }])
})

test("what was decided on a proposal that was blocked does not wait for another public edition", async () => {
  const world = await aWorld()
  const { editionId, secretary, resolutionId } = await aReleasedEdition(world)
  const toDraft = async () => must(await readNotices(secretary)).toDraft.map(one => one.subjectId)
  must(await withdrawEdition(secretary, { editionId, reason: "要换方案" }))
  expect(await toDraft()).toEqual([resolutionId])
  const [topic] = await world.db.read.select().from(topics).where(eq(topics.communityId, world.community.id))
  await world.db.tx(`topic:${topic!.id}`, async q => {
    must(await decideTopicIn(q, secretary, topic!.id, "agreed"))
    must(await openNextProposalIn(q, secretary, { topicId: topic!.id, reason: "管道在住户家里" }))
  })
  expect(await toDraft()).toEqual([])
  const { resolutionId: other } = await anApprovedResolution(world, { sequence: 4 })
  expect(await toDraft()).toEqual([other])
})
