import type { Writer } from "#db/client"
import type { Role } from "#db/schema/people-accounts"
import { done, type Result, refuse } from "~/law/result"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import {
  findAccountOfPerson,
  findAccountWithRoles,
  listActiveAdministrators,
  listTakenEntries,
  replaceMemberships,
  updateAccountRow,
} from "./account-store"
import { hashPassword, makePassword } from "./passwords"
import { may, roleNames } from "./permissions"
import { type PersonEntry, settlePersonIn } from "./person-matching"
import { loginNameProblem, type PersonIndex } from "./rules"
import { insertAccount, insertMemberships, revokeAccountSessions } from "./store"
import { changedMeanwhile, writeOrRefuse } from "./writing"

/** What is told once to whom the account is for. The password is kept nowhere. */
export type GivenAccount = { accountId: string; name: string; loginName: string; password: string }

/** All changes of who may enter take one turn, so that two administrators cannot end each other's office at once. */
export const accountsLock = (ctx: Pick<Ctx, "community">) => `accounts:${ctx.community.id}`

export const namesOf = (given: readonly Role[]): string => given.map(role => roleNames[role]).join("、")

type NewAccount = { person: PersonEntry; loginName: string; phone: string | null; roles: readonly Role[] }

/**
 * An account with a password of the program's making, to be told once and changed at the first sign-in.
 * Refusals: forbidden, role_needed, login_name_wrong, login_name_taken, account_phone_taken, account_exists,
 * phone_taken, person_ambiguous, not_found.
 */
export async function createAccount(ctx: Ctx, input: NewAccount): Promise<Result<GivenAccount>> {
  if (!may(ctx.actor, "account:manage")) return refuse("forbidden")
  const password = makePassword()
  const passwordHash = await hashPassword(password)
  const made = await writeOrRefuse(ctx, accountsLock(ctx), q => createAccountIn(q, ctx, input, passwordHash))
  return made.ok ? done({ ...made.value, password }) : made
}

/** Inner step of `createAccount`; the caller has asked for permission and made the hash beforehand. */
export async function createAccountIn(
  q: Writer,
  ctx: Ctx,
  input: NewAccount,
  passwordHash: string,
  index?: PersonIndex,
): Promise<Result<{ accountId: string; name: string; loginName: string }>> {
  const loginName = input.loginName.normalize("NFKC").trim().toLowerCase()
  const problem = loginNameProblem(loginName)
  if (problem) return refuse("login_name_wrong", { field: "loginName", problem })
  if (input.roles.length === 0) return refuse("role_needed", { field: "roles" })
  const taken = await listTakenEntries(q, [loginName], input.phone ? [input.phone] : [])
  if (taken.loginNames.size > 0) return refuse("login_name_taken", { field: "loginName", loginName })
  if (taken.phones.size > 0) return refuse("account_phone_taken", { field: "phone", phone: input.phone })
  const settled = await settlePersonIn(q, ctx, input.person, index)
  if (!settled.ok) return settled
  const { personId, name } = settled.value
  if (await findAccountOfPerson(q, ctx.community.id, personId)) return refuse("account_exists", { field: "name", name })
  const [communityId, accountId] = [ctx.community.id, ctx.newId()]
  await insertAccount(q, {
    communityId,
    id: accountId,
    personId,
    loginName,
    phone: input.phone,
    passwordHash,
    mustChangePassword: true,
    disabledAt: null,
    createdAt: ctx.now(),
    version: 1,
  })
  await insertMemberships(
    q,
    [...new Set(input.roles)].map(role => ({ communityId, accountId, role })),
  )
  await audit(q, ctx, "account.created", { kind: "account", id: accountId }, { name, roles: namesOf(input.roles) })
  return done({ accountId, name, loginName })
}

/** Login name, phone and roles. Refusals: forbidden, not_found, role_needed, last_administrator, changed_meanwhile, … */
export async function changeAccount(
  ctx: Ctx,
  input: { accountId: string; version: number; loginName: string; phone: string | null; roles: readonly Role[] },
): Promise<Result<null>> {
  if (!may(ctx.actor, "account:manage")) return refuse("forbidden")
  const loginName = input.loginName.normalize("NFKC").trim().toLowerCase()
  const problem = loginNameProblem(loginName)
  const work = async (q: Writer): Promise<Result<null>> => {
    const account = await findAccountWithRoles(q, ctx.community.id, input.accountId)
    if (!account) return refuse("not_found")
    if (problem && loginName !== account.loginName) return refuse("login_name_wrong", { field: "loginName", problem })
    if (input.roles.length === 0) return refuse("role_needed", { field: "roles" })
    if (account.version !== input.version)
      return changedMeanwhile(q, ctx, { kind: "account", id: account.id }, account.version, [
        { label: "登录名", now: account.loginName, typed: loginName },
        { label: "手机", now: account.phone ?? "", typed: input.phone ?? "" },
        { label: "岗位", now: namesOf(account.roles), typed: namesOf(input.roles) },
      ])
    const losesOffice = account.roles.includes("administrator") && !input.roles.includes("administrator")
    if (losesOffice && (await isLastAdministrator(q, ctx, account.id)))
      return refuse("last_administrator", { field: "roles" })
    const taken = await listTakenEntries(
      q,
      loginName === account.loginName ? [] : [loginName],
      input.phone && input.phone !== account.phone ? [input.phone] : [],
    )
    if (taken.loginNames.size > 0) return refuse("login_name_taken", { field: "loginName", loginName })
    if (taken.phones.size > 0) return refuse("account_phone_taken", { field: "phone", phone: input.phone })
    await updateAccountRow(q, keyOf(ctx, account), { loginName, phone: input.phone })
    await replaceMemberships(q, ctx.community.id, account.id, [...new Set(input.roles)])
    await audit(
      q,
      ctx,
      "account.changed",
      { kind: "account", id: account.id },
      { name: account.name, roles: namesOf(input.roles) },
    )
    return done(null)
  }
  return writeOrRefuse(ctx, accountsLock(ctx), work)
}

/** Stops or lets in again; a stopped account is out with its next request. Refusals: forbidden, not_found, last_administrator. */
export async function setAccountDisabled(
  ctx: Ctx,
  input: { accountId: string; disabled: boolean },
): Promise<Result<null>> {
  if (!may(ctx.actor, "account:manage")) return refuse("forbidden")
  return ctx.db.tx(accountsLock(ctx), async q => {
    const account = await findAccountWithRoles(q, ctx.community.id, input.accountId)
    if (!account) return refuse("not_found")
    if (Boolean(account.disabledAt) === input.disabled) return done(null)
    if (input.disabled && (await isLastAdministrator(q, ctx, account.id))) return refuse("last_administrator")
    await updateAccountRow(q, keyOf(ctx, account), { disabledAt: input.disabled ? ctx.now() : null })
    if (input.disabled) await revokeAccountSessions(q, ctx.community.id, account.id, ctx.now())
    const action = input.disabled ? "account.disabled" : "account.enabled"
    await audit(q, ctx, action, { kind: "account", id: account.id }, { name: account.name })
    return done(null)
  })
}

export const keyOf = (ctx: Ctx, account: { id: string; version: number }) => ({
  communityId: ctx.community.id,
  accountId: account.id,
  version: account.version,
})

async function isLastAdministrator(q: Writer, ctx: Ctx, accountId: string): Promise<boolean> {
  const active = await listActiveAdministrators(q, ctx.community.id)
  return active.length === 1 && active[0] === accountId
}
