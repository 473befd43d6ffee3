import { expect, test } from "vitest"
import { polls } from "#db/schema/polling"
import { aWorld } from "#tests/world"
import { findTopic } from "~/agenda/store"
import { announcePoll, openPoll } from "~/polling/announcing"
import { enterBallot } from "~/polling/ballots"
import { closePoll, proclaimPoll } from "~/polling/closing"
import { listPollsDue } from "~/polling/dues"
import { editPoll } from "~/polling/polls"
import { readResult } from "~/polling/result-views"
import type { PollResult } from "~/polling/results"
import type { Answer } from "~/polling/rules"
import { aDraft, agreed, anOpenPoll, answerAll, aPaper, aPollDraft, closes, on, opens, pollOf } from "./factories"

const twelve = Array.from({ length: 12 }, (_, at) => `辛${"一二三四五六七八九十甲乙"[at]}`)
const times = (count: number, answer: Answer | null) => Array.from({ length: count }, () => answer)

test.each([
  // Exactly two thirds take part, and five of eight agree.
  [[...times(5, "for"), ...times(3, "against")], "passed", "agreed"],
  // One fewer takes part: seven of twelve, though all of them agree.
  [times(7, "for"), "notPassed", "tooFewTookPart"],
  // Exactly half of those who took part is not more than half.
  [[...times(4, "for"), ...times(4, "against")], "notPassed", "notEnoughAgreed"],
  // 弃权 takes part and does not agree.
  [[...times(5, "for"), ...times(5, "abstain")], "notPassed", "notEnoughAgreed"],
  // An invalid paper takes no part by this rule.
  [[...times(7, "for"), "invalid" as const], "notPassed", "tooFewTookPart"],
  [[], "notPassed", "tooFewTookPart"],
])("of twelve owners %j comes to %s, %s", async (given, outcome, reason) => {
  const world = await aWorld()
  const { ctx, other, pollId, topicId } = await anOpenPoll(world, { owners: twelve })
  await answerAll({ ctx, other, pollId }, given)
  on(world, "2026-11-03")
  expect(agreed(await closePoll(ctx, { pollId }))).toEqual({ outcome })
  const result = (await pollOf(ctx, pollId)).result as PollResult
  expect(result).toMatchObject({ form: "owners", outcome, decision: { reason, byRule: null } })
  const view = agreed(await readResult(ctx, pollId))
  expect(view.groups[0]?.lights).toHaveLength(4)
  expect(view.groups[0]?.lights[0]).toMatchObject({ whole: "12", article: expect.stringContaining("第二百七十八条") })
  agreed(await proclaimPoll(ctx, { pollId }))
  expect(await findTopic(ctx.db.read, ctx.community.id, topicId)).toMatchObject({
    state: "decided",
    outcome: outcome === "passed" ? "agreed" : "notAgreed",
  })
})

test("it is not counted while papers wait for a check, nor before the last day is over", async () => {
  const world = await aWorld()
  const { ctx, other, pollId } = await anOpenPoll(world)
  await answerAll({ ctx, other, pollId }, ["for", "for"])
  agreed(await enterBallot(ctx, { pollId, ordinal: 3, paper: aPaper() }))
  on(world, "2026-11-03")
  expect(await closePoll(ctx, { pollId })).toMatchObject({ code: "papers_unchecked", detail: { unchecked: 1 } })
  on(world, closes)
  const { ctx: second, other: reader, pollId: id } = await anOpenPoll(await aWorld())
  await answerAll({ ctx: second, other: reader, pollId: id }, ["for", "for"])
  expect(await closePoll(second, { pollId: id })).toMatchObject({
    code: "poll_still_open",
    detail: { closesOn: closes, missing: 4 },
  })
})

test("when all papers are back it may be counted early", async () => {
  const { ctx, other, pollId } = await anOpenPoll(await aWorld())
  await answerAll({ ctx, other, pollId }, times(6, "for"))
  expect(agreed(await closePoll(ctx, { pollId }))).toEqual({ outcome: "passed" })
})

test("it is counted once and proclaimed once, however many press at the same time", async () => {
  const { ctx, other, pollId } = await anOpenPoll(await aWorld())
  await answerAll({ ctx, other, pollId }, times(6, "for"))
  const closed = await Promise.all([1, 2, 3].map(() => closePoll(ctx, { pollId })))
  expect(closed.filter(one => one.ok)).toHaveLength(1)
  expect(closed.filter(one => !one.ok && one.code === "poll_moved_on")).toHaveLength(2)
  const proclaimed = await Promise.all([1, 2].map(() => proclaimPoll(ctx, { pollId })))
  expect(proclaimed.filter(one => one.ok)).toHaveLength(1)
  expect(await pollOf(ctx, pollId)).toMatchObject({ state: "proclaimed" })
})

test("the database itself lets nobody change a result", async () => {
  const { ctx, other, pollId } = await anOpenPoll(await aWorld())
  await answerAll({ ctx, other, pollId }, times(6, "for"))
  agreed(await closePoll(ctx, { pollId }))
  await expect(ctx.db.tx("change", q => q.update(polls).set({ result: { outcome: "notPassed" } }))).rejects.toThrow()
})

test("a poll that is not counted is not proclaimed, and has no result to look at", async () => {
  const { ctx, pollId } = await anOpenPoll(await aWorld())
  expect(await proclaimPoll(ctx, { pollId })).toMatchObject({ code: "poll_moved_on" })
  expect(await readResult(ctx, pollId)).toMatchObject({ code: "poll_not_counted" })
})

test("住改商: one neighbour who does not answer is no consent, whatever the others say", async () => {
  const world = await aWorld()
  const draft = { opensOn: opens }
  const made = await aPollDraft(world, {
    owners: ["辛一", "辛二", "辛三"],
    answers: { subject: "convert" },
    poll: { preset: "allConcerned" },
    draft,
  })
  const { ctx, pollId, buildingId } = made
  expect(await announcePoll(ctx, { pollId, version: 2 })).toMatchObject({ code: "poll_scope_missing" })
  const scope = { buildingIds: [buildingId], unitIds: [] }
  agreed(await editPoll(ctx, { pollId, version: 2, ...aDraft({ ...draft, scope }) }))
  agreed(await announcePoll(ctx, { pollId, version: 3 }))
  on(world, opens)
  agreed(await openPoll(ctx, { pollId }))
  await answerAll({ ctx, other: await world.as("reviewer"), pollId }, ["for", "for"])
  on(world, "2026-11-03")
  expect(agreed(await closePoll(ctx, { pollId }))).toEqual({ outcome: "notPassed" })
  const view = agreed(await readResult(ctx, pollId))
  expect(view.groups[0]?.lights).toMatchObject([{ have: "2", whole: "3", met: false }])
  expect(view.sentences.join("")).toContain("没有答复不等于同意")
})

test("whoever may only read neither counts nor proclaims", async () => {
  const world = await aWorld()
  const { pollId } = await anOpenPoll(world)
  for (const role of ["reviewer", "viewer", "administrator"] as const) {
    const ctx = await world.as(role)
    expect(await closePoll(ctx, { pollId })).toMatchObject({ code: "forbidden" })
    expect(await proclaimPoll(ctx, { pollId })).toMatchObject({ code: "forbidden" })
  }
  expect(await readResult(await world.as("handler"), pollId)).toMatchObject({ code: "forbidden" })
})

test("the desk hears what is due: the check of what was entered, then the counting, then the proclamation", async () => {
  const world = await aWorld()
  const { ctx, other, pollId } = await anOpenPoll(world)
  const due = async (today: string) => (await listPollsDue(ctx.db.read, ctx.community.id, today))[0]
  expect(await due(opens)).toMatchObject({ pollId, what: "enter", dueOn: closes, isLate: false })
  agreed(await enterBallot(ctx, { pollId, ordinal: 1, paper: aPaper() }))
  expect(await due(opens)).toMatchObject({ what: "check", papers: 1 })
  await answerAll({ ctx, other, pollId }, [null, "for", "for", "for", "for", "for"])
  expect(await due(opens)).toMatchObject({ what: "check" })
  expect(await due("2026-11-03")).toMatchObject({ what: "check", isLate: true })
})
