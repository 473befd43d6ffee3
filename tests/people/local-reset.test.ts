import { expect, onTestFinished, test, vi } from "vitest"
import { auditEntries } from "#db/schema/registry"
import { aWorld, type World } from "#tests/world"
import { setAccountDisabled } from "~/people/accounts"
import { signIn } from "~/people/entry"
import { findSignedIn } from "~/people/sessions"
import { runCommand } from "~/server/commands"
import { readEnvironment } from "~/web/environment"
import { agreed, anAccount } from "./factories"

const enter = (world: World, password: string) =>
  signIn(world.installation, { nameOrPhone: "gengqi", password, address: "192.0.2.1", device: "电脑，Chrome" })

/** What the command tells at the terminal. */
async function resetAtTerminal(world: World, ...words: string[]): Promise<string> {
  const told = vi.spyOn(console, "log").mockImplementation(() => {})
  onTestFinished(() => told.mockRestore())
  const environment = readEnvironment({ DATABASE_URL: world.url, DATA_DIR: world.folder })
  await runCommand(environment, "reset-password", words)
  return told.mock.calls.flat().join("\n")
}

const passwordIn = (told: string) => /临时密码：(\S+)/.exec(told)![1]!

test("whoever forgot their password gets another at the machine, told once, to be changed at once", async () => {
  const world = await aWorld()
  const { password, accountId } = await anAccount(await world.as("administrator"), { roles: ["administrator"] })
  const before = agreed(await enter(world, password))
  const told = await resetAtTerminal(world, "ＧｅｎｇＱｉ")
  expect(told).toContain("庚七的临时密码")

  expect(await findSignedIn(world.installation, before.token)).toBeNull()
  expect(await enter(world, password)).toMatchObject({ code: "sign_in_failed" })
  expect(await enter(world, passwordIn(told))).toMatchObject({ ok: true, value: { mustChangePassword: true } })

  const entries = await world.db.read.select().from(auditEntries)
  const entry = entries.find(one => one.action === "account.passwordReset")
  expect(entry).toMatchObject({ actorName: "本机命令", actorPersonId: null, subjectId: accountId })
  expect(JSON.stringify(entries)).not.toContain(passwordIn(told))
})

test("it lets in someone whose tries were used up", async () => {
  const world = await aWorld()
  const { password } = await anAccount(await world.as("administrator"))
  for (let at = 0; at < 11; at++) await enter(world, "wrong")
  expect(await enter(world, password)).toMatchObject({ code: "too_many_attempts" })
  agreed(await enter(world, passwordIn(await resetAtTerminal(world, "gengqi"))))
})

test("a name nobody has, no name, a disabled account and a folder without a database each get their sentence", async () => {
  const world = await aWorld()
  const administrator = await world.as("administrator")
  const { accountId } = await anAccount(administrator)
  agreed(await setAccountDisabled(administrator, { accountId, disabled: true }))
  await expect(resetAtTerminal(world, "nobody")).rejects.toThrow("没有登录名或手机号是“nobody”的账号")
  await expect(resetAtTerminal(world)).rejects.toThrow("请写明谁的密码")
  await expect(resetAtTerminal(world, "gengqi")).rejects.toThrow("庚七的账号已停用")
  const elsewhere = readEnvironment({ DATABASE_URL: `${world.folder}/elsewhere.db`, DATA_DIR: world.folder })
  await expect(runCommand(elsewhere, "reset-password", ["gengqi"])).rejects.toThrow("这里没有可用的数据库")
})
