import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { aTown, board } from "./demo-town"
import { arriveAt, fillIn, follow, press, see, turnTo } from "./hands"
import { inspect } from "./inspection"

/** From the board, as after scanning the code on the wall; gives the number to follow it by. */
async function report(phone: Page, title: string, content: string): Promise<string> {
  await phone.goto(board)
  await follow(phone, "我要反映问题")
  await arriveAt(phone, "反映问题")
  await fillIn(phone, { 什么事: content, 在哪里: "悦园3栋门口" })
  await press(phone, "报上去")
  await arriveAt(phone, title)
  await see(phone, "收到了")
  return phone.locator(".follow-code").innerText()
}

async function sortAtOnce(desk: Page, title: string, finalAnswer: string): Promise<void> {
  await turnTo(desk, "问题")
  await follow(desk, title)
  await arriveAt(desk, title)
  await follow(desk, "受理并处置")
  await arriveAt(desk, "分类处置")
  await desk.getByRole("radio", { name: /^即办/ }).check()
  await fillIn(desk, { 受理答复: "收到了，今天就来人看。", 怎样告诉的: "公示栏" })
  await desk.getByRole("radio", { name: "解决了" }).check()
  await fillIn(desk, { 办结答复: finalAnswer, 办结答复怎样告诉的: "公示栏" })
  await press(desk, "保存处置")
  await see(desk, finalAnswer)
}

async function followByNumber(phone: Page, code: string, title: string): Promise<void> {
  await phone.goto(board)
  await follow(phone, "查我反映的事")
  await arriveAt(phone, "查我反映的事")
  await fillIn(phone, { 查询码: code })
  await press(phone, "查看")
  await arriveAt(phone, title)
}

test("a resident reports by phone, follows the number, is answered and says what he thinks of it", async () => {
  const town = await aTown()
  const phone = await town.open("phone")
  await phone.goto(board)
  await arriveAt(phone, "振兴社区公示栏")
  await inspect(phone, "board")
  await follow(phone, "我要反映问题")
  await arriveAt(phone, "反映问题")
  await press(phone, "报上去")
  await phone.getByRole("alert").getByText("请写下是什么事").waitFor()
  await inspect(phone, "report without a word")

  const title = "3栋门口的井盖晃"
  const code = await report(phone, title, `${title}。车一过就响，怕老人踩空。`)
  await inspect(phone, "report received")
  expect(code).toMatch(/^\d{4} \d{4} \d{2}$/)

  const desk = await town.signIn("乙二")
  await sortAtOnce(desk, title, "井盖换好了，加了垫圈。")
  await inspect(desk, "issue from the board")

  await phone.goto(`${board}/follow`)
  await fillIn(phone, { 查询码: code === "0000 0000 00" ? "1111 1111 11" : "0000 0000 00" })
  await press(phone, "查看")
  await phone.getByRole("alert").waitFor()
  await inspect(phone, "a number nobody has")
  await followByNumber(phone, code, title)
  await see(phone, "收到了，今天就来人看。")
  await see(phone, "井盖换好了，加了垫圈。")
  await inspect(phone, "answered")
  await press(phone, "满意")
  await see(phone, "您评了“满意”")
  await inspect(phone, "rated")
  await desk.reload()
  await see(desk, /满意/)

  const large = await town.open("phone")
  await large.context().addCookies([{ name: "scale", value: "elder", url: town.server.origin }])
  for (const path of [board, `${board}/report`, `${board}/follow/${code.replaceAll(" ", "")}`]) {
    await large.goto(path)
    await large.getByRole("heading", { level: 1 }).waitFor()
    await inspect(large, `${path.slice(0, 30)} in large type`)
  }
})

test("without JavaScript 没有解决 opens the matter again, and the secretary sees it", async () => {
  const town = await aTown()
  const phone = await town.open("phone", { javaScriptEnabled: false })
  const title = "楼道里堆着旧柜子"
  const code = await report(phone, title, `${title}。轮椅过不去。`)
  await inspect(phone, "report received without scripts")
  const desk = await town.signIn("乙二")
  await sortAtOnce(desk, title, "已请住户搬走。")
  await followByNumber(phone, code, title)
  await fillIn(phone, { "想说的话（选填）": "柜子还在。" })
  await press(phone, "没有解决")
  await see(phone, "您说没有解决，社区正在重新办理。")
  await inspect(phone, "opened again without scripts")
  await desk.reload()
  await see(desk, /柜子还在/)
  await see(desk, "下一步：分类处置")
  await inspect(desk, "issue opened again")
})
