import { expect, test } from "vitest"
import { aReadyTopic } from "#tests/agenda/factories"
import { aFinalAnswer } from "#tests/intake/factories"
import { readText } from "#tests/templates/read-pdf"
import { aWorld } from "#tests/world"
import {
  fileHandOut,
  listHandOuts,
  opinionForm,
  previewHandOut,
  satisfactionFormOfIssue,
  satisfactionFormOfTask,
} from "~/followup/hand-outs"
import { finishTask, signForTask } from "~/followup/working"
import { readIssue } from "~/intake/issue-views"
import { answerIssue } from "~/intake/sorting"
import { readDocument } from "~/records/document-reading"
import { aReferredIssue, aTaskOfIssue, codeOf, must } from "./factories"

test("the opinion form carries the proposal in force; worded anew it is the next version", async () => {
  const world = await aWorld()
  const secretary = await world.as("secretary")
  const topicId = await aReadyTopic(secretary)
  const handOut = must(await opinionForm(secretary, topicId))
  const { document } = must(await fileHandOut(secretary, handOut))
  expect(document).toMatchObject({ kind: "opinionForm", subjectKind: "topic", subjectId: topicId, version: 1 })
  const text = readText(new Uint8Array(must(await readDocument(secretary, document.id)).content))
  for (const words of ["振兴社区民情征求意见表", "楼道堆物怎么清", "每栋设一处临时堆放点", "收回（份）"])
    expect(text).toContain(words)
  expect(must(await fileHandOut(secretary, handOut)).document.id, "printed again").toBe(document.id)
  expect(await listHandOuts(secretary, handOut)).toHaveLength(1)
  expect(
    Buffer.compare(
      must(await previewHandOut(secretary, handOut)),
      must(await readDocument(secretary, document.id)).content,
    ),
  ).toBe(0)
})

test("without a proposal there is nothing to ask about", async () => {
  const secretary = await (await aWorld()).as("secretary")
  const topicId = await aReadyTopic(secretary, { proposal: null })
  expect(codeOf(await opinionForm(secretary, topicId))).toBe("opinion_without_proposal")
})

test("the satisfaction form of an issue says what was answered, and leads its proposer to the follow page", async () => {
  const world = await aWorld()
  const secretary = { ...(await world.as("secretary")), publicOrigin: "https://yishi.example" }
  const issueId = await aReferredIssue(secretary)
  must(await answerIssue(secretary, { issueId, answer: aFinalAnswer() }))
  const code = must(await readIssue(secretary, issueId)).followCode!
  const { facts } = must(await satisfactionFormOfIssue(secretary, issueId))
  expect(facts).toMatchObject({
    number: "振社问〔2026〕1号",
    handler: "市政养护所",
    outcome: "已经办好。（2026年10月8日答复）",
    follow: {
      code,
      url: `https://yishi.example/c/${secretary.community.slug}/board/follow/${code.replaceAll(" ", "")}`,
    },
  })
})

test("the satisfaction form of a task says how much is done; its code is for those who work on issues", async () => {
  const world = await aWorld()
  const secretary = { ...(await world.as("secretary")), publicOrigin: null }
  const taskId = await aTaskOfIssue(secretary, await aReferredIssue(secretary))
  expect(must(await satisfactionFormOfTask(secretary, taskId)).facts.outcome).toBe("")
  must(await signForTask(secretary, { taskId }))
  must(await finishTask(secretary, { taskId }))
  const handOut = must(await satisfactionFormOfTask(secretary, taskId))
  expect(handOut.facts).toMatchObject({
    number: "振社办〔2026〕1号",
    matter: "更换井盖",
    outcome: "2026年10月8日完工，3/3处，待验收",
    follow: { url: null },
  })
  const { document } = must(await fileHandOut(secretary, handOut))
  expect(codeOf(await readDocument(await world.as("gridWorker"), document.id))).toBe("done")
  for (const role of ["handler", "delegate", "viewer", "reviewer"] as const)
    expect(codeOf(await readDocument(await world.as(role), document.id)), role).toBe("forbidden")
})

test("only the office makes them", async () => {
  const world = await aWorld()
  const secretary = await world.as("secretary")
  const topicId = await aReadyTopic(secretary)
  const issueId = await aReferredIssue(secretary)
  const taskId = await aTaskOfIssue(secretary, issueId)
  for (const role of ["administrator", "gridWorker", "handler", "reviewer", "viewer", "delegate"] as const) {
    const ctx = await world.as(role)
    const made = [opinionForm(ctx, topicId), satisfactionFormOfIssue(ctx, issueId), satisfactionFormOfTask(ctx, taskId)]
    expect((await Promise.all(made)).map(codeOf), role).toEqual(["forbidden", "forbidden", "forbidden"])
  }
  expect(codeOf(await satisfactionFormOfTask(secretary, crypto.randomUUID()))).toBe("not_found")
})
