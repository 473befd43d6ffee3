import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { sessions } from "#db/schema/people-accounts"
import { auditEntries } from "#db/schema/registry"
import { aWorld, type World } from "#tests/world"
import { signIn } from "~/people/entry"
import { foundCommunity } from "~/people/founding"
import { resetPassword } from "~/people/given-passwords"
import { findSignedIn } from "~/people/sessions"
import { agreed, anAccount } from "./factories"

const enter = (world: World, nameOrPhone: string, password: string, address = "192.0.2.1") =>
  signIn(world.installation, { nameOrPhone, password, address, device: "电脑，Chrome" })

test("the eleventh try within the window is refused even with the right password", async () => {
  const world = await aWorld()
  const { password } = await anAccount(await world.as("administrator"))
  for (let at = 0; at < 10; at++)
    expect(await enter(world, "gengqi", "wrong")).toMatchObject({ code: "sign_in_failed" })
  expect(await enter(world, "gengqi", password)).toMatchObject({ code: "too_many_attempts", detail: { minutes: 10 } })
})

test("the name and the phone of an account share one count, and other accounts have their own", async () => {
  const world = await aWorld()
  const ctx = await world.as("administrator")
  const first = await anAccount(ctx, { phone: "13900000001" })
  const second = await anAccount(ctx, { person: { name: "辛八", phone: null }, loginName: "xinba" })
  for (let at = 0; at < 5; at++) {
    await enter(world, "gengqi", "wrong")
    await enter(world, "13900000001", "wrong")
  }
  expect(await enter(world, "13900000001", first.password)).toMatchObject({ code: "too_many_attempts" })
  agreed(await enter(world, "xinba", second.password))
})

test("a password that is reset while it is being checked opens nothing", async () => {
  const world = await aWorld()
  const administrator = await world.as("administrator")
  const { accountId, password } = await anAccount(administrator)
  let works = 0
  const tx: World["db"]["tx"] = async (lock, work) => {
    works += 1
    // The first counts the try, the second would begin the session.
    if (works === 2) agreed(await resetPassword(administrator, { accountId }))
    return world.db.tx(lock, work)
  }
  const installation = { ...world.installation, db: { ...world.db, tx } }
  const input = { nameOrPhone: "gengqi", password, address: "192.0.2.1", device: "电脑，Chrome" }
  expect(await signIn(installation, input)).toMatchObject({ ok: false, code: "sign_in_failed" })
  expect(await world.db.read.$count(sessions, eq(sessions.accountId, accountId))).toBe(0)
})

test("a page is still shown where the hour it was last seen cannot be written", async () => {
  const world = await aWorld()
  const { password } = await anAccount(await world.as("administrator"))
  const { token } = agreed(await enter(world, "gengqi", password))
  world.clock.now = new Date(world.clock.now.getTime() + 60 * 60_000)
  const full = { ...world.db, tx: () => Promise.reject(Object.assign(new Error("full"), { code: "SQLITE_FULL" })) }
  expect(await findSignedIn({ ...world.installation, db: full }, token)).toMatchObject({ name: "庚七" })
})

test("when the window is over, the right password enters again", async () => {
  const world = await aWorld()
  const { password } = await anAccount(await world.as("administrator"))
  for (let at = 0; at < 11; at++) await enter(world, "gengqi", "wrong")
  world.clock.now = new Date(world.clock.now.getTime() + 10 * 60_000)
  agreed(await enter(world, "gengqi", password))
})

test("after a success the count starts afresh", async () => {
  const world = await aWorld()
  const { password } = await anAccount(await world.as("administrator"))
  for (let round = 0; round < 2; round++) {
    for (let at = 0; at < 9; at++) await enter(world, "gengqi", "wrong")
    agreed(await enter(world, "gengqi", password))
  }
})

test("of thirty tries made at once exactly ten are looked at", async () => {
  const world = await aWorld()
  await anAccount(await world.as("administrator"))
  const answers = await Promise.all(Array.from({ length: 30 }, () => enter(world, "gengqi", "wrong")))
  const codes = answers.map(answer => (answer.ok ? "entered" : answer.code))
  expect(codes.filter(code => code === "sign_in_failed")).toHaveLength(10)
  expect(codes.filter(code => code === "too_many_attempts")).toHaveLength(20)
})

test("a hundred tries from one address close it for every account, and leave other addresses open", async () => {
  const world = await aWorld()
  const { password } = await anAccount(await world.as("administrator"))
  for (let at = 0; at < 100; at++) await enter(world, `nobody${at}`, "wrong")
  expect(await enter(world, "gengqi", password)).toMatchObject({ code: "too_many_attempts" })
  agreed(await enter(world, "gengqi", password, "192.0.2.2"))
})

test("a wrong name and a wrong password get the same answer", async () => {
  const world = await aWorld()
  await anAccount(await world.as("administrator"))
  expect(await enter(world, "gengqi", "wrong")).toEqual(await enter(world, "nobody", "wrong"))
})

test("who signed in stands in the log by name", async () => {
  const world = await aWorld()
  const { password } = await anAccount(await world.as("administrator"))
  agreed(await enter(world, "ｇｅｎｇｑｉ", password))
  const entries = await world.db.read.select().from(auditEntries)
  expect(entries.find(entry => entry.action === "account.signedIn")).toMatchObject({ actorName: "庚七" })
})

test("a community is founded once, and never with a password that is easily guessed", async () => {
  const world = await aWorld()
  const founding = {
    communityName: "新兴社区",
    shortName: "新社",
    subdistrict: "",
    contactPhone: "",
    administratorName: "甲一",
    loginName: "jiayi2",
    device: "电脑，Chrome",
  }
  expect(await foundCommunity(world.installation, { ...founding, password: "12345678" })).toMatchObject({
    code: "password_weak",
  })
  expect(await foundCommunity(world.installation, { ...founding, password: "一二三四五六七八" })).toMatchObject({
    code: "already_founded",
  })
})
