import { expect, test } from "vitest"
import { aWorld } from "#tests/world"
import { formatFollowCode, makeFollowCode, readFollowCode, takeFollowCodes } from "~/intake/follow-codes"
import { readIssue } from "~/intake/issue-views"
import { reportIssue } from "~/intake/issues"
import { listIssues } from "~/intake/ledger"
import { findIssueByFollowCode } from "~/intake/store"
import { anEntry } from "./factories"

test("a code has ten digits, however small the number drawn", () => {
  expect(makeFollowCode(() => 7)).toBe("0000000007")
  expect(makeFollowCode(below => below - 1)).toBe("9999999999")
  expect(makeFollowCode()).toMatch(/^\d{10}$/)
})

test("a code is printed in groups, and read however it is typed", () => {
  expect(formatFollowCode("3841295607")).toBe("3841 2956 07")
  for (const typed of ["3841 2956 07", "3841-2956-07", "３８４１２９５６０７", " 3841295607 "])
    expect([typed, readFollowCode(typed)]).toEqual([typed, "3841295607"])
  for (const typed of ["", "384129560", "38412956071", "振社问〔2026〕1号", "abcdefghij"])
    expect([typed, readFollowCode(typed)]).toEqual([typed, null])
})

test("every report has a code of its own, and leads back to its issue in this community only", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const one = await reportIssue(ctx, anEntry(), true)
  const other = await reportIssue(ctx, anEntry(), true)
  if (!one.ok || !other.ok) throw new Error("not reported")
  expect(one.value.number).toBe("振社问〔2026〕1号")
  expect(one.value.followCode).not.toBe(other.value.followCode)
  const found = await findIssueByFollowCode(ctx.db.read, ctx.community.id, one.value.followCode)
  expect(found?.id).toBe(one.value.issueId)
  expect(await findIssueByFollowCode(ctx.db.read, "elsewhere", one.value.followCode)).toBe(null)
})

test("codes that are taken are drawn again", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const made = await reportIssue(ctx, anEntry(), true)
  const codes = await takeFollowCodes(ctx.db.read, ctx.community.id, 600)
  expect(new Set(codes).size).toBe(600)
  expect(made.ok && codes.includes(made.value.followCode)).toBe(false)
})

test("the code is shown to those who work on issues, and to nobody who only looks", async () => {
  const world = await aWorld()
  const made = await reportIssue(await world.as("secretary"), anEntry(), true)
  if (!made.ok) throw new Error(made.code)
  const { issueId, followCode } = made.value
  for (const role of ["secretary", "gridWorker"] as const) {
    const seen = await readIssue(await world.as(role), issueId)
    expect(seen.ok && seen.value.followCode).toBe(formatFollowCode(followCode))
  }
  for (const role of ["administrator", "reviewer", "viewer"] as const) {
    const seen = await readIssue(await world.as(role), issueId)
    const listed = await listIssues(await world.as(role), {})
    expect(JSON.stringify([seen, listed])).not.toMatch(new RegExp(`${followCode}|${formatFollowCode(followCode)}`))
  }
})
