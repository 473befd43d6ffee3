import { civilDateOf, formatDateTime } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import type { Ctx } from "~/web/context"
import { listAccountSessions } from "./account-sessions"
import { findAccountWithRoles, listAccountsWithRoles } from "./account-store"
import { namesOf } from "./accounts"
import { may } from "./permissions"

/** The list of accounts. Refuses forbidden. */
export async function readAccounts(ctx: Ctx) {
  if (!may(ctx.actor, "account:manage")) return refuse("forbidden")
  const all = await listAccountsWithRoles(ctx.db.read, ctx.community.id)
  return done(
    all.map(account => ({
      id: account.id,
      name: account.name,
      loginName: account.loginName,
      phone: account.phone ?? "",
      roles: namesOf(account.roles),
      lastSeen: account.lastSeenAt ? formatDateTime(account.lastSeenAt) : "还没有登录过",
      state: account.disabledAt ? ("disabled" as const) : account.mustChangePassword ? ("waiting" as const) : null,
      isWaiting: account.mustChangePassword && !account.lastSeenAt && !account.disabledAt,
    })),
  )
}

/** One account with its open sessions. Refusals: forbidden, not_found. */
export async function readAccount(ctx: Ctx, accountId: string, ownSessionId: string) {
  if (!may(ctx.actor, "account:manage")) return refuse("forbidden")
  const account = await findAccountWithRoles(ctx.db.read, ctx.community.id, accountId)
  if (!account) return refuse("not_found")
  const sessions = await readSessions(ctx, { accountId, homeCommunityId: ctx.community.id }, ownSessionId)
  if (!sessions.ok) return sessions
  return done({
    id: account.id,
    name: account.name,
    loginName: account.loginName,
    phone: account.phone,
    roles: account.roles,
    version: account.version,
    disabledOn: account.disabledAt ? civilDateOf(account.disabledAt) : null,
    isOwn: account.id === ctx.actor.accountId,
    sessions: sessions.value,
  })
}

/** The open sessions of an account, for a page. */
export async function readSessions(
  ctx: Ctx,
  owned: { accountId: string; homeCommunityId: string },
  ownSessionId: string,
): Promise<Result<{ id: string; device: string; since: string; lastSeen: string; isThis: boolean }[]>> {
  const listed = await listAccountSessions(ctx, owned)
  if (!listed.ok) return listed
  return done(
    listed.value.map(session => ({
      id: session.id,
      device: session.device,
      since: formatDateTime(session.createdAt),
      lastSeen: formatDateTime(session.lastSeenAt),
      isThis: session.id === ownSessionId,
    })),
  )
}
