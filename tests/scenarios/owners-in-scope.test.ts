import { expect, test } from "vitest"
import { auditWords } from "~/audit-words"
import { fillEstates } from "~/demo/estates"
import { must } from "~/demo/must"
import {
  allowChosenBuildings,
  announcePipes,
  answerPipes,
  countPipes,
  deliverPipes,
  findKanglili,
  ownersVoteFrom,
  pipeAnswers,
  preparePipes,
  proclaimPipes,
  reportPipes,
  votersOf,
} from "~/demo/owners-vote"
import type { Story } from "~/demo/stage"
import { readMatter } from "~/desk/matter"
import { assignTaskOfIssue } from "~/followup/assigning"
import { readIssue } from "~/intake/issue-views"
import { announcePoll } from "~/polling/announcing"
import { listBallots, listSetAside } from "~/polling/ballot-store"
import { createPoll, editPoll } from "~/polling/polls"
import { readResult } from "~/polling/result-views"
import { type PollResult, resultOf } from "~/polling/results"
import { findPoll } from "~/polling/store"
import { type OwnersPollRule, readPollRule } from "~/rulebook/poll-rules"
import { aStory, topicOf } from "./telling"

const pollOf = async ({ ground }: Story, pollId: string) =>
  (await findPoll(ground.db.read, ground.community.id, pollId))!

async function aStoryOfKanglili() {
  const story = await aStory(ownersVoteFrom)
  const { ground, actors, clock, personIds, gridIds } = story
  await fillEstates({ ...ground, actor: actors.甲一! }, clock, personIds, gridIds)
  return story
}

test("the owners of three buildings decide on their maintenance fund, at the edge of two thirds", async () => {
  const story = await aStoryOfKanglili()
  const { issueId } = await reportPipes(story)
  await allowChosenBuildings(story)
  const topicId = await preparePipes(story, issueId)
  expect(await topicOf(story, [2, "11:00"], topicId)).toMatchObject({ state: "prepared" })

  // The roll: one buyer of two flats one head, co-owners one ballot, all that is unsold one head of the developer's.
  const pollId = await announcePipes(story, topicId)
  const voters = await votersOf(story, pollId)
  expect(voters).toHaveLength(34)
  expect(voters.find(voter => voter.name === "丁丑")).toMatchObject({
    unitLabels: "326栋101室、326栋502室",
    areaCm2: 723_600 + 689_000,
  })
  expect(voters.filter(voter => voter.personIds.length === 2).map(voter => voter.name)).toEqual([
    "庚午、辛未",
    "甲申、乙酉",
    "丁酉、戊戌",
  ])
  expect(voters.filter(voter => voter.personIds.length === 0)).toMatchObject([
    { name: "康乐置业", unitLabels: "326栋601室、327栋602室", areaCm2: 723_600 + 755_000 },
  ])
  expect(voters.reduce((sum, voter) => sum + voter.areaCm2, 0)).toBe(26_290_200)
  expect(await topicOf(story, [3, "10:00"], topicId)).toMatchObject({ state: "scheduled" })
  const poll = await pollOf(story, pollId)
  const rule = readPollRule(poll.ruleSnapshot!) as OwnersPollRule
  expect(rule.scope).toMatchObject({ mode: "chosenBuildings", article: expect.stringContaining("第十二条") })

  // Delivered, entered by one, read again by another; where they differ and where a second paper came both are kept.
  await deliverPipes(story, pollId)
  await answerPipes(story, pollId)
  const { read } = story.ground.db
  const ballots = await listBallots(read, story.ground.community.id, pollId)
  expect(ballots).toHaveLength(24)
  expect(ballots.every(ballot => ballot.checkedBy && ballot.checkedBy !== ballot.enteredBy)).toBe(true)
  const aside = await listSetAside(read, story.ground.community.id, pollId)
  expect(aside.map(one => one.reason)).toEqual([
    "核对时与原票不一致",
    "同一业主的第二张票：家人又交来一张，与先交的不一致",
  ])

  // Twenty-three of thirty-four: the least that two thirds are. All four lights are met.
  expect(await countPipes(story, pollId)).toEqual({ outcome: "passed" })
  const result = (await pollOf(story, pollId)).result as PollResult
  expect(result).toMatchObject({
    papers: { voters: 34, delivered: 34, returned: 24, setAside: 2 },
    decision: {
      byRule: null,
      hangsOnInvalid: false,
      count: { for: { heads: 18 }, against: { heads: 3 }, abstain: { heads: 2 }, invalid: { heads: 1 } },
      strict: {
        lights: [
          { count: 23, whole: 34, met: true },
          { unit: "area", whole: 26_290_200, met: true },
          { count: 18, whole: 23, met: true },
          { unit: "area", met: true },
        ],
      },
    },
  })
  const words = result.sentences.join("")
  expect(words).toContain("34人中有23人，须23人，达到三分之二以上")
  expect(words).toContain("通过")
  for (const { name } of voters) expect(words).not.toContain(name)

  // One fewer, whoever it is: two thirds are missed by heads, and no number of voices makes up for it.
  const answerOf = new Map(ballots.map(ballot => [ballot.voterId, ballot.answer]))
  const papers = voters.map(voter => ({
    areaCm2: voter.areaCm2,
    answer: answerOf.get(voter.id) ?? null,
    isDelivered: true,
  }))
  for (const [at, paper] of papers.entries()) {
    if (!paper.answer || paper.answer === "invalid") continue
    const fewer = resultOf(papers.with(at, { ...paper, answer: null }), rule, result.papers)
    expect(fewer).toMatchObject({ outcome: "notPassed", decision: { reason: "tooFewTookPart" } })
  }

  // Only the proclamation decides the topic.
  expect(await topicOf(story, [29, "10:00"], topicId)).toMatchObject({ state: "scheduled" })
  await proclaimPipes(story, pollId)
  expect(await topicOf(story, [29, "17:00"], topicId)).toMatchObject({ state: "decided", outcome: "agreed" })

  // No resolution follows a poll: the matter itself is handed out, and answered once it is done.
  const nextThing = async (hour: string) => {
    const ctx = story.as("甲一", 29, hour)
    return must(await readMatter(ctx, auditWords, must(await readIssue(ctx, issueId)))).next?.title
  }
  expect(await nextThing("17:10")).toBe("交办")
  const work = { issueId, content: "更换三栋楼的排水管", handler: "悦园物业", handlerPersonId: null }
  const handedOut = await assignTaskOfIssue(story.as("甲一", 29, "17:20"), { ...work, dueOn: story.dayOf(40) })
  expect(handedOut).toMatchObject({ ok: true })
  expect(await nextThing("17:30")).toBe("等承办人办完")
  const view = await readResult(story.as("己六", 29, "17:00"), pollId)
  expect(JSON.stringify(view)).not.toContain("戊寅")
  expect(Object.keys(pipeAnswers)).toHaveLength(24)
})

test("without the estate's own rule three buildings cannot decide alone", async () => {
  const story = await aStoryOfKanglili()
  const { issueId } = await reportPipes(story)
  const topicId = await preparePipes(story, issueId)
  const { estateId, buildingIds } = await findKanglili(story)
  const ctx = story.as("甲一", 3, "09:00")
  const made = await createPoll(ctx, { preset: "ownersOrdinary", topicId, estateId, title: "换排水管" })
  if (!made.ok) throw new Error(made.code)
  const { pollId } = made.value
  await editPoll(ctx, {
    ...{ pollId, version: 1, title: "换排水管", question: "换排水管", scope: { buildingIds, unitIds: [] } },
    ...{ options: null, seats: 1, office: null, electors: null },
    ...{ opensOn: story.dayOf(19), closesOn: story.dayOf(28), counters: ["丁四", "丁六"], scrutineers: ["庚七"] },
  })
  expect(await announcePoll(ctx, { pollId, version: 2 })).toMatchObject({
    code: "scope_not_allowed",
    detail: { article: expect.stringContaining("第二百七十八条") },
  })
})
