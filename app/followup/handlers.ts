import type { Reader } from "#db/client"
import type { Role } from "#db/schema/people-accounts"
import { sortByPinyin } from "~/law/names"
import { findAccountOfPerson, findAccountWithRoles, listAccountsWithRoles } from "~/people/account-store"
import { permissions } from "~/people/permissions"
import { listPersons } from "~/people/register-store"
import type { Ctx } from "~/web/context"

const canWork = (account: { disabledAt: Date | null; roles: readonly Role[] }): boolean =>
  account.disabledAt === null &&
  account.roles.some(role => (permissions["task:work"] as readonly Role[]).includes(role))

export type HandlerChoice = { personId: string; name: string; organization: string }

/** Who may be given a task to work on with their own account, by pinyin: 承办人, 网格员 and the office itself. Asks no permission. */
export async function listHandlerChoices(ctx: Ctx): Promise<HandlerChoice[]> {
  const accounts = (await listAccountsWithRoles(ctx.db.read, ctx.community.id)).filter(canWork)
  const persons = await listPersons(ctx.db.read, ctx.community.id)
  return sortByPinyin(
    accounts.map(account => ({
      personId: account.personId,
      name: account.name,
      organization: persons.find(person => person.id === account.personId)?.organization ?? "",
    })),
    choice => choice.name,
  )
}

/** Inner step of an assignment: whether this person has an account here that works on tasks. */
export async function isHandlerPerson(q: Reader, ctx: Pick<Ctx, "community">, personId: string): Promise<boolean> {
  const accountId = await findAccountOfPerson(q, ctx.community.id, personId)
  const account = accountId ? await findAccountWithRoles(q, ctx.community.id, accountId) : null
  return account !== null && canWork(account)
}
