import { expect, test } from "vitest"
import { aServer } from "#tests/http/running-server"
import { aDatabase } from "#tests/test-database"
import { aBrowser, aWindow, findBarriers, isTooWide } from "./browser"

test("a newcomer founds the community, makes one mistake on the way, and stands at the desk", async () => {
  const database = await aDatabase()
  await database.db.close()
  const server = await aServer(database)
  const { page } = await aWindow(await aBrowser(), server.origin, "phone")

  await page.goto("/")
  await page.getByLabel("社区全名").fill("振兴社区")
  await page.getByLabel("简称").fill("振社")
  await page.getByLabel("管理员姓名").fill("甲一")
  await page.getByLabel("登录名").fill("jiayi")
  await page.getByLabel("密码", { exact: true }).fill("a long enough one")
  await page.getByLabel("再填一次密码").fill("another one")
  await page.getByRole("button", { name: "建立社区" }).click()

  await page.getByRole("alert").getByText("两次填的密码不一样").waitFor()
  expect(await page.getByLabel("社区全名").inputValue()).toBe("振兴社区")
  expect(await findBarriers(page)).toEqual([])
  expect(await isTooWide(page)).toBe(false)

  await page.getByLabel("密码", { exact: true }).fill("a long enough one")
  await page.getByLabel("再填一次密码").fill("a long enough one")
  await page.getByRole("button", { name: "建立社区" }).click()
  await page.waitForURL("**/c/zhenxing")
  expect(await findBarriers(page)).toEqual([])
})
