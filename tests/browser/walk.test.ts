import { expect, test } from "vitest"
import { aServer } from "#tests/http/running-server"
import { aDatabase } from "#tests/test-database"
import { aBrowser, aWindow } from "./browser"
import { conveneMeeting, makeTopic, readCodes, topicTitle } from "./conveners"
import {
  checkInByCode,
  checkInByQr,
  hear,
  readResult,
  signAtDesk,
  tryToVoteAgain,
  vote,
  voteAfterSecondThoughts,
  voteByKeyboard,
} from "./delegates-tablets"
import { delegates, fillRegisters, foundCommunity, makeAccounts, passwordOf, signInFirst } from "./founders"
import { arriveAt, fillIn, follow, press, see } from "./hands"
import { inspect } from "./inspection"
import { enterPastedIssue, importIssues, sortIssues } from "./issue-sheets"
import { approve, exportTwice, openPaper, seePapers, wordPapers } from "./papers"
import {
  checkInByHand,
  closeVote,
  endMeeting,
  enter,
  openCheckIn,
  openSession,
  openVote,
  putMotion,
  record,
  seeCount,
  seePresent,
} from "./presiding"
import { comeBackAfterExpiry, readAsElder } from "./returning"

test("one matter goes from the grid's sheet to minutes and resolution, on a database that was empty", async () => {
  const database = await aDatabase()
  await database.db.close()
  const server = await aServer(database)
  const browser = await aBrowser()
  const openWindow = async (size: Parameters<typeof aWindow>[2], javaScriptEnabled = true) => {
    const { page } = await aWindow(browser, server.origin, size, { javaScriptEnabled })
    page.setDefaultTimeout(10_000)
    return page
  }

  const administrator = await openWindow("desk")
  await foundCommunity(administrator)
  await fillRegisters(administrator)
  const given = await makeAccounts(administrator)
  await administrator.context().close()

  const secretary = await openWindow("desk")
  await signInFirst(secretary, "yier", given.yier!)
  await enterPastedIssue(secretary)
  await importIssues(secretary)
  await sortIssues(secretary)
  await makeTopic(secretary)
  await conveneMeeting(secretary)
  const { codes, qr } = await readCodes(secretary)

  const chair = await openWindow("console")
  await signInFirst(chair, "wuwu", given.wuwu!)
  await openCheckIn(chair)
  const wall = await openWindow("screen")
  await wall.goto("/")
  await fillIn(wall, { 登录名或手机号: "yier", 密码: passwordOf("yier") })
  await press(wall, "登录")
  await enter(wall, "大屏")
  await arriveAt(wall, "请签到")
  await inspect(wall, "wall before the session")

  const door = qr.己六!.replace(/\?.*/, "")
  const [bing, ji, geng, xin, ren] = await Promise.all([
    openWindow("tablet"),
    openWindow("tablet"),
    openWindow("tablet", false),
    openWindow("tablet"),
    openWindow("tablet"),
  ])
  await checkInByCode(bing, door, "丙三", codes.丙三!)
  await checkInByQr(ji, qr.己六!, "己六")
  await checkInByCode(geng, door, "庚七", codes.庚七!, signAtDesk)
  await checkInByQr(xin, qr.辛八!, "辛八")
  await checkInByQr(ren, qr.壬九!, "壬九")
  await openSession(chair, 5)

  const recorder = await openWindow("desk")
  await signInFirst(recorder, "dingsi", given.dingsi!)
  await enter(recorder, "进入记录台")
  await arriveAt(recorder, "记录台")
  const gist = "下雨天老人没处去，修屋顶不能再拖。"
  const doubt = "经费要留一部分应急，建议分两年修。"
  await press(recorder, "记下")
  await recorder.getByRole("alert").waitFor()
  await inspect(recorder, "speech without a speaker")
  await record(recorder, { name: "丙三", stance: "赞成", gist })
  await record(recorder, { name: "己六", stance: "不赞成", gist: doubt })

  await enter(secretary, /签到$/)
  await arriveAt(secretary, "签到台")
  await inspect(secretary, "check-in desk")
  const halfTyped = "物业可以先垫"
  await fillIn(recorder, { 要点: halfTyped })
  await Promise.all([recorder.waitForResponse(/record\.data/), checkInByHand(secretary, "癸十")])
  await seePresent(chair, 6)

  const motion = `同意${topicTitle}方案，预算48000元，由悦园物业在两个月内完成`
  expect(await recorder.getByLabel("要点", { exact: true }).inputValue()).toBe(halfTyped)
  await putMotion(recorder, motion)

  await openVote(chair, motion, "记名")
  await hear(bing, "请您表决")
  await vote(bing, motion, "赞成")
  await seeCount(wall, 1, 6, delegates)
  await voteAfterSecondThoughts(ji, motion, "赞成", "反对")
  await vote(geng, motion, "赞成")
  await voteByKeyboard(xin, motion, "赞成")
  await vote(ren, motion, "赞成")
  await tryToVoteAgain(ren)
  await seeCount(wall, 5, 6, delegates)
  await inspect(wall, "wall with an open vote")
  await closeVote(chair, ["癸十"])
  await see(wall, "表决已经结束。对自己的票有疑问的，请现在提出；没有的，请等主持人公布结果。")
  await press(chair, "公布结果")
  await arriveAt(wall, "通过")
  await inspect(wall, "wall with the result")
  for (const tablet of [bing, ji, geng, xin, ren]) await readResult(tablet, "通过")
  await hear(bing, "表决结果：通过")
  await inspect(bing, "result on a tablet")

  const second = "同意活动室每天开放到晚上八点"
  await putMotion(recorder, second)
  await inspect(recorder, "record of two motions")
  await press(chair, "接着议本项")
  await openVote(chair, second, "无记名")
  await vote(bing, second, "赞成")
  await vote(ji, second, "弃权")
  await vote(geng, second, "反对")
  await voteByKeyboard(xin, second, "赞成")
  await seeCount(wall, 4, 6, delegates)
  await vote(ren, second, "赞成")
  await closeVote(chair, ["癸十"])
  await press(chair, "公布结果")
  await arriveAt(wall, "未通过")
  for (const tablet of [bing, ji, geng, xin, ren]) await readResult(tablet, "未通过")
  await endMeeting(chair)
  await arriveAt(bing, "会议已散会")
  await inspect(bing, "tablet after the meeting")

  const dissent = "有代表建议经费留一部分应急。"
  await wordPapers(recorder, gist, dissent)
  const resolution = /决议$|修缮/
  await follow(chair, "去看纪要")
  await approve(chair, "会议纪要")
  await openPaper(chair, resolution, /./)
  await approve(chair, "决议")
  await exportTwice(secretary, "会议纪要", "会议纪要", ["纪要", motion, gist, dissent])
  await exportTwice(secretary, resolution, "决议", ["决议", motion])
  await seePapers(secretary)
  await comeBackAfterExpiry(secretary, "yier")
  await readAsElder(secretary)
})
