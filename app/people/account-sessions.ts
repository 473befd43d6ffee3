import { done, type Result, refuse } from "~/law/result"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { findAccountWithRoles, listOpenSessions, revokeSession } from "./account-store"
import { may } from "./permissions"
import { revokeAccountSessions } from "./store"

/** An administrator over every account of the community; everyone over their own. */
const mayEnd = (ctx: Ctx, accountId: string) => ctx.actor.accountId === accountId || may(ctx.actor, "account:manage")

/** The community that keeps an account's sessions: its home. One's own may be elsewhere than the community one is in. */
type Owned = { accountId: string; homeCommunityId: string }

/** Ends one session of an account. Refusals: forbidden, not_found (also for a session of someone else), session_ended. */
export async function endAccountSession(ctx: Ctx, input: Owned & { sessionId: string }): Promise<Result<null>> {
  const { accountId, sessionId, homeCommunityId } = input
  if (!ctx.actor.accountId || !mayEnd(ctx, accountId)) return refuse("forbidden")
  return ctx.db.tx(`account:${accountId}`, async q => {
    if (!(await isReachable(ctx, input))) return refuse("not_found")
    const open = await listOpenSessions(q, homeCommunityId, accountId, ctx.now())
    const session = open.find(one => one.id === sessionId)
    if (!session) return refuse("session_ended")
    await revokeSession(q, homeCommunityId, accountId, sessionId, ctx.now())
    await audit(q, ctx, "account.sessionEnded", { kind: "account", id: accountId }, { device: session.device })
    return done(null)
  })
}

/** Ends all sessions of an account but the one named, which is the browser that asks. Refusals: forbidden, not_found. */
export async function endAllAccountSessions(ctx: Ctx, input: Owned & { butSessionId?: string }): Promise<Result<null>> {
  const { accountId, homeCommunityId, butSessionId } = input
  if (!ctx.actor.accountId || !mayEnd(ctx, accountId)) return refuse("forbidden")
  return ctx.db.tx(`account:${accountId}`, async q => {
    if (!(await isReachable(ctx, input))) return refuse("not_found")
    const ended = await revokeAccountSessions(q, homeCommunityId, accountId, ctx.now(), butSessionId)
    await audit(q, ctx, "account.sessionsEnded", { kind: "account", id: accountId }, { count: ended })
    return done(null)
  })
}

/** Open sessions for a page, the one seen last first. Refusals: forbidden, not_found. */
export async function listAccountSessions(ctx: Ctx, input: Owned) {
  if (!ctx.actor.accountId || !mayEnd(ctx, input.accountId)) return refuse("forbidden")
  if (!(await isReachable(ctx, input))) return refuse("not_found")
  return done(await listOpenSessions(ctx.db.read, input.homeCommunityId, input.accountId, ctx.now()))
}

async function isReachable(ctx: Ctx, { accountId, homeCommunityId }: Owned): Promise<boolean> {
  if (accountId === ctx.actor.accountId) return true
  if (homeCommunityId !== ctx.community.id) return false
  return (await findAccountWithRoles(ctx.db.read, homeCommunityId, accountId)) !== null
}
