import type { Page } from "playwright-core"
import { expect } from "vitest"
import { writeWorkbook } from "~/registry/spreadsheet-writing"
import { arriveAt, fillIn, follow, press, see, turnTo } from "./hands"
import { inspect } from "./inspection"

export const passwordOf = (loginName: string) => `own secret of ${loginName}`

/** 第0步: an empty database asks for its community and its first administrator. */
export async function foundCommunity(page: Page): Promise<void> {
  await page.goto("/")
  await arriveAt(page, "建立社区")
  await fillIn(page, { 社区全名: "振兴社区", 简称: "振社", 所属街道: "云上街道", 联系电话: "0500-0000001" })
  await fillIn(page, { 管理员姓名: "甲一", 登录名: "jiayi", 密码: passwordOf("jiayi"), 再填一次密码: "another one" })
  await press(page, "建立社区")
  await page.getByRole("alert").getByText("两次填的密码不一样").waitFor()
  expect(await page.getByLabel("社区全名").inputValue()).toBe("振兴社区")
  await inspect(page, "founding with a mistake")
  await fillIn(page, { 密码: passwordOf("jiayi"), 再填一次密码: passwordOf("jiayi") })
  await press(page, "建立社区")
  await page.waitForURL("**/c/zhenxing")
  await inspect(page, "the administrator's desk")
}

type Sheet = { name: string; columns: string[]; rows: string[][] }

const gridSheet: Sheet = {
  name: "网格",
  columns: ["网格名称", "上级网格", "网格长", "网格长手机", "范围"],
  rows: [
    ["第一网格", "", "丁四", "13900000004", "悦园小区"],
    ["第一微网格", "第一网格", "", "", "悦园1栋至5栋"],
  ],
}

const personSheet: Sheet = {
  name: "人员",
  columns: ["姓名", "手机", "性别", "住址", "网格"],
  rows: [
    ["己六", "13900000006", "女", "悦园3栋2单元401", "第一微网格"],
    ["庚七", "13900000007", "男", "悦园5栋1单元102", "第一微网格"],
  ],
}

/** The delegates of the walk: six come, 寅女士 does not. */
export const delegates = ["丙三", "己六", "庚七", "辛八", "壬九", "癸十", "寅女士"] as const
export type DelegateName = (typeof delegates)[number]

const delegateSheet: Sheet = {
  name: "代表",
  columns: ["姓名", "手机", "代表类别", "单位和职务"],
  rows: [
    ["丙三", "13900000003", "党员代表", "悦园党支部"],
    ["己六", "13900000006", "居民代表", ""],
    ["庚七", "13900000007", "居民", ""],
    ["辛八", "13900000008", "物业公司", "悦园物业"],
    ["壬九", "13900000009", "业主委员会", "悦园业委会"],
    ["癸十", "13900000010", "政协", ""],
    ["寅女士", "13900000011", "职能部门", "街道物业科"],
  ],
}

const accountSheet: Sheet = {
  name: "账号",
  columns: ["姓名", "登录名", "岗位"],
  rows: [
    ["丁四", "dingsi", "网格员"],
    ["戊五", "wuwu", "代表"],
  ],
}

/** Uploads a sheet where one is asked for, looks at the preview and confirms it. */
async function importSheet(page: Page, { name, columns, rows }: Sheet): Promise<void> {
  const bytes = await writeWorkbook({
    sheetName: name,
    columns: columns.map(column => ({ name: column, width: 16 })),
    rows,
  })
  await page.getByLabel("表格文件").setInputFiles({ name: `${name}.xlsx`, mimeType: "", buffer: Buffer.from(bytes) })
  await press(page, "上传并预览")
  await page.getByRole("heading", { name: "核对无误，就可以导入" }).waitFor()
  await inspect(page, `preview of ${name}`)
  await press(page, `导入${rows.length}条`)
  await page.getByRole("heading", { name: `已经导入${rows.length}条` }).waitFor()
}

/** The administrator fills the registers from small sheets, and adds a venue by hand. */
export async function fillRegisters(page: Page): Promise<void> {
  for (const [register, sheet] of [
    ["网格", gridSheet],
    ["人员", personSheet],
    ["代表", delegateSheet],
  ] as const) {
    await turnTo(page, "名册")
    if (register === "网格") await inspect(page, "empty registers")
    await follow(page, new RegExp(`^从表格导入 ?${register}$`))
    await arriveAt(page, /^导入/)
    if (register === "网格") await uploadNothing(page)
    await importSheet(page, sheet)
    await follow(page, /^去看/)
    await arriveAt(page, register)
    await inspect(page, `register of ${register}`)
  }
  await addVenue(page)
}

async function uploadNothing(page: Page): Promise<void> {
  await press(page, "上传并预览")
  await page.getByRole("alert").waitFor()
  await inspect(page, "import without a file")
}

async function addVenue(page: Page): Promise<void> {
  await turnTo(page, "名册")
  await follow(page, "议事点")
  await arriveAt(page, "议事点")
  await follow(page, /^加一个/)
  await arriveAt(page, "加一个议事点")
  await press(page, "加上")
  await page.getByRole("alert").waitFor()
  await inspect(page, "venue without a name")
  await fillIn(page, { 名称: "一号议事点", "地址（选填）": "悦园活动室二楼", "能坐多少人（选填）": "30" })
  await press(page, "加上")
  await arriveAt(page, "议事点")
  await see(page, "一号议事点")
  await inspect(page, "venues")
}

/** The accounts of the walk with the passwords they were given: one made by hand, two from a sheet. */
export async function makeAccounts(page: Page): Promise<Record<string, string>> {
  await turnToAccounts(page)
  await follow(page, "建账号")
  await arriveAt(page, "建账号")
  await fillIn(page, { 姓名: "乙二", "手机（选填）": "13900000002", 登录名: "yier" })
  await press(page, "建账号")
  await page.getByRole("alert").getByText("请至少勾选一个岗位").waitFor()
  await inspect(page, "account without a role")
  await page.getByRole("checkbox", { name: /^社区书记/ }).check()
  await press(page, "建账号")
  await arriveAt(page, "账号已建好")
  await inspect(page, "account made")
  const given = { yier: await givenPassword(page, "yier") }
  await follow(page, "回到账号列表")
  await arriveAt(page, "账号")
  await follow(page, "从表格导入")
  await arriveAt(page, /^导入/)
  await importSheet(page, accountSheet)
  await turnToAccounts(page)
  await inspect(page, "accounts")
  await follow(page, "发放临时密码")
  await arriveAt(page, "发放临时密码")
  await inspect(page, "passwords to give")
  await page.getByRole("checkbox", { name: /^乙二/ }).uncheck()
  await press(page, "生成并显示临时密码")
  await arriveAt(page, "发放了2个临时密码")
  await inspect(page, "passwords given")
  return { ...given, dingsi: await givenPassword(page, "dingsi"), wuwu: await givenPassword(page, "wuwu") }
}

async function turnToAccounts(page: Page): Promise<void> {
  await turnTo(page, "名册")
  await follow(page, "账号")
  await arriveAt(page, "账号")
}

const givenPassword = (page: Page, loginName: string) =>
  page.getByRole("row").filter({ hasText: loginName }).getByRole("cell").last().innerText()

/** The first sign-in asks for a password of one's own. */
export async function signInFirst(page: Page, loginName: string, given: string): Promise<void> {
  await page.goto("/")
  await arriveAt(page, "登录")
  await fillIn(page, { 登录名或手机号: loginName, 密码: given })
  await press(page, "登录")
  await arriveAt(page, "改密码")
  await inspect(page, `first sign-in of ${loginName}`)
  const own = passwordOf(loginName)
  await fillIn(page, { 现在的密码: given, 新密码: own, 再填一次新密码: own })
  await press(page, "换成新密码")
  await page.waitForURL("**/c/zhenxing")
}
