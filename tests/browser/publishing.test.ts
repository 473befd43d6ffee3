import { expect, test } from "vitest"
import { readText } from "#tests/templates/read-pdf"
import { aTown, board } from "./demo-town"
import { arriveAt, fillIn, follow, press, see, turnTo } from "./hands"
import { inspect } from "./inspection"
import { download } from "./printed"

const paper = /^关于银杏家园智慧音箱/

test("what hangs on the wall is masked, released by a second person, verified and objected to", async () => {
  const town = await aTown()
  const reviewer = await town.signIn("戊五")
  await turnTo(reviewer, "公示")
  await reviewer.getByRole("link", { name: paper }).first().click()
  await follow(reviewer, /公示版/)
  await reviewer.getByText("内容有误或者不宜公开，撤回这一版").click()
  await fillIn(reviewer, { 撤回的原因: "音量的限值还没有核实" })
  await press(reviewer, "撤回")
  await see(reviewer, "已撤回")
  await inspect(reviewer, "public edition withdrawn")

  const author = await town.signIn("乙二")
  await turnTo(author, "公示")
  await inspect(author, "public editions")
  await author
    .getByRole("row")
    .filter({ hasText: "关于银杏家园智慧音箱" })
    .getByRole("button", { name: /^起草公示版/ })
    .click()
  await arriveAt(author, paper)
  await see(author, /由您起草/)
  expect(await author.getByRole("button", { name: "核对无误，放行并编号" }).count()).toBe(0)
  expect(await author.getByRole("button", { name: "印成PDF" }).count()).toBe(0)
  await author.getByText("再遮一处").click()
  await fillIn(author, { 要遮盖的词语: "55分贝" })
  await press(author, "遮盖")
  await author.getByRole("alert").waitFor()
  await inspect(author, "a spot without its reason")
  const add = author.locator("form", { has: author.getByLabel("要遮盖的词语", { exact: true }) })
  await fillIn(add, { "公示文字写成（选填）": "（限值另行公布）", 理由: "限值还在核实，另行公布" })
  await press(author, "遮盖")
  await see(author, "“（限值另行公布）”")
  await inspect(author, "public edition beside the inner text")

  await turnTo(reviewer, "公示")
  await reviewer.getByRole("link", { name: paper }).first().click()
  await arriveAt(reviewer, paper)
  await press(reviewer, "核对无误，放行并编号")
  await reviewer.getByRole("alert").waitFor()
  await inspect(reviewer, "released without having looked")
  await reviewer.getByRole("checkbox", { name: /^我已逐处核对/ }).check()
  await press(reviewer, "核对无误，放行并编号")
  await see(reviewer, "已放行，待张贴")
  await inspect(reviewer, "public edition released")

  await author.reload()
  await fillIn(author, { 贴在哪里: "社区公示栏、银杏家园门口" })
  await press(author, "登记张贴")
  await author.getByRole("heading", { level: 1 }).waitFor()
  await see(author, /公示期/)
  await inspect(author, "notice that hangs")

  const phone = await town.open("phone")
  await phone.goto(board)
  await phone.getByRole("link", { name: paper }).first().click()
  await arriveAt(phone, paper)
  await see(phone, /限值另行公布/)
  expect(await phone.getByText("55分贝").count()).toBe(0)
  await inspect(phone, "notice on the board")

  await turnTo(author, "公示")
  await author.getByRole("link", { name: paper }).first().click()
  await see(author, /公示期/)
  await follow(author, /公示版/)
  await press(author, "印成PDF")
  const sheet = await download(author, author.getByRole("link", { name: "下载" }).first())
  const text = readText(sheet)
  expect(text).toContain("限值另行公布")
  expect(text).not.toContain("55分贝")

  const verify = async (bytes: Uint8Array) => {
    await phone.goto(`${board}/verify`)
    const file = { name: "公示.pdf", mimeType: "application/pdf", buffer: Buffer.from(bytes) }
    await phone.getByLabel("收到的文件").setInputFiles(file)
    await press(phone, "核对这个文件")
  }
  await verify(sheet)
  await see(phone, "这个文件一个字节都没有改过")
  await see(phone, "有效：有这份文书，现在作数")
  await inspect(phone, "file verified")
  const changed = Uint8Array.from(sheet)
  changed[changed.length - 100] = (changed[changed.length - 100]! + 1) % 256
  await verify(changed)
  await phone.getByRole("alert").waitFor()
  await inspect(phone, "file that was changed")

  await phone.goto(board)
  await phone.getByRole("link", { name: paper }).first().click()
  await follow(phone, "提出异议")
  await arriveAt(phone, "提出异议")
  await fillIn(phone, { "您不同意什么，为什么": "中午不要播放。" })
  await press(phone, "提出异议")
  await see(phone, "异议收到了")
  await inspect(phone, "objection received")
  const followed = phone.url()

  await turnTo(author, "公示")
  await author.getByRole("link", { name: paper }).first().click()
  await see(author, "中午不要播放。")
  await author.getByLabel("答复", { exact: true }).fill("中午不播放，只在上午和下午。")
  await press(author, "登记答复")
  await see(author, "中午不播放，只在上午和下午。")
  await inspect(author, "objection answered")
  await phone.goto(followed)
  await see(phone, "中午不播放，只在上午和下午。")
  await inspect(phone, "objection's answer")
})
