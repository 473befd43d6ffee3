import { listWaitingAccounts } from "~/people/given-passwords"
import { may } from "~/people/permissions"
import type { Ctx } from "~/web/context"
import type { DueMatter } from "./due-matter"

/** Accounts nobody has used yet: their passwords are to be handed over. */
export async function duesOfAccounts(ctx: Ctx): Promise<DueMatter[]> {
  if (!may(ctx.actor, "account:manage")) return []
  const waiting = await listWaitingAccounts(ctx)
  const first = waiting[0]
  if (!first) return []
  return [
    {
      key: "accounts",
      when: "账号",
      whenNote: "没有登录过",
      late: false,
      dueOn: null,
      title: waiting.length === 1 ? `${first.name}还没有登录过` : `${waiting.length}个账号还没有登录过`,
      reasons: ["把临时密码交给本人，第一次登录时由本人改掉"],
      to: "/accounts/passwords",
      action: "发密码",
    },
  ]
}
