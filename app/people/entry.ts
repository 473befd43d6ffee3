import { done, type Result, refuse } from "~/law/result"
import { auditAs } from "~/registry/audit"
import { phoneOf } from "~/registry/cell-values"
import type { Installation } from "~/web/context"
import { countAttempt, forgetAttempts } from "~/web/limits"
import { isPassword, noOnesHash } from "./passwords"
import { startSession } from "./sessions"
import { countCommunities, findAccount, findAccountForSignIn, listCommunitiesOf } from "./store"

const attemptsPerAccount = 10
const attemptsPerAddress = 100
const windowMinutes = 10

/** Signs in by login name or phone. Refusals: too_many_attempts, sign_in_failed (which of the two was wrong is not said). */
export async function signIn(
  installation: Installation,
  input: { nameOrPhone: string; password: string; address: string; device: string },
): Promise<Result<{ token: string; mustChangePassword: boolean }>> {
  const who = plainEntry(input.nameOrPhone)
  const now = installation.now()
  const account = await findAccountForSignIn(installation.db.read, who)
  // Name and phone of one account share its count; a name nobody has is counted alike.
  const byAccount = `sign-in:account:${account?.accountId ?? who}`
  const [ofAccount, ofAddress] = await installation.db.tx(`attempts:${byAccount}`, async q => [
    await countAttempt(q, byAccount, now, windowMinutes),
    await countAttempt(q, `sign-in:address:${input.address}`, now, windowMinutes),
  ])
  if (ofAccount! > attemptsPerAccount || ofAddress! > attemptsPerAddress)
    return refuse("too_many_attempts", { minutes: windowMinutes })

  const matches = await isPassword(account?.passwordHash ?? (await noOnesHash), input.password)
  if (!account || !matches || account.disabledAt) return refuse("sign_in_failed", { field: "nameOrPhone" })

  const token = await installation.db.tx(`accounts:${account.communityId}`, async q => {
    // Checking takes a while: a password replaced meanwhile opens nothing, or its session would outlive the reset.
    const known = await findAccount(q, account.communityId, account.accountId)
    if (known?.passwordHash !== account.passwordHash || known.disabledAt) return null
    await forgetAttempts(q, byAccount)
    await auditAs(
      q,
      installation,
      { communityId: account.communityId, personId: account.personId, name: account.name },
      "account.signedIn",
      { kind: "account", id: account.accountId },
      { device: input.device },
    )
    return startSession(q, now, {
      communityId: account.communityId,
      accountId: account.accountId,
      device: input.device,
    })
  })
  return token
    ? done({ token, mustChangePassword: account.mustChangePassword })
    : refuse("sign_in_failed", { field: "nameOrPhone" })
}

/** As people type it: full width, capitals, a phone in groups. A login name has no spaces. */
export function plainEntry(typed: string): string {
  const plain = typed.normalize("NFKC").replace(/\s+/g, "").toLowerCase()
  const phone = phoneOf(plain)
  return phone.ok && phone.value ? phone.value : plain
}

/** Whether there is a community yet; without one the first run is offered. */
export const isFounded = async (installation: Installation): Promise<boolean> =>
  (await countCommunities(installation.db.read)) > 0

export const listOwnCommunities = (installation: Installation, accountId: string) =>
  listCommunitiesOf(installation.db.read, accountId)
