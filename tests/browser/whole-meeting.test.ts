import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { readText } from "#tests/templates/read-pdf"
import { hear, readResult, vote } from "./delegates-tablets"
import { handOn, seeNoted, seePresent } from "./hall-check-in"
import { gather, type Tablets } from "./hall-gathering"
import { exchange, issue, nameOfficer, type Reading, read, takeIn } from "./hall-papers"
import { askAtDesk, askOnTablet, endTurn, giveTheWord, seeClock, seeQueue, takeDown } from "./hall-speaking"
import {
  adoptAmendment,
  amend,
  closeVote,
  dissent,
  openVote,
  recommend,
  seeCast,
  seeFraction,
  seeWholeCount,
  voteWithCode,
} from "./hall-voting"
import { arriveAt, fillIn, follow, press, see } from "./hands"
import { inspect } from "./inspection"
import { aMeetingHall, type Called, type MeetingHall, opening, repair } from "./meeting-hall"
import { endMeeting, putMotion } from "./presiding"

const plan = "同意改造悦园活动室，费用不超过8.6万元"
const amended = "同意改造悦园活动室，费用不超过8.6万元，先做防潮再铺地板"
const condition = "施工避开12:00至14:00"
const later = "同意活动室每天开放到晚上八点"
const gists: [Called, string][] = [
  ["丙三", "地板鼓包，已有老人滑倒，早点修。"],
  ["辛八", "请先说清楚费用从哪里来，再往下议。"],
  ["未八", "去年刚补过地板，又换一遍不值。"],
]

/** A resident asks on the tablet, another raises a hand; a point of order asked last is heard before. */
async function debate(hall: MeetingHall, { 丙三, 辛八 }: Tablets): Promise<void> {
  const { chair, recorder, wall } = hall
  await arriveAt(wall, repair)
  await askOnTablet(丙三, "赞成")
  await askAtDesk(hall, "未八", "不赞成")
  await giveTheWord(chair, wall, "丙三")
  await 丙三.getByRole("heading", { name: "轮到您了，请发言" }).waitFor()
  await seeClock(wall, /还剩\s*2:\d\d/)
  await askOnTablet(辛八, "程序问题")
  await seeQueue(chair, ["辛八", "未八"])
  await Promise.all([inspect(wall, "wall with a speaker"), inspect(丙三, "tablet of who speaks")])
  await inspect(chair, "console with a speaker")
  await press(chair, "停表")
  await seeClock(wall, /停表/)
  await press(chair, "继续计时")
  await seeClock(wall, /还剩/)
  await endTurn(chair)
  for (const name of ["辛八", "未八"] as const) {
    await giveTheWord(chair, wall, name)
    await endTurn(chair)
  }
  await see(chair, /^本项3人说过话，发言2次/)
  await recorder.goto(`${hall.meeting}/record`)
  await see(recorder, "要记要点的发言3次")
  await inspect(recorder, "gists that are owed")
  for (const [name, gist] of gists) await takeDown(recorder, name, gist)
}

/** What is put to the vote is not what was first written: an amendment is taken over, and who thinks otherwise is heard. */
async function settleMotion({ recorder, chair, wall }: MeetingHall): Promise<void> {
  await putMotion(recorder, plan)
  await arriveAt(chair, plan)
  await follow(recorder, "第1件：修正、建议和不同意见")
  await recommend(recorder, "业主委员会", "走访三十二户，二十九户赞成")
  await amend(recorder, { by: "己六", content: amended, condition })
  await arriveAt(wall, amended)
  await adoptAmendment(recorder, "提出人和各方都同意")
  await follow(recorder, "第1件")
  await dissent(recorder, {
    by: "未八",
    opinion: "去年刚补过地板，又换一遍不值",
    explanation: "去年只补了破损的几块，这次先做防潮",
    explainedBy: "丁四",
  })
  await inspect(recorder, "motion with its wordings")
  await Promise.all([arriveAt(chair, amended), see(chair, "走访三十二户，二十九户赞成"), see(chair, condition)])
  await see(wall, "业主委员会")
}

const onPaper: Called[] = ["寅三", "辰五", "未八"]

/** By name, on tablets and three papers, of which one is spoilt. */
async function voteByName(hall: MeetingHall, tablets: Tablets): Promise<void> {
  const { chair, recorder, wall } = hall
  const { 丙三, 己六, 庚七, 辛八, 壬九, 子一, 丑二, 寅三, 巳六, 午七 } = tablets
  await openVote(chair, { manner: "记名", medium: "平板和纸票" })
  await hear(丙三, "请您表决")
  await recorder.goto(`${hall.meeting}/record`)
  await follow(recorder, "第1件的纸票")
  await issue(recorder, onPaper)
  await exchange(recorder, "辰五")
  await see(寅三, /纸票/)
  await Promise.all([
    vote(丙三, amended, "赞成"),
    vote(己六, amended, "反对"),
    vote(庚七, amended, "赞成"),
    vote(辛八, amended, "赞成"),
    vote(壬九, amended, "弃权").then(() => handOn(hall, 壬九, "壬九")),
    vote(子一, amended, "赞成"),
    vote(丑二, amended, "赞成"),
    vote(巳六, amended, "赞成"),
    inspect(午七, "ballot with terms and a recommendation"),
  ])
  await vote(壬九, amended, "赞成")
  await seeCast(wall, 9, 13)
  await press(chair, "提醒并倒数1分钟")
  await Promise.all([see(wall, "最后提醒：还有"), see(午七, "最后提醒：还有")])
  await seeWholeCount(wall)
  await inspect(wall, "wall with a countdown")
  await inspect(chair, "console with an open vote and papers")
  await vote(午七, amended, "赞成")
  const [first, second, third] = await takeIn(recorder, onPaper)
  await seeCast(wall, 13, 13)
  await countPapers(hall, [
    [first!, "赞成"],
    [second!, "赞成"],
    [third!, "无效"],
  ])
  await answerChallenge(hall, 丑二)
  await press(chair, "公布结果")
  await arriveAt(wall, "通过")
  await seeFraction(wall, "赞成人数", 10, 13)
  await see(wall, /计票人丙三/)
  await inspect(wall, "wall with a result and its counters")
  await Promise.all(Object.values(tablets).map(tablet => readResult(tablet, "通过")))
  await see(辛八, "赞成10人，基数13人，须7人，达到过半数")
}

async function countPapers({ chair, recorder, wall }: MeetingHall, readings: Reading[]): Promise<void> {
  await press(chair, "停止投票，收票")
  await see(wall, "已经停止投票，正在收票、读票。")
  await nameOfficer(recorder, "丙三", "计票人")
  await nameOfficer(recorder, "巳六", "监票人")
  await inspect(recorder, "papers all accounted for")
  await read(recorder, readings, "录入选好的")
  await see(recorder, "您读的3张等另一个人核对")
  await follow(chair, "收票、读票")
  await read(chair, readings, "核对选好的")
  await see(chair, "3张两遍读得一致，已计入。")
  await follow(chair, "回到纸票")
  await follow(chair, "第1次协商议事会")
  await closeVote(chair)
}

async function answerChallenge({ chair, wall }: MeetingHall, tablet: Page): Promise<void> {
  await arriveAt(tablet, "表决已结束")
  await follow(tablet, "看我的票记成什么")
  await see(tablet, "记的是：赞成。")
  await inspect(tablet, "own ballot and challenge")
  await press(tablet, "记成的与投的不一样")
  await see(tablet, /您提出了异议/)
  await see(wall, "有代表对计票提出异议，正在核对。")
  await see(chair, "1条异议等待答复")
  await inspect(chair, "console with a challenge")
  await fillIn(chair, { "答复丑二：怎么核对的，结果怎样": "当面看了记录，是赞成，本人没有异议" })
  await press(chair, "答复这条异议")
  await see(tablet, /当面看了记录/)
}

/** Nobody sees who voted how; everyone who wrote the code down finds it. */
async function voteInSecret(hall: MeetingHall, tablets: Tablets): Promise<void> {
  const { chair, recorder, wall } = hall
  await recorder.goto(`${hall.meeting}/record`)
  await recorder.getByRole("heading", { level: 2, name: opening }).waitFor()
  await putMotion(recorder, later)
  await arriveAt(chair, later)
  await openVote(chair, { manner: "无记名", medium: "平板", withCodes: true })
  await hear(tablets.丙三, "请您表决")
  const round = `${hall.meeting}/rounds/${tablets.丙三.url().match(/vote\/([^/?]+)/)![1]}`
  const { 丙三, 己六, 壬九, 巳六: _, ...others } = tablets
  await arriveAt(己六, later)
  await press(己六, "反对")
  await inspect(己六, "ballot with a code to check")
  await follow(己六, "重新选")
  const codes = await Promise.all([
    voteWithCode(己六, later, "反对"),
    voteWithCode(丙三, later, "弃权"),
    voteWithCode(壬九, later, "赞成").then(async code => {
      await handOn(hall, 壬九, "癸十")
      return [code, await voteWithCode(壬九, later, "赞成")]
    }),
    ...Object.values(others).map(tablet => voteWithCode(tablet, later, "赞成")),
  ])
  const [against, abstained, ...inFavour] = codes.flat()
  expect(new Set(codes.flat()).size).toBe(11)
  await seeCast(wall, 11, 12)
  await closeVote(chair)
  await press(chair, "公布结果")
  await arriveAt(wall, "通过")
  await seeFraction(wall, "赞成人数", 9, 12)
  await recorder.goto(round)
  const listed = (choice: string) => recorder.getByRole("region", { name: `${choice}的核验码` }).getByRole("listitem")
  expect(await listed("反对").allInnerTexts()).toEqual([against])
  expect(await listed("弃权").allInnerTexts()).toEqual([abstained])
  expect(await listed("赞成").allInnerTexts()).toEqual(inFavour.toSorted())
  // The wall turns its pages by itself: the result, then the codes of each choice.
  const onWall = wall.getByRole("region", { name: "核验码" }).getByText(inFavour[0]!)
  await Promise.all([onWall.waitFor({ timeout: 60_000 }), inspect(recorder, "round with its codes")])
  await inspect(wall, "wall with codes")
}

async function endAndDraft({ chair, recorder, meeting }: MeetingHall): Promise<void> {
  await endMeeting(chair)
  const minutes = `${meeting.replace("/meetings/", "/records/")}/minutes`
  await recorder.goto(minutes)
  await press(recorder, "起草会议纪要")
  await see(recorder, "已按会上的记录起草，请看一遍、改好文字。")
  const other = await recorder.getByLabel("不同意见（选填）", { exact: true }).first().inputValue()
  for (const words of ["未八：去年刚补过地板", "丁四", "去年只补了破损的几块"]) expect(other).toContain(words)
  const discussion = await recorder.getByLabel("讨论情况", { exact: true }).first().inputValue()
  for (const [name, gist] of gists) expect(name === "未八" ? other : discussion).toContain(gist)
  const sheet = await recorder.request.get(`${minutes}/preview.pdf`)
  const text = readText(await sheet.body())
  for (const words of [
    "纸质票发出4张，收回3张，有效2张，无效1张，作废1张。计票人丙三，监票人巳六。",
    "去年只补了破损的几块",
    amended,
    condition,
  ])
    expect(text).toContain(words)
}

test("a whole meeting: fourteen called, tablets and papers, the queue, a challenge, a secret vote with codes, the minutes", async () => {
  const hall = await aMeetingHall()
  const tablets = await gather(hall)
  await debate(hall, tablets)
  await settleMotion(hall)
  await voteByName(hall, tablets)

  await press(tablets.巳六, "我要先走")
  await arriveAt(tablets.巳六, "您已登记离会")
  await Promise.all([seePresent(hall.chair, 12), hall.desk.goto(`${hall.meeting}/desk`)])
  await seeNoted(hall.desk, "巳六", /早退/)
  await press(hall.chair, "下一项")
  await arriveAt(hall.wall, opening)
  await voteInSecret(hall, tablets)
  await endAndDraft(hall)
})
