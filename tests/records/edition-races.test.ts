import { expect, test } from "vitest"
import { must } from "#tests/chamber/factories"
import { cancelMeeting } from "~/convening/meetings"
import type { Result } from "~/law/result"
import { printNotice } from "~/records/edition-sheets"
import { postNotice } from "~/records/notices"
import { listPostedNotices } from "~/records/public-board"
import { draftEdition, releaseEdition, withdrawEdition } from "~/records/public-editions"
import { listDocuments } from "~/registry/document-store"
import type { Ctx } from "~/web/context"
import { aConvenedMeeting } from "../convening/factories"
import { aWorld } from "../world"
import { aReleasedEdition } from "./edition-factories"

const codeOf = (result: Result<unknown>) => (result.ok ? "done" : result.code)

/** The same person, to whom something happens just before the next write begins. */
const overtakenBy = (ctx: Ctx, happening: () => Promise<unknown>): Ctx => {
  let isOver = false
  const tx: Ctx["db"]["tx"] = async (lock, work) => {
    if (!isOver) {
      isOver = true
      await happening()
    }
    return ctx.db.tx(lock, work)
  }
  return { ...ctx, db: { ...ctx.db, tx } }
}

test("a sheet that was still being drawn when its edition was withdrawn is not kept as one that holds", async () => {
  const world = await aWorld()
  const { secretary, reviewer, editionId } = await aReleasedEdition(world)
  const slow = overtakenBy(secretary, async () =>
    must(await withdrawEdition(reviewer, { editionId, reason: "第二项写错" })),
  )
  expect(codeOf(await printNotice(slow, { editionId }))).toBe("edition_not_released")
  expect(await listDocuments(world.db.read, world.community.id, { kind: "publicEdition", id: editionId })).toEqual([])
})

test("nobody is called to a meeting that was called off meanwhile, and a notice that hangs already says so", async () => {
  const world = await aWorld()
  const secretary = await world.as("secretary")
  const reviewer = await world.as("reviewer")
  const cancel = async (meetingId: string) => must(await cancelMeeting(secretary, { meetingId, reason: "场地停电" }))
  const draft = async () => {
    const { meetingId } = await aConvenedMeeting(world)
    const { editionId } = must(await draftEdition(secretary, { kind: "convocation", subjectId: meetingId }))
    return { meetingId, editionId, release: () => releaseEdition(reviewer, { editionId, revision: 1 }) }
  }
  const post = (editionId: string) => postNotice(secretary, { editionId, postedOn: "2026-10-08", place: "社区公示栏" })

  const first = await draft()
  await cancel(first.meetingId)
  expect(codeOf(await first.release())).toBe("announced_meeting_cancelled")

  const second = await draft()
  must(await second.release())
  await cancel(second.meetingId)
  expect(codeOf(await post(second.editionId))).toBe("announced_meeting_cancelled")

  const third = await draft()
  must(await third.release())
  must(await post(third.editionId))
  await cancel(third.meetingId)
  expect(await listPostedNotices(world.asStranger())).toMatchObject([{ outcomeWord: "会议已取消" }])
})
