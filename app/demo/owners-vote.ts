import { listBuildings, listEstates } from "~/estates/estate-store"
import { reportIssue } from "~/intake/issues"
import { announcePoll, openPoll } from "~/polling/announcing"
import { checkBallot, enterBallot } from "~/polling/ballots"
import { closePoll, proclaimPoll } from "~/polling/closing"
import { deliverPapers } from "~/polling/delivering"
import { createPoll, editPoll } from "~/polling/polls"
import type { Answer } from "~/polling/rules"
import { listVoters } from "~/polling/store"
import { checkVersion, draftVersion, editDraft, enableVersion } from "~/rulebook/versions"
import { proposeTopic, putToDeliberation, type Reported } from "./issues"
import { must } from "./must"
import { type Stage, type Story, storyFrom } from "./stage"

/**
 * 康乐里321、326、327栋换排水管: the owners of three buildings decide on paper whether the maintenance fund pays for it.
 * Its first day, counted from today.
 */
export const ownersVoteFrom = -42

export async function tellOwnersVote(stage: Stage, given?: Reported): Promise<{ pollId: string }> {
  const story = storyFrom(stage, ownersVoteFrom)
  const { issueId } = given ?? (await reportPipes(story))
  await allowChosenBuildings(story)
  const topicId = await preparePipes(story, issueId)
  const pollId = await announcePipes(story, topicId)
  await deliverPipes(story, pollId)
  await answerPipes(story, pollId)
  await countPipes(story, pollId)
  await proclaimPipes(story, pollId)
  return { pollId }
}

export const pipeBuildings = ["321栋", "326栋", "327栋"]

export const reportPipes = async (story: Story): Promise<Reported> =>
  must(
    await reportIssue(
      story.as("丁六", 0, "09:20"),
      {
        title: "康乐里321、326、327栋排水管老化，一楼经常返水",
        content: "三栋楼共用的排水管用了二十多年，锈穿了好几处，下雨天一楼返水。修过几次都不管用，希望整根换掉。",
        place: "康乐里321、326、327栋",
        channel: "visit",
        collectorName: "丁六",
        gridId: null,
        reporterName: "戊寅",
        reporterPhone: "",
        reportedOn: story.dayOf(0),
        note: "",
      },
      true,
    ),
  )

/** What the fund pays for in three buildings only, their owners alone decide: the estate's own rule says so. */
export async function allowChosenBuildings(story: Story): Promise<void> {
  const { estateId } = await findKanglili(story)
  const drafter = story.as("乙二", 1, "09:00")
  const { versionId } = must(await draftVersion(drafter, { preset: "ownersOrdinary", estateId }))
  const article = "康乐里业主大会议事规则第十二条：只涉及部分楼栋的维修，由列支范围内的业主表决"
  const changes = [{ key: "scope", value: "chosenBuildings", article }]
  const basis = "康乐里业主大会通过的议事规则"
  must(await editDraft(drafter, { versionId, version: 1, changes, basis }))
  must(await checkVersion(story.as("戊五", 1, "14:00"), { versionId, version: 2, isConfirmed: true }))
  must(await enableVersion(story.as("甲一", 1, "15:00"), { versionId }))
}

/** It spends the owners' money: the questions lead to their own decision, and to no meeting. Returns the topic's id. */
export async function preparePipes(story: Story, issueId: string): Promise<string> {
  await putToDeliberation(story.as("甲一", 1, "10:00"), issueId, {
    reason: "换管要用维修资金，要由三栋楼的业主决定",
    answer: "已收到。换管要动用维修资金，社区和物业先拿出方案，再请三栋楼的业主书面表决。",
  })
  const topic = {
    title: "康乐里321、326、327栋更换排水管",
    background: "排水管锈穿，修补多次无效。物业请人看过，要整根更换，费用从三栋楼的维修资金列支。",
    issueIds: [issueId],
    proposal: {
      content:
        "使用321栋、326栋、327栋的住宅专项维修资金，更换三栋楼共用的排水管，费用不超过18万元，由三栋楼的业主按专有部分面积分摊列支。",
      budgetFen: 18_000_000,
      funding: "三栋楼的住宅专项维修资金",
      handler: "悦园物业",
      dueOn: story.dayOf(90),
    },
  }
  return proposeTopic(story.as("甲一", 2, "10:00"), topic, { subject: "matter", private: "no", owners: "useFunds" })
}

/** The roll of three buildings is frozen; fifteen days' notice lie between. Returns the poll's id. */
export async function announcePipes(story: Story, topicId: string): Promise<string> {
  const { estateId, buildingIds } = await findKanglili(story)
  const ctx = story.as("甲一", 3, "09:00")
  const title = "康乐里三栋楼更换排水管"
  const { pollId } = must(await createPoll(ctx, { preset: "ownersOrdinary", topicId, estateId, title }))
  must(
    await editPoll(ctx, {
      pollId,
      version: 1,
      title,
      question:
        "是否同意使用321栋、326栋、327栋的住宅专项维修资金更换三栋楼共用的排水管，费用不超过18万元，按专有部分面积分摊列支？",
      scope: { buildingIds, unitIds: [] },
      options: null,
      seats: 1,
      office: null,
      electors: null,
      opensOn: story.dayOf(19),
      closesOn: story.dayOf(28),
      counters: ["丁四", "丁六"],
      scrutineers: ["庚七"],
    }),
  )
  must(await announcePoll(ctx, { pollId, version: 2 }))
  return pollId
}

/** From door to door in three evenings; the developer gets its one paper by post. */
export async function deliverPipes(story: Story, pollId: string): Promise<void> {
  const voters = await votersOf(story, pollId)
  for (const [at, building] of pipeBuildings.entries()) {
    const ordinals = voters
      .filter(voter => voter.personIds.length > 0 && voter.unitLabels.startsWith(building))
      .map(voter => voter.ordinal)
    const deliveredOn = story.dayOf(4 + at)
    must(
      await deliverPapers(story.as("乙二", 4 + at, "19:30"), { pollId, ordinals, deliveredOn, means: "hand", to: "" }),
    )
  }
  const ordinals = voters.filter(voter => voter.personIds.length === 0).map(voter => voter.ordinal)
  const post = { pollId, ordinals, deliveredOn: story.dayOf(7), means: "post" as const, to: "康乐置业收发室" }
  must(await deliverPapers(story.as("乙二", 7, "10:00"), post))
  must(await openPoll(story.as("甲一", 19, "08:30"), { pollId }))
}

/** What each owner's paper says; whoever is not named did not hand it in. Twenty-three of thirty-four take part: the least. */
export const pipeAnswers: Record<string, Answer> = {
  ...answersOf("for", "甲子 戊辰 己巳 庚午、辛未 戊寅 己卯 庚辰 甲申、乙酉 丁丑"),
  ...answersOf("for", "戊子 己丑 庚寅 辛卯 壬辰 癸巳 乙未 丙申 丁酉、戊戌"),
  ...answersOf("against", "丁卯 丙戌 己亥"),
  ...answersOf("abstain", "癸酉 甲午"),
  ...answersOf("invalid", "壬申"),
}

function answersOf(answer: Answer, names: string): Record<string, Answer> {
  return Object.fromEntries(names.split(" ").map(name => [name, answer]))
}

/** One enters, another reads the paper again: once they differ, and the first one looks too. A second paper is kept aside. */
export async function answerPipes(story: Story, pollId: string): Promise<void> {
  const returnedOn = story.dayOf(27)
  const [one, other] = [story.as("乙二", 27, "15:00"), story.as("戊五", 28, "09:00")]
  for (const { name, ordinal } of await votersOf(story, pollId)) {
    const answer = pipeAnswers[name]
    if (!answer) continue
    // 丁卯's cross stands close to the wrong box.
    const read: Answer = name === "丁卯" ? "for" : answer
    const paper = { answer: read, proxyName: "", note: answer === "invalid" ? "没有签名" : "", returnedOn }
    must(await enterBallot(one, { pollId, ordinal, paper }))
    must(await checkBallot(other, { pollId, ordinal, answer, note: paper.note }))
    if (name === "丁卯") must(await checkBallot(story.as("乙二", 28, "10:00"), { pollId, ordinal, answer }))
    if (name !== "戊寅") continue
    const second = { answer: "against" as const, proxyName: "", note: "", returnedOn }
    must(
      await enterBallot(story.as("乙二", 28, "11:00"), {
        ...{ pollId, ordinal, paper: second, existing: "second" as const },
        reason: "家人又交来一张，与先交的不一致",
      }),
    )
  }
}

export const countPipes = async (story: Story, pollId: string) =>
  must(await closePoll(story.as("甲一", 29, "09:30"), { pollId }))

export const proclaimPipes = async (story: Story, pollId: string) =>
  must(await proclaimPoll(story.as("甲一", 29, "16:00"), { pollId }))

export const votersOf = ({ ground }: Stage, pollId: string) => listVoters(ground.db.read, ground.community.id, pollId)

/** 康乐里 as the register has it, with its three buildings by name. */
export async function findKanglili({ ground }: Stage) {
  const { read } = ground.db
  const estate = (await listEstates(read, ground.community.id)).find(one => one.name === "康乐里")
  if (!estate) throw new Error("康乐里 is not on this stage")
  const buildings = await listBuildings(read, ground.community.id, estate.id)
  const idOf = (name: string): string => {
    const building = buildings.find(one => one.name === name)
    if (!building) throw new Error(`康乐里 has no ${name}`)
    return building.id
  }
  return { estateId: estate.id, buildingIds: pipeBuildings.map(idOf), idOf }
}
