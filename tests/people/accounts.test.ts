import { expect, test } from "vitest"
import { auditEntries } from "#db/schema/registry"
import { aCommunity, aMember, aWorld } from "#tests/world"
import { endAccountSession, endAllAccountSessions } from "~/people/account-sessions"
import { readAccount, readAccounts } from "~/people/account-views"
import { changeAccount, createAccount, setAccountDisabled } from "~/people/accounts"
import { signIn } from "~/people/entry"
import { givePasswords, listWaitingAccounts, resetPassword } from "~/people/given-passwords"
import { changeOwnPassword } from "~/people/own-password"
import { findSignedIn } from "~/people/sessions"
import { listRoles } from "~/people/store"
import { agreed, anAccount, aPerson } from "./factories"

const device = "电脑，Chrome"
const enter = (world: Awaited<ReturnType<typeof aWorld>>, nameOrPhone: string, password: string) =>
  signIn(world.installation, { nameOrPhone, password, address: "192.0.2.1", device })

test("an account is entered with its login name or its phone, and asks for a password of one's own", async () => {
  const world = await aWorld()
  const made = await anAccount(await world.as("administrator"), { phone: "13900000001" })
  expect(agreed(await enter(world, "GengQi", made.password))).toMatchObject({ mustChangePassword: true })
  expect(agreed(await enter(world, "139 0000 0001", made.password))).toMatchObject({ mustChangePassword: true })
})

test("after the first change of password the account is entered without being asked again", async () => {
  const world = await aWorld()
  const made = await anAccount(await world.as("administrator"))
  const { token } = agreed(await enter(world, "gengqi", made.password))
  const signedIn = (await findSignedIn(world.installation, token))!
  agreed(
    await changeOwnPassword(world.installation, signedIn, { passwordNow: made.password, password: "新密码一二三四五" }),
  )
  expect(agreed(await enter(world, "gengqi", "新密码一二三四五"))).toMatchObject({ mustChangePassword: false })
})

test.each(["secretary", "gridWorker", "handler", "delegate", "reviewer", "viewer"] as const)(
  "a %s manages no accounts",
  async role => {
    const world = await aWorld()
    const made = await anAccount(await world.as("administrator"))
    const ctx = await world.as(role)
    const { accountId } = made
    const account = {
      person: { name: "辛八", phone: null },
      loginName: "xinba",
      phone: null,
      roles: ["viewer"] as const,
    }
    const forbidden = { ok: false, code: "forbidden" }
    expect(await createAccount(ctx, account)).toMatchObject(forbidden)
    expect(
      await changeAccount(ctx, { accountId, version: 1, loginName: "gengqi", phone: null, roles: ["viewer"] }),
    ).toMatchObject(forbidden)
    expect(await setAccountDisabled(ctx, { accountId, disabled: true })).toMatchObject(forbidden)
    expect(await resetPassword(ctx, { accountId })).toMatchObject(forbidden)
    expect(await givePasswords(ctx, { accountIds: [accountId] })).toMatchObject(forbidden)
    expect(await readAccounts(ctx)).toMatchObject(forbidden)
    const owned = { accountId, homeCommunityId: ctx.community.id }
    expect(await endAllAccountSessions(ctx, owned)).toMatchObject(forbidden)
  },
)

test("to the other community's administrator an account here does not exist", async () => {
  const world = await aWorld()
  const made = await anAccount(await world.as("administrator"))
  const elsewhere = await aCommunity(world.installation, { communityName: "新兴社区", loginName: "elsewhere" })
  const actor = await aMember(world.installation, elsewhere, ["administrator"])
  const ctx = { ...world.installation, community: elsewhere, actor }
  const { accountId } = made
  const notFound = { ok: false, code: "not_found" }
  expect(await readAccount(ctx, accountId, "")).toMatchObject(notFound)
  expect(await resetPassword(ctx, { accountId })).toMatchObject(notFound)
  expect(await setAccountDisabled(ctx, { accountId, disabled: true })).toMatchObject(notFound)
  expect(
    await changeAccount(ctx, { accountId, version: 1, loginName: "gengqi", phone: null, roles: ["viewer"] }),
  ).toMatchObject(notFound)
  for (const homeCommunityId of [elsewhere.id, world.community.id])
    expect(await endAllAccountSessions(ctx, { accountId, homeCommunityId })).toMatchObject(notFound)
})

test("a login name and a phone belong to one account in the whole installation", async () => {
  const world = await aWorld()
  const ctx = await world.as("administrator")
  await anAccount(ctx, { phone: "13900000001" })
  const other = { person: { name: "辛八", phone: null }, loginName: "xinba", phone: null, roles: ["viewer"] as const }
  expect(await createAccount(ctx, { ...other, loginName: "ＧengQi" })).toMatchObject({ code: "login_name_taken" })
  expect(await createAccount(ctx, { ...other, phone: "13900000001" })).toMatchObject({ code: "account_phone_taken" })
})

test("a refused account leaves no person behind", async () => {
  const world = await aWorld()
  const ctx = await world.as("administrator")
  await anAccount(ctx)
  const before = await world.db.read.$count(auditEntries)
  const input = {
    person: { name: "庚七", phone: "13900000007" },
    loginName: "gengqi2",
    phone: null,
    roles: ["viewer"] as const,
  }
  expect(await createAccount(ctx, input)).toMatchObject({ code: "account_exists" })
  expect(await world.db.read.$count(auditEntries)).toBe(before)
})

test.each([
  ["13900000009", "login_name_wrong"],
  ["a b", "login_name_wrong"],
  ["x", "login_name_wrong"],
])("%s is no login name", async (loginName, code) => {
  const world = await aWorld()
  const ctx = await world.as("administrator")
  const input = { person: { name: "辛八", phone: null }, loginName, phone: null, roles: ["viewer"] as const }
  expect(await createAccount(ctx, input)).toMatchObject({ code })
})

test("an account has one role at least, and belongs to someone who is known", async () => {
  const world = await aWorld()
  const ctx = await world.as("administrator")
  const input = { person: { name: "辛八", phone: null }, loginName: "xinba", phone: null, roles: [] }
  expect(await createAccount(ctx, input)).toMatchObject({ code: "role_needed", detail: { field: "roles" } })
  const invented = { ...input, roles: ["viewer"] as const, person: { personId: "no-such-person" } }
  expect(await createAccount(ctx, invented)).toMatchObject({ code: "not_found" })
})

test("of two people of one name the account goes to the one whose phone was given", async () => {
  const world = await aWorld()
  const ctx = await world.as("administrator")
  const first = await aPerson(ctx, { phone: "13900000001" })
  await aPerson(ctx, { phone: "13900000002" })
  const input = { loginName: "gengqi", phone: null, roles: ["viewer"] as const }
  expect(await createAccount(ctx, { ...input, person: { name: "庚七", phone: null } })).toMatchObject({
    code: "person_ambiguous",
    detail: { count: 2 },
  })
  agreed(await createAccount(ctx, { ...input, person: { name: "庚七", phone: "13900000001" } }))
  expect(await createAccount(ctx, { ...input, loginName: "gengqi2", person: { personId: first } })).toMatchObject({
    code: "account_exists",
  })
})

test("changed roles and a stopped account take effect at once", async () => {
  const world = await aWorld()
  const ctx = await world.as("administrator")
  const { accountId, password } = await anAccount(ctx)
  const { token } = agreed(await enter(world, "gengqi", password))
  const change = { accountId, version: 1, loginName: "gengqi", phone: null }
  agreed(await changeAccount(ctx, { ...change, roles: ["reviewer", "viewer"] }))
  expect((await listRoles(world.db.read, ctx.community.id, accountId)).toSorted()).toEqual(["reviewer", "viewer"])
  agreed(await setAccountDisabled(ctx, { accountId, disabled: true }))
  expect(await findSignedIn(world.installation, token)).toBeNull()
  expect(await enter(world, "gengqi", password)).toMatchObject({ code: "sign_in_failed" })
  agreed(await setAccountDisabled(ctx, { accountId, disabled: false }))
  expect(await findSignedIn(world.installation, token)).toBeNull()
  agreed(await enter(world, "gengqi", password))
})

test("the last administrator who can enter keeps the office", async () => {
  const world = await aWorld()
  const ctx = await world.as("administrator")
  const founder = agreed(await readAccounts(ctx)).find(account => account.loginName === "jiayi")!
  const own = ctx.actor.accountId!
  agreed(await setAccountDisabled(ctx, { accountId: founder.id, disabled: true }))
  const last = { ok: false, code: "last_administrator" }
  expect(await setAccountDisabled(ctx, { accountId: own, disabled: true })).toMatchObject(last)
  const { loginName, version } = agreed(await readAccount(ctx, own, ""))
  const demotion = { accountId: own, version, loginName, phone: null, roles: ["secretary"] as const }
  expect(await changeAccount(ctx, demotion)).toMatchObject(last)
  agreed(await setAccountDisabled(ctx, { accountId: founder.id, disabled: false }))
  agreed(await changeAccount(ctx, demotion))
})

test("of two administrators who end each other's office at once one remains", async () => {
  const world = await aWorld()
  const ctx = await world.as("administrator")
  const founder = agreed(await readAccounts(ctx)).find(account => account.loginName === "jiayi")!
  const results = await Promise.all([
    setAccountDisabled(ctx, { accountId: founder.id, disabled: true }),
    setAccountDisabled(ctx, { accountId: ctx.actor.accountId!, disabled: true }),
  ])
  expect(results.filter(result => result.ok)).toHaveLength(1)
})

test("a reset ends every session, and the old password opens nothing", async () => {
  const world = await aWorld()
  const ctx = await world.as("administrator")
  const { accountId, password } = await anAccount(ctx)
  const tokens = [
    agreed(await enter(world, "gengqi", password)).token,
    agreed(await enter(world, "gengqi", password)).token,
  ]
  const given = agreed(await resetPassword(ctx, { accountId }))
  for (const token of tokens) expect(await findSignedIn(world.installation, token)).toBeNull()
  expect(await enter(world, "gengqi", password)).toMatchObject({ code: "sign_in_failed" })
  expect(agreed(await enter(world, "gengqi", given.password))).toMatchObject({ mustChangePassword: true })
})

test("the second of two editors of an account is told what changed", async () => {
  const world = await aWorld()
  const ctx = await world.as("administrator")
  const { accountId } = await anAccount(ctx)
  const change = { accountId, version: 1, loginName: "gengqi", phone: null }
  agreed(await changeAccount(ctx, { ...change, roles: ["viewer"] }))
  const second = await changeAccount(ctx, { ...change, roles: ["handler"] })
  expect(second).toMatchObject({
    code: "changed_meanwhile",
    detail: { by: "甲一", version: 2, changes: [{ label: "岗位", now: "街道" }] },
  })
  agreed(await changeAccount(ctx, { ...change, version: 2, roles: ["handler"] }))
})

test("one session is ended and the others stay; a session of someone else is not there", async () => {
  const world = await aWorld()
  const ctx = await world.as("administrator")
  const first = await anAccount(ctx)
  const second = await anAccount(ctx, { person: { name: "辛八", phone: null }, loginName: "xinba" })
  const tokens = [
    agreed(await enter(world, "gengqi", first.password)),
    agreed(await enter(world, "gengqi", first.password)),
  ]
  const ended = (await findSignedIn(world.installation, tokens[0]!.token))!
  const homeCommunityId = ctx.community.id
  const sessionId = ended.sessionId
  expect(await endAccountSession(ctx, { accountId: second.accountId, homeCommunityId, sessionId })).toMatchObject({
    code: "session_ended",
  })
  agreed(await endAccountSession(ctx, { accountId: first.accountId, homeCommunityId, sessionId }))
  expect(await findSignedIn(world.installation, tokens[0]!.token)).toBeNull()
  expect(await findSignedIn(world.installation, tokens[1]!.token)).not.toBeNull()
})

test("a member ends the other sessions of their own account, and keeps the one that asks", async () => {
  const world = await aWorld()
  const administrator = await world.as("administrator")
  const made = await anAccount(administrator)
  const [here, there] = [
    agreed(await enter(world, "gengqi", made.password)).token,
    agreed(await enter(world, "gengqi", made.password)).token,
  ]
  const signedIn = (await findSignedIn(world.installation, here))!
  const actor = {
    ...administrator.actor,
    accountId: made.accountId,
    personId: signedIn.personId,
    roles: ["gridWorker"] as const,
  }
  const ctx = { ...administrator, actor }
  const owned = { accountId: made.accountId, homeCommunityId: ctx.community.id }
  agreed(await endAllAccountSessions(ctx, { ...owned, butSessionId: signedIn.sessionId }))
  expect(await findSignedIn(world.installation, here)).not.toBeNull()
  expect(await findSignedIn(world.installation, there)).toBeNull()
})

test("passwords are given again only to those who have not entered yet", async () => {
  const world = await aWorld()
  const ctx = await world.as("administrator")
  const first = await anAccount(ctx)
  const second = await anAccount(ctx, { person: { name: "辛八", phone: null }, loginName: "xinba" })
  agreed(await enter(world, "gengqi", first.password))
  expect((await listWaitingAccounts(ctx)).map(account => account.loginName)).toEqual(["xinba"])
  const given = agreed(await givePasswords(ctx, { accountIds: [first.accountId, second.accountId] }))
  expect(given.map(one => one.loginName)).toEqual(["xinba"])
  expect(await enter(world, "xinba", second.password)).toMatchObject({ code: "sign_in_failed" })
  agreed(await enter(world, "xinba", given[0]!.password))
  expect(await givePasswords(ctx, { accountIds: [] })).toMatchObject({ code: "nobody_chosen" })
})

test("no password and no hash of one stands in the audit log", async () => {
  const world = await aWorld()
  const ctx = await world.as("administrator")
  const made = await anAccount(ctx)
  const { token } = agreed(await enter(world, "gengqi", made.password))
  const signedIn = (await findSignedIn(world.installation, token))!
  agreed(
    await changeOwnPassword(world.installation, signedIn, { passwordNow: made.password, password: "新密码一二三四五" }),
  )
  const reset = agreed(await resetPassword(ctx, { accountId: made.accountId }))
  const log = JSON.stringify(await world.db.read.select().from(auditEntries))
  expect(log).toContain("account.passwordReset")
  for (const secret of [made.password, "新密码一二三四五", reset.password, "argon2", token])
    expect(log).not.toContain(secret)
})
