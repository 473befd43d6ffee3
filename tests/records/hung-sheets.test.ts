import { expect, test } from "vitest"
import { must } from "#tests/chamber/factories"
import { aWorld } from "#tests/world"
import { openNoticeSheet, printNotice } from "~/records/edition-sheets"
import { hangingsOf } from "~/records/notice-rules"
import { readNoticeView } from "~/records/notice-views"
import { endNotice, postNotice } from "~/records/notices"
import { readPostedNotice } from "~/records/public-board"
import { draftEdition, releaseEdition, withdrawEdition } from "~/records/public-editions"
import { findDocument } from "~/registry/document-store"
import { aReleasedEdition } from "./edition-factories"

const sheet = (id: string, printedOn: string, kind = "publicNotice") => ({ id, kind, printedOn })

test("a sheet hangs until it gives way to the next print, or comes down", () => {
  const notice = { postedOn: "2026-03-05", endedOn: "2026-03-20" }
  expect(
    hangingsOf(notice, [
      sheet("before", "2026-03-01"),
      sheet("hung first", "2026-03-04"),
      sheet("smudged", "2026-03-10"),
      sheet("in its place", "2026-03-10"),
      sheet("too late", "2026-03-21"),
    ]),
  ).toEqual([
    { documentId: "hung first", kind: "publicNotice", from: "2026-03-05", to: "2026-03-10" },
    { documentId: "in its place", kind: "publicNotice", from: "2026-03-10", to: "2026-03-20" },
  ])
})

test("the large sheet hangs beside the usual one", () => {
  const notice = { postedOn: "2026-03-05", endedOn: null }
  expect(hangingsOf(notice, [sheet("a4", "2026-03-05"), sheet("a3", "2026-03-06", "noticePoster")])).toEqual([
    { documentId: "a4", kind: "publicNotice", from: "2026-03-05", to: null },
    { documentId: "a3", kind: "noticePoster", from: "2026-03-06", to: null },
  ])
})

test("the archive keeps what was hung: its notice leads to that very sheet, also after a newer edition", async () => {
  const world = await aWorld()
  const { editionId, secretary, reviewer, subject } = await aReleasedEdition(world)
  const first = must(await printNotice(secretary, { editionId })).document
  const posted = { editionId, postedOn: "2026-10-08", place: "社区公示栏" }
  const { noticeId } = must(await postNotice(secretary, posted))
  world.clock.now = new Date("2026-10-10T01:00:00.000Z")
  const second = must(await printNotice(secretary, { editionId })).document
  const bytes = (await findDocument(world.db.read, world.community.id, second.id))!.content
  expect(must(await readPostedNotice(world.asStranger(), noticeId)).hung).toEqual([
    { documentId: first.id, name: "公示，第1版", from: "2026年10月8日", until: "2026年10月10日" },
    { documentId: second.id, name: "公示，第2版", from: "2026年10月10日", until: "" },
  ])
  must(await withdrawEdition(reviewer, { editionId, reason: "时限写错" }))
  const next = must(await draftEdition(secretary, subject)).editionId
  must(await releaseEdition(reviewer, { editionId: next, revision: 1 }))
  must(await printNotice(secretary, { editionId: next }))
  const nextNotice = must(await postNotice(secretary, { ...posted, editionId: next, postedOn: "2026-10-10" })).noticeId

  const kept = must(await readNoticeView(secretary, noticeId)).hung
  expect(kept.map(one => [one.documentId, one.until])).toEqual([
    [first.id, "2026年10月10日"],
    [second.id, "2026年10月10日"],
  ])
  expect((await findDocument(world.db.read, world.community.id, kept[1]!.documentId))!.content).toEqual(bytes)
  expect(must(await readNoticeView(secretary, nextNotice)).hung).toHaveLength(1)
  // On the wall hangs what holds, and nothing of the withdrawn one.
  expect((await openNoticeSheet(world.asStranger(), noticeId)).ok).toBe(false)
  expect((await openNoticeSheet(world.asStranger(), nextNotice)).ok).toBe(true)
})

test("a notice that came down keeps the days of its sheet", async () => {
  const world = await aWorld()
  const { editionId, secretary } = await aReleasedEdition(world)
  must(await printNotice(secretary, { editionId }))
  const { noticeId } = must(await postNotice(secretary, { editionId, postedOn: "2026-10-08", place: "社区公示栏" }))
  world.clock.now = new Date("2026-10-26T01:00:00.000Z")
  must(await endNotice(secretary, { noticeId, endedOn: "2026-10-24", reason: "" }))
  expect(must(await readPostedNotice(world.asStranger(), noticeId)).hung).toMatchObject([
    { from: "2026年10月8日", until: "2026年10月24日" },
  ])
})
