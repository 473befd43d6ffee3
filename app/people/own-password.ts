import { done, type Result, refuse } from "~/law/result"
import { auditAs } from "~/registry/audit"
import type { Installation, SignedIn } from "~/web/context"
import { countAttempt } from "~/web/limits"
import { hashPassword, isPassword, passwordProblem } from "./passwords"
import { findAccount, revokeAccountSessions, updateAccountPassword } from "./store"

/** Ends every other session of the account. Refusals: password_wrong, password_weak, too_many_attempts, changed_meanwhile. */
export async function changeOwnPassword(
  installation: Installation,
  signedIn: SignedIn,
  input: { passwordNow: string; password: string },
): Promise<Result<null>> {
  const problem = passwordProblem(input.password)
  if (problem) return refuse("password_weak", { field: "password", problem })
  const { homeCommunityId: communityId, accountId } = signedIn
  const now = installation.now()
  const attempts = await installation.db.tx(`account:${accountId}`, q =>
    countAttempt(q, `password:account:${accountId}`, now, 10),
  )
  if (attempts > 10) return refuse("too_many_attempts", { minutes: 10 })
  const account = await findAccount(installation.db.read, communityId, accountId)
  if (!account) return refuse("not_found")
  if (!(await isPassword(account.passwordHash, input.passwordNow)))
    return refuse("password_wrong", { field: "passwordNow" })
  const passwordHash = await hashPassword(input.password)
  return installation.db.tx(`accounts:${communityId}`, async q => {
    const changed = await updateAccountPassword(
      q,
      { communityId, accountId, version: account.version },
      passwordHash,
      false,
    )
    if (!changed) return refuse("changed_meanwhile")
    await revokeAccountSessions(q, communityId, accountId, now, signedIn.sessionId)
    await auditAs(
      q,
      installation,
      { communityId, personId: signedIn.personId, name: signedIn.name },
      "account.passwordChanged",
      { kind: "account", id: accountId },
    )
    return done(null)
  })
}
