import { done, type Result, refuse } from "~/law/result"
import { auditAs } from "~/registry/audit"
import type { Installation } from "~/web/context"
import { forgetAttempts } from "~/web/limits"
import { findAccountWithRoles } from "./account-store"
import type { GivenAccount } from "./accounts"
import { plainEntry } from "./entry"
import { hashPassword, makePassword } from "./passwords"
import { findAccountForSignIn, revokeAccountSessions, updateAccountPassword } from "./store"

/** Who the audit log names for what was done at the machine itself, where nobody is signed in. */
const atTheMachine = "本机命令"

/**
 * A new password for whoever sits at the machine and can read its database anyway: the way back for an only
 * administrator who forgot theirs. It must be changed at the next sign-in, every session ends, and the tries that were
 * counted are forgotten. Refusals: not_found, account_disabled, changed_meanwhile.
 */
export async function resetPasswordAtMachine(
  installation: Installation,
  nameOrPhone: string,
): Promise<Result<GivenAccount>> {
  const password = makePassword()
  const passwordHash = await hashPassword(password)
  const known = await findAccountForSignIn(installation.db.read, plainEntry(nameOrPhone))
  if (!known) return refuse("not_found")
  const { communityId, accountId } = known
  return installation.db.tx(`accounts:${communityId}`, async q => {
    const account = await findAccountWithRoles(q, communityId, accountId)
    if (!account) return refuse("not_found")
    if (account.disabledAt) return refuse("account_disabled", { name: account.name })
    const key = { communityId, accountId, version: account.version }
    if (!(await updateAccountPassword(q, key, passwordHash, true))) return refuse("changed_meanwhile")
    await revokeAccountSessions(q, communityId, accountId, installation.now())
    await forgetAttempts(q, `sign-in:account:${accountId}`)
    await auditAs(
      q,
      installation,
      { communityId, personId: null, name: atTheMachine },
      "account.passwordReset",
      { kind: "account", id: accountId },
      { name: account.name },
    )
    return done({ accountId, name: account.name, loginName: account.loginName, password })
  })
}
