import type { Page } from "playwright-core"
import { passwordOf } from "./founders"
import { arriveAt, fillIn, follow, press, turnTo } from "./hands"
import { inspect } from "./inspection"

/** A session that has ended asks for the password and leads to the page that was wanted. */
export async function comeBackAfterExpiry(page: Page, loginName: string): Promise<void> {
  await page.context().clearCookies()
  await follow(page.getByRole("navigation", { name: "主要栏目" }), "议题")
  await arriveAt(page, "登录")
  await fillIn(page, { 登录名或手机号: loginName, 密码: "not this one" })
  await press(page, "登录")
  await page.getByRole("alert").waitFor()
  await inspect(page, "sign-in refused")
  await fillIn(page, { 密码: passwordOf(loginName) })
  await press(page, "登录")
  await arriveAt(page, "议题")
}

/** The main pages once more in 长辈版, with one error summary among them. */
export async function readAsElder(page: Page): Promise<void> {
  await press(page, "长辈版")
  await page.getByRole("button", { name: "标准版" }).waitFor()
  for (const column of ["问题", "议题", "会议", "文书", "名册"]) {
    await turnTo(page, column)
    await inspect(page, `${column} in 长辈版`)
  }
  await turnTo(page, "会议")
  await page.getByRole("link", { name: /协商议事会/ }).click()
  await arriveAt(page, /协商议事会/)
  await inspect(page, "meeting in 长辈版")
  await turnTo(page, "问题")
  await follow(page, "登记问题")
  await arriveAt(page, "登记问题")
  await press(page, "登记")
  await page.getByRole("alert").waitFor()
  await inspect(page, "errors in 长辈版")
}
