import type { Stance } from "#db/schema/chamber-speaking"
import { moveAmendment } from "~/chamber/motions/amendments"
import { recordDissent } from "~/chamber/motions/dissents"
import { recordRecommendation } from "~/chamber/motions/recommendations"
import { adoptAmendment } from "~/chamber/motions/standing"
import { askForSomeone } from "~/chamber/speaking/queue"
import { recordSpeech } from "~/chamber/speaking/speeches"
import { beginTurn, endTurn } from "~/chamber/speaking/turns"
import type { Participant } from "~/convening/store"
import type { Ctx } from "~/web/context"
import { enterSupporters, ordinaryMatter, proposeTopic, putToDeliberation } from "./issues"
import { move } from "./meetings"
import { must } from "./must"
import type { Story } from "./stage"

/** 活动室: a topic with its proposal. Returns the topic's id. */
export async function prepareHall(story: Story, issueId: string): Promise<string> {
  await enterSupporters(story.as("丁六", -13, "09:00"), issueId, ["丁九", "戊三", "寅四"])
  await putToDeliberation(story.as("甲一", -13, "10:00"), issueId, {
    reason: "怎么改、花多少钱，要请代表商量",
    answer: "已收到。活动室怎么改、花多少钱，准备请代表们商量。",
  })
  const proposal = {
    content: "换防滑地板、墙面除霉粉刷、修卫生间门，棋牌室先开放，每天8:30至17:30施工",
    budgetFen: 8_600_000,
    funding: "社区为民办实事经费",
    handler: "悦园物业",
    dueOn: story.dayOf(20),
  }
  const background = "地板鼓包打滑，墙面发霉，已有老人滑倒。物业询过价，材料20天到齐。"
  const topic = { title: "悦园活动室改造出新", background, issueIds: [issueId], proposal }
  return proposeTopic(story.as("甲一", -11, "10:30"), topic, ordinaryMatter)
}

/** Who leads and who writes, so many minutes after the meeting was opened. */
export type Sitting = {
  meetingId: string
  chair: (minute: number) => Ctx
  recorder: (minute: number) => Ctx
  people: readonly Participant[]
}

const idOf = (people: readonly Participant[], name: string) => people.find(person => person.name === name)!.id

/** Those who had the word, in turn: a resident, the owners' committee, the property company, the CPPCC member. */
const speeches: [name: string, stance: Stance, gist: string][] = [
  ["子一", "support", "活动室一下雨就滑，老人不敢去，早点修好。"],
  ["申九", "conditional", "施工要避开午休，棋牌室先开放。"],
  ["卯四", "support", "材料已询价，8.6万元够用，20天完工。"],
  ["午七", "conditional", "施工那20天老人没有地方去，棋牌室应当先开放，写进决议里。"],
]

/** Each is called by the chair and speaks two minutes by the clock; the recorder takes down what was said. */
export async function speakOnHall({ meetingId, chair, recorder, people }: Sitting): Promise<void> {
  for (const [at, [name, stance, gist]] of speeches.entries()) {
    const minute = 3 + at * 3
    const participantId = idOf(people, name)
    const wish = { meetingId, participantId, stance, kind: "speech" as const }
    const { requestId } = must(await askForSomeone(chair(minute), wish))
    must(await beginTurn(chair(minute), { meetingId, requestId }))
    must(await endTurn(chair(minute + 2), { meetingId, requestId }))
    must(await recordSpeech(recorder(minute + 2), { meetingId, requestId, stance, gist }))
  }
}

/**
 * The motion as it is voted on: what the owners' committee recommends stands beside it, the CPPCC member's amendment is taken
 * over by everyone's consent, and whoever thinks otherwise is answered. Returns its id.
 */
export async function moveHall(sitting: Sitting): Promise<string> {
  const { meetingId, people } = sitting
  const recorder = sitting.recorder(16)
  const noon = "施工避开12:00至14:00午休时间"
  const content = "同意按方案改造悦园活动室，费用不超过8.6万元"
  const motion = { content, effect: "agreedWithConditions" as const, conditions: [noon] }
  const motionId = await move(recorder, meetingId, 1, motion)
  const reason = "业委会走访过三十二户，二十九户赞成改造；请把施工时间写明"
  must(await recordRecommendation(recorder, { motionId, body: "悦园业委会", stance: "recommended", reason }))
  const amendment = await moveAmendment(recorder, {
    meetingId,
    motionId,
    version: 1,
    content,
    conditions: [noon, "棋牌室先开放，施工期间有地方活动"],
    moverId: idOf(people, "午七"),
  })
  must(await adoptAmendment(recorder, { motionId: must(amendment).motionId, reason: "主持人逐一询问，各方都同意" }))
  must(
    await recordDissent(recorder, {
      motionId,
      participantId: idOf(people, "壬九"),
      heldBy: "",
      opinion: "地板去年刚修过一次，又换一遍，钱花得不值",
      explanation: "去年只补了破损的几块，这次找出鼓包的原因是地面返潮，先做防潮再铺",
      explainedBy: "卯四",
    }),
  )
  return motionId
}

/** Two more wish to speak: the chair calls them, or opens the vote. */
export async function awaitTheWord({ meetingId, chair, people }: Sitting): Promise<void> {
  for (const [name, stance] of [
    ["丙三", "support"],
    ["庚七", "oppose"],
  ] as const)
    must(
      await askForSomeone(chair(20), { meetingId, participantId: idOf(people, name), stance, kind: "speech" as const }),
    )
}
