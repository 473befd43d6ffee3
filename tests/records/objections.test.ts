import { expect, test } from "vitest"
import { must } from "#tests/chamber/factories"
import type { Result } from "~/law/result"
import { listObjections } from "~/records/notice-store"
import { endNotice } from "~/records/notices"
import { answerObjection, readObjectionByFollowCode, receiveObjection } from "~/records/objections"
import { listPostedNotices, readPostedNotice } from "~/records/public-board"
import { withdrawEdition } from "~/records/public-editions"
import { listAuditEntries } from "~/registry/store"
import { aWorld } from "../world"
import { aPostedNotice } from "./edition-factories"

const codeOf = (result: Result<unknown>) => (result.ok ? "done" : result.code)
const entry = { name: "寅女士", phone: "13900000009", content: "电梯井挡了我家的窗", means: "board" as const }

test("anyone objects to what hangs, is given a code and answered within three days", async () => {
  const world = await aWorld()
  const { noticeId, secretary } = await aPostedNotice(world)
  const { objectionId, followCode, dueOn } = must(await receiveObjection(world.asStranger(), { noticeId, ...entry }))
  expect(followCode).toMatch(/^\d{10}$/)
  // Thursday and three days is Sunday: Monday.
  expect(dueOn).toBe("2026-10-12")
  const follow = async () => must(await readObjectionByFollowCode(world.asStranger(), followCode))
  expect(await follow()).toEqual({
    noticeId,
    noticeTitle: "关于3号楼加装电梯的协商意见",
    content: "电梯井挡了我家的窗",
    receivedOn: "2026年10月8日",
    dueOn: "2026年10月12日",
    answer: "",
    answeredOn: "",
    isLate: false,
  })
  expect(codeOf(await answerObjection(await world.as("viewer"), { objectionId, answer: "好" }))).toBe("forbidden")
  expect(codeOf(await answerObjection(secretary, { objectionId, answer: " " }))).toBe("objection_answer_empty")
  must(await answerObjection(secretary, { objectionId, answer: "设计已经改到北侧。" }))
  expect(codeOf(await answerObjection(secretary, { objectionId, answer: "再答" }))).toBe("objection_answered")
  expect(await follow()).toMatchObject({ answer: "设计已经改到北侧。", answeredOn: "2026年10月8日" })
  expect(await listPostedNotices(world.asStranger())).toMatchObject([{ objections: { received: 1, answered: 1 } }])
})

test("a code is read with the spaces it was printed with, and no other opens anything", async () => {
  const world = await aWorld()
  const { noticeId } = await aPostedNotice(world)
  const { followCode } = must(await receiveObjection(world.asStranger(), { noticeId, ...entry }))
  const spaced = followCode.replace(/^(\d{4})(\d{4})/, "$1 $2 ")
  expect(codeOf(await readObjectionByFollowCode(world.asStranger(), spaced))).toBe("done")
  for (const wrong of ["", "123", "0000000000", "%"])
    expect(codeOf(await readObjectionByFollowCode(world.asStranger(), wrong))).toBe("not_found")
})

test("one that is not answered in time is late", async () => {
  const world = await aWorld()
  const { noticeId, secretary } = await aPostedNotice(world)
  const { followCode, objectionId } = must(await receiveObjection(world.asStranger(), { noticeId, ...entry }))
  world.clock.now = new Date("2026-10-13T01:00:00.000Z")
  expect(must(await readObjectionByFollowCode(world.asStranger(), followCode)).isLate).toBe(true)
  must(await answerObjection(secretary, { objectionId, answer: "迟了，抱歉。" }))
  const log = await listAuditEntries(world.db.read, world.community.id, [{ kind: "notice", ids: [noticeId] }])
  expect(log.at(-1)).toMatchObject({ action: "objection.answered", detail: { isLate: true } })
})

test("staff write down what was said to them; others may not in their name", async () => {
  const world = await aWorld()
  const { noticeId, secretary } = await aPostedNotice(world)
  expect(codeOf(await receiveObjection(secretary, { noticeId, ...entry, means: "staff" }))).toBe("done")
  expect(codeOf(await receiveObjection(world.asStranger(), { noticeId, ...entry, means: "staff" }))).toBe("forbidden")
  expect(codeOf(await receiveObjection(secretary, { noticeId, ...entry, content: "" }))).toBe("objection_empty")
})

test("objections are received while the notice hangs, its last day included", async () => {
  const world = await aWorld()
  const { noticeId, secretary } = await aPostedNotice(world)
  world.clock.now = new Date("2026-10-23T08:00:00.000Z")
  expect(codeOf(await receiveObjection(world.asStranger(), { noticeId, ...entry }))).toBe("done")
  world.clock.now = new Date("2026-10-24T01:00:00.000Z")
  expect(codeOf(await receiveObjection(world.asStranger(), { noticeId, ...entry }))).toBe("objection_too_late")
  must(await endNotice(secretary, { noticeId, endedOn: "2026-10-24", reason: "" }))
  expect(codeOf(await receiveObjection(world.asStranger(), { noticeId, ...entry }))).toBe("objection_too_late")
})

test("the objector's name and phone are for staff only: not in the log, not on the board, not behind the code", async () => {
  const world = await aWorld()
  const { noticeId } = await aPostedNotice(world)
  const { followCode } = must(await receiveObjection(world.asStranger(), { noticeId, ...entry }))
  const log = await listAuditEntries(world.db.read, world.community.id, [{ kind: "notice", ids: [noticeId] }])
  expect(log.at(-1)).toMatchObject({ action: "objection.received", actorName: "居民" })
  const seen = [
    log,
    await readPostedNotice(world.asStranger(), noticeId),
    await readObjectionByFollowCode(world.asStranger(), followCode),
  ]
  expect(JSON.stringify(seen)).not.toMatch(/寅女士|13900000009/)
  expect(await listObjections(world.db.read, world.community.id, [noticeId])).toMatchObject([{ name: "寅女士" }])
})

test("behind the code of a withdrawn edition its title is gone", async () => {
  const world = await aWorld()
  const { noticeId, editionId, reviewer } = await aPostedNotice(world)
  const { followCode } = must(await receiveObjection(world.asStranger(), { noticeId, ...entry }))
  must(await withdrawEdition(reviewer, { editionId, reason: "写错了" }))
  expect(must(await readObjectionByFollowCode(world.asStranger(), followCode)).noticeTitle).toBe("（公示已撤回）")
  expect(codeOf(await receiveObjection(world.asStranger(), { noticeId, ...entry }))).toBe("not_found")
})
