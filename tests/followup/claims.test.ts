import { describe, expect, test } from "vitest"
import { aFinalAnswer, anAnswer, anIssue } from "#tests/intake/factories"
import { aWorld } from "#tests/world"
import { auditWords } from "~/audit-words"
import { claimNeed, endClaim, finishClaim, reportClaim } from "~/followup/claims/claiming"
import { addResource, editResource, endResource } from "~/followup/claims/resources"
import { findStandingClaim, readClaim, readClaimBoard, readResource, readWishToClaim } from "~/followup/claims/views"
import { reopenIssue } from "~/intake/reopening"
import { answerIssue, sortIssue } from "~/intake/sorting"
import { registerOrganization } from "~/people/organizations"
import { readTimeline } from "~/registry/timeline"
import { aClaim, aResource, aResourceEntry, aWish, codeOf, must } from "./factories"

const anOffice = async () => {
  const world = await aWorld()
  return { world, secretary: await world.as("secretary") }
}
const entryFor = (issueId: string) => ({
  issueId,
  resourceId: null,
  claimant: "甲乙眼镜店",
  content: "验光后送到家",
  dueOn: "2026-10-18",
})

describe("resources", () => {
  test("are numbered and listed, and bring the contact of the register along", async () => {
    const { secretary } = await anOffice()
    const contact = { contactName: "甲经理", contactPhone: "13900000021", address: "", note: "" }
    must(await registerOrganization(secretary, { name: "甲乙眼镜店", kind: "partner", ...contact }))
    const resourceId = await aResource(secretary, { contactName: "", contactPhone: "" })
    expect(must(await readResource(secretary, resourceId))).toMatchObject({
      number: "振社资〔2026〕1号",
      provider: "甲乙眼镜店",
      contactName: "甲经理",
      contactPhone: "13900000021",
      state: "offered",
    })
  })

  test("whom to call is shown to those who read issues only", async () => {
    const { world, secretary } = await anOffice()
    const resourceId = await aResource(secretary)
    const seen = must(await readResource(await world.as("handler"), resourceId))
    expect(JSON.stringify(seen)).not.toMatch(/13900000021|甲经理/)
  })

  test.each([
    ["resource_provider_missing", { provider: "" }],
    ["resource_content_missing", { content: "" }],
    ["resource_contact_missing", { contactName: "" }],
    ["resource_until_past", { until: "2026-10-07" }],
  ])("are refused with %s", async (code, wrong) => {
    const { secretary } = await anOffice()
    expect(codeOf(await addResource(secretary, aResourceEntry(wrong)))).toBe(code)
  })

  test("the second of two editors is told what stands there now", async () => {
    const { secretary } = await anOffice()
    const resourceId = await aResource(secretary)
    must(await editResource(secretary, { ...aResourceEntry({ content: "免费修眼镜" }), resourceId, version: 1 }))
    const late = await editResource(secretary, { ...aResourceEntry(), resourceId, version: 1 })
    expect(late).toMatchObject({
      code: "changed_meanwhile",
      detail: { changes: [{ label: "可供资源", now: "免费修眼镜" }] },
    })
  })

  test("what is no longer offered, or whose day is over, meets no wish", async () => {
    const { world, secretary } = await anOffice()
    const issueId = await aWish(secretary)
    const ended = await aResource(secretary)
    expect(codeOf(await endResource(secretary, { resourceId: ended, reason: "" }))).toBe("resource_reason_missing")
    must(await endResource(secretary, { resourceId: ended, reason: "活动结束" }))
    expect(codeOf(await endResource(secretary, { resourceId: ended, reason: "活动结束" }))).toBe("resource_ended")
    expect(codeOf(await claimNeed(secretary, { ...entryFor(issueId), resourceId: ended }))).toBe("resource_ended")
    const over = await aResource(secretary, { until: "2026-10-09" })
    world.clock.now = new Date("2026-10-10T01:00:00.000Z")
    expect(codeOf(await claimNeed(secretary, { ...entryFor(issueId), resourceId: over }))).toBe("resource_over")
    expect(must(await readWishToClaim(secretary, issueId)).resources).toEqual([])
  })
})

describe("claims", () => {
  test("a wish is taken up once; the same again is the same project, a second taker is refused", async () => {
    const { secretary } = await anOffice()
    const issueId = await aWish(secretary)
    const first = must(await claimNeed(secretary, entryFor(issueId)))
    expect(first.number).toBe("振社项〔2026〕1号")
    expect(must(await claimNeed(secretary, entryFor(issueId)))).toEqual(first)
    expect(codeOf(await claimNeed(secretary, { ...entryFor(issueId), claimant: "丙丁药房" }))).toBe("wish_claimed")
  })

  test("two takers at once: one has it", async () => {
    const { secretary } = await anOffice()
    const issueId = await aWish(secretary)
    const taken = await Promise.all(
      ["甲店", "乙店", "丙店"].map(claimant => claimNeed(secretary, { ...entryFor(issueId), claimant })),
    )
    expect(taken.map(codeOf).toSorted()).toEqual(["done", "wish_claimed", "wish_claimed"])
  })

  test("only a sorted wish is taken up", async () => {
    const { secretary } = await anOffice()
    expect(codeOf(await claimNeed(secretary, entryFor(await anIssue(secretary))))).toBe("issue_not_wish")
    const answered = await aWish(secretary)
    must(await answerIssue(secretary, { issueId: answered, answer: aFinalAnswer() }))
    expect(codeOf(await claimNeed(secretary, entryFor(answered)))).toBe("issue_not_wish")
    expect(codeOf(await claimNeed(secretary, entryFor(crypto.randomUUID())))).toBe("not_found")
  })

  test.each([
    ["claimant_missing", { claimant: "" }],
    ["claim_content_missing", { content: "" }],
    ["due_date_missing", { dueOn: "" }],
    ["due_in_past", { dueOn: "2026-10-07" }],
    ["not_found", { resourceId: "nowhere" }],
  ])("are refused with %s", async (code, wrong) => {
    const { secretary } = await anOffice()
    expect(codeOf(await claimNeed(secretary, { ...entryFor(await aWish(secretary)), ...wrong }))).toBe(code)
  })

  test("progress is kept, and what was given up waits for somebody again", async () => {
    const { secretary } = await anOffice()
    const issueId = await aWish(secretary)
    const claimId = await aClaim(secretary, { issueId })
    expect(must(await readClaimBoard(secretary)).waiting).toEqual([])
    expect(codeOf(await reportClaim(secretary, { claimId, progress: "" }))).toBe("claim_progress_missing")
    must(await reportClaim(secretary, { claimId, progress: "已验光" }))
    expect(must(await readClaim(secretary, claimId))).toMatchObject({
      state: "doing",
      progress: "已验光",
      canMove: true,
    })
    expect(codeOf(await endClaim(secretary, { claimId, reason: "" }))).toBe("claim_reason_missing")
    must(await endClaim(secretary, { claimId, reason: "店面搬走了" }))
    expect(codeOf(await reportClaim(secretary, { claimId, progress: "又开门了" }))).toBe("claim_moved_on")
    expect(must(await readClaimBoard(secretary)).waiting.map(wish => wish.issueId)).toEqual([issueId])
    expect(codeOf(await claimNeed(secretary, { ...entryFor(issueId), claimant: "丙丁药房" }))).toBe("done")
  })

  test("finishing leaves the wish open until its proposer is answered at the issue", async () => {
    const { secretary } = await anOffice()
    const issueId = await aWish(secretary)
    const claimId = await aClaim(secretary, { issueId })
    expect(codeOf(await finishClaim(secretary, { claimId, result: "", doneOn: "2026-10-08" }))).toBe(
      "claim_result_missing",
    )
    for (const doneOn of ["2026-10-07", "2026-10-09", "", "2026-02-30"])
      expect(codeOf(await finishClaim(secretary, { claimId, result: "送到了", doneOn })), doneOn).toBe(
        "claim_done_date",
      )
    must(await finishClaim(secretary, { claimId, result: "送到了", doneOn: "2026-10-08" }))
    expect(must(await readClaim(secretary, claimId))).toMatchObject({ state: "done", toAnswer: true, canMove: false })
    expect(must(await readClaimBoard(secretary))).toMatchObject({ waiting: [], toAnswer: [{ issueId }] })
    expect(codeOf(await claimNeed(secretary, entryFor(issueId)))).toBe("wish_awaits_answer")
    must(await answerIssue(secretary, { issueId, answer: aFinalAnswer() }))
    expect(must(await readClaim(secretary, claimId)).toAnswer).toBe(false)
    expect(must(await readClaimBoard(secretary)).toAnswer).toEqual([])
  })

  test("whoever comes to take up what somebody has is led to that project", async () => {
    const { world, secretary } = await anOffice()
    const issueId = await aWish(secretary)
    expect(await findStandingClaim(secretary, issueId)).toBeNull()
    const claimId = await aClaim(secretary, { issueId })
    expect(await findStandingClaim(secretary, issueId)).toBe(claimId)
    expect(await findStandingClaim(await world.as("viewer"), issueId)).toBeNull()
    must(await finishClaim(secretary, { claimId, result: "送到了", doneOn: "2026-10-08" }))
    expect(await findStandingClaim(secretary, issueId)).toBe(claimId)
    must(await answerIssue(secretary, { issueId, answer: aFinalAnswer() }))
    expect(await findStandingClaim(secretary, issueId)).toBeNull()
  })

  test("a wish that was reopened after its answer can be taken up anew", async () => {
    const { secretary } = await anOffice()
    const issueId = await aWish(secretary)
    const claimId = await aClaim(secretary, { issueId })
    must(await finishClaim(secretary, { claimId, result: "送到了", doneOn: "2026-10-08" }))
    must(await answerIssue(secretary, { issueId, answer: aFinalAnswer() }))
    must(await reopenIssue(secretary, { issueId, reason: "度数不对" }))
    must(await sortIssue(secretary, { issueId, sorting: { triage: "wish", reason: "重配", firstAnswer: anAnswer() } }))
    expect(codeOf(await claimNeed(secretary, entryFor(issueId)))).toBe("done")
  })

  test("everybody who reads tasks sees them, only the secretary writes", async () => {
    const { world, secretary } = await anOffice()
    const claimId = await aClaim(secretary)
    const resourceId = await aResource(secretary)
    for (const role of ["administrator", "gridWorker", "handler", "reviewer", "viewer", "delegate"] as const) {
      const ctx = await world.as(role)
      expect(codeOf(await readClaimBoard(ctx)), role).toBe("done")
      expect(must(await readClaim(ctx, claimId)).canMove, role).toBe(false)
      const tries = [
        addResource(ctx, aResourceEntry()),
        editResource(ctx, { ...aResourceEntry(), resourceId, version: 1 }),
        endResource(ctx, { resourceId, reason: "不办了" }),
        claimNeed(ctx, entryFor(await aWish(secretary))),
        reportClaim(ctx, { claimId, progress: "好" }),
        finishClaim(ctx, { claimId, result: "好", doneOn: "2026-10-08" }),
        endClaim(ctx, { claimId, reason: "不办了" }),
      ]
      expect((await Promise.all(tries)).map(codeOf), role).toEqual(tries.map(() => "forbidden"))
    }
    expect(codeOf(await readClaimBoard(world.asStranger()))).toBe("forbidden")
  })

  test("the log tells the story of a project in sentences", async () => {
    const { secretary } = await anOffice()
    const resourceId = await aResource(secretary)
    const claimId = await aClaim(secretary, { resourceId })
    must(await reportClaim(secretary, { claimId, progress: "已验光" }))
    must(await finishClaim(secretary, { claimId, result: "送到了", doneOn: "2026-10-08" }))
    const told = await readTimeline(secretary, auditWords, [{ kind: "claim", ids: [claimId] }])
    expect(told.map(entry => entry.what).toReversed()).toEqual([
      "甲乙眼镜店认领“想要一副老花镜”（振社项〔2026〕1号），2026年10月18日前办好：验光后送到家；用资源振社资〔2026〕1号",
      "甲乙眼镜店认领的“想要一副老花镜”报进展：已验光",
      "甲乙眼镜店认领的“想要一副老花镜”2026年10月8日完成：送到了",
    ])
  })
})
