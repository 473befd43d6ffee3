import { done, type Result, refuse } from "~/law/result"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { findAccountWithRoles, listAccountsWithRoles } from "./account-store"
import { accountsLock, type GivenAccount, keyOf } from "./accounts"
import { hashPassword, makePassword } from "./passwords"
import { may } from "./permissions"
import { revokeAccountSessions, updateAccountPassword } from "./store"

/** A new password to be told once; every session of the account ends. Refusals: forbidden, not_found, changed_meanwhile. */
export async function resetPassword(ctx: Ctx, input: { accountId: string }): Promise<Result<GivenAccount>> {
  if (!may(ctx.actor, "account:manage")) return refuse("forbidden")
  const password = makePassword()
  const passwordHash = await hashPassword(password)
  return ctx.db.tx(accountsLock(ctx), async q => {
    const account = await findAccountWithRoles(q, ctx.community.id, input.accountId)
    if (!account) return refuse("not_found")
    if (!(await updateAccountPassword(q, keyOf(ctx, account), passwordHash, true))) return refuse("changed_meanwhile")
    await revokeAccountSessions(q, ctx.community.id, account.id, ctx.now())
    await audit(q, ctx, "account.passwordReset", { kind: "account", id: account.id }, { name: account.name })
    return done({ accountId: account.id, name: account.name, loginName: account.loginName, password })
  })
}

/** Accounts waiting for their first password: made by an import, or never entered since a password was given. */
export async function listWaitingAccounts(ctx: Ctx) {
  const all = await listAccountsWithRoles(ctx.db.read, ctx.community.id)
  return all.filter(account => account.mustChangePassword && !account.disabledAt && !account.lastSeenAt)
}

/**
 * Passwords for many who have not entered yet, to be printed and handed out; each replaces the one given before. Whoever
 * has entered meanwhile is passed over. Refuses forbidden, nobody_chosen.
 */
export async function givePasswords(ctx: Ctx, input: { accountIds: string[] }): Promise<Result<GivenAccount[]>> {
  if (!may(ctx.actor, "account:manage")) return refuse("forbidden")
  if (input.accountIds.length === 0) return refuse("nobody_chosen", { field: "accounts" })
  const made = new Map<string, { password: string; passwordHash: string }>()
  for (const accountId of input.accountIds) {
    const password = makePassword()
    made.set(accountId, { password, passwordHash: await hashPassword(password) })
  }
  return ctx.db.tx(accountsLock(ctx), async q => {
    const all = await listAccountsWithRoles(q, ctx.community.id)
    const given: GivenAccount[] = []
    for (const account of all) {
      const one = made.get(account.id)
      if (!one || !account.mustChangePassword || account.lastSeenAt || account.disabledAt) continue
      if (!(await updateAccountPassword(q, keyOf(ctx, account), one.passwordHash, true))) continue
      await audit(q, ctx, "account.passwordGiven", { kind: "account", id: account.id }, { name: account.name })
      given.push({ accountId: account.id, name: account.name, loginName: account.loginName, password: one.password })
    }
    return done(given)
  })
}
