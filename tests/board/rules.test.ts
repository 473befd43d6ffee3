import { expect, test } from "vitest"
import { type FollowedFacts, headlineOf, momentsOf, type TalkFacts } from "~/board/rules"

const anIssue = (overrides: Partial<FollowedFacts> = {}): FollowedFacts => ({
  state: "sorted",
  isClosed: false,
  mergedInto: false,
  reportedDay: "2026-10-08",
  supporterCount: 1,
  answers: [],
  ...overrides,
})
const noTalks: TalkFacts = { topic: null, meetings: [], blocked: [] }
const aTopic = (state: string, outcome: string | null = null) => ({
  madeOn: "2026-10-09",
  state,
  outcome,
  returnOn: null,
})
const anAnswer = (kind: "first" | "final", answeredOn: string, resolved = true) => ({
  kind,
  content: `${kind}的答复`,
  answeredOn,
  resolved,
})

test("where a matter stands is said by the furthest thing that happened", () => {
  const titles = [
    headlineOf(anIssue({ state: "reported" }), [], noTalks),
    headlineOf(anIssue({ state: "accepted" }), [], noTalks),
    headlineOf(anIssue(), [], noTalks),
    headlineOf(anIssue(), [], { ...noTalks, topic: aTopic("proposed") }),
    headlineOf(anIssue(), [], {
      ...noTalks,
      topic: aTopic("scheduled"),
      meetings: [{ id: "1", on: "2026-10-12", isOver: false }],
    }),
    headlineOf(anIssue(), [], { ...noTalks, topic: aTopic("fieldwork", "needsFieldwork") }),
    headlineOf(anIssue(), [], { ...noTalks, topic: aTopic("decided", "notAgreed") }),
    headlineOf(anIssue(), [], { ...noTalks, topic: aTopic("decided", "agreed") }),
    headlineOf(anIssue(), [{ state: "doing", isLate: false }], { ...noTalks, topic: aTopic("decided", "agreed") }),
    headlineOf(anIssue(), [{ state: "blocked", isLate: false }], noTalks),
    headlineOf(anIssue(), [{ state: "satisfied", isLate: false }], noTalks),
  ].map(headline => headline.title)
  expect(titles).toEqual([
    "已收到",
    "已受理",
    "正在办",
    "准备商量",
    "等着商量",
    "先去现场看",
    "会上没有同意",
    "会上已商定",
    "正在办",
    "遇到困难",
    "已完工",
  ])
})

test("a closed matter says 已办结 only when the trouble is gone, else 已答复", () => {
  const closed = (resolved: boolean) =>
    headlineOf(
      anIssue({ state: "closed", isClosed: true, answers: [anAnswer("final", "2026-10-10", resolved)] }),
      [],
      noTalks,
    ).title
  expect([closed(true), closed(false)]).toEqual(["已办结", "已答复"])
})

test("a matter opened again after its final answer is being dealt with anew", () => {
  const issue = anIssue({ state: "accepted", answers: [anAnswer("final", "2026-10-10")] })
  expect(headlineOf(issue, [], noTalks).title).toBe("重新办理")
})

test("the way of a matter is told from the last word to the first; what failed is said without saying whose fault", () => {
  const moments = momentsOf(
    anIssue({
      supporterCount: 15,
      answers: [anAnswer("first", "2026-10-09"), anAnswer("final", "2026-10-30")],
    }),
    {
      topic: aTopic("decided", "agreed"),
      meetings: [
        { id: "1", on: "2026-10-12", isOver: true },
        { id: "2", on: "2026-11-12", isOver: false },
      ],
      blocked: [{ ordinal: 1, on: "2026-10-20" }],
    },
  )
  expect(moments.map(({ on, title }) => `${on} ${title}`)).toEqual([
    "2026-10-30 社区答复：办得怎样",
    "2026-10-20 原来的办法办不成",
    "2026-10-12 开会商量",
    "2026-10-09 社区答复：收到了，打算这样办",
    "2026-10-09 列为议题",
    "2026-10-08 您反映了这件事",
  ])
  expect(moments.at(-1)!.text).toBe("另有14人反映同一件事。")
})
