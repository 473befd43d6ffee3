import { pinyin } from "pinyin-pro"
import { done, type Result, refuse } from "~/law/result"
import { auditAs } from "~/registry/audit"
import type { Installation } from "~/web/context"
import { hashPassword, passwordProblem } from "./passwords"
import { startSession } from "./sessions"
import { countCommunities, insertAccount, insertCommunity, insertMemberships, insertPerson } from "./store"

export type Founding = {
  communityName: string
  shortName: string
  subdistrict: string
  contactPhone: string
  administratorName: string
  loginName: string
  password: string
  device: string
}

/** `振兴社区` → `zhenxing`; letters and digits only, never empty. */
export const slugOf = (communityName: string): string =>
  pinyin(communityName.replace(/(社区|居委会|居民委员会)$/, ""), {
    toneType: "none",
    type: "array",
    nonZh: "consecutive",
  })
    .join("")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "")
    .slice(0, 40) || "community"

/**
 * The first run: a community and its first administrator, in an installation that has none. No default password.
 * Refusals: already_founded, password_weak.
 */
export async function foundCommunity(
  installation: Installation,
  input: Founding,
): Promise<Result<{ slug: string; token: string }>> {
  const problem = passwordProblem(input.password)
  if (problem) return refuse("password_weak", { field: "password", problem })
  const passwordHash = await hashPassword(input.password)
  return installation.db.tx("founding", async q => {
    if ((await countCommunities(q)) > 0) return refuse("already_founded")
    return done(await createCommunity(q, installation, input, passwordHash))
  })
}

/** Inner step: a community with its first account, administrator and secretary in one; more accounts can be made later. */
export async function createCommunity(
  q: Parameters<Parameters<Installation["db"]["tx"]>[1]>[0],
  installation: Installation,
  input: Founding,
  passwordHash: string,
): Promise<{ communityId: string; slug: string; token: string; accountId: string; personId: string }> {
  const now = installation.now()
  const [communityId, personId, accountId] = [installation.newId(), installation.newId(), installation.newId()]
  const slug = slugOf(input.communityName)
  await insertCommunity(q, {
    id: communityId,
    slug,
    name: input.communityName,
    shortName: input.shortName,
    subdistrict: input.subdistrict,
    contactPhone: input.contactPhone,
    createdAt: now,
    version: 1,
  })
  await insertPerson(q, {
    communityId,
    id: personId,
    name: input.administratorName,
    phone: null,
    gender: "unknown",
    address: "",
    organization: "",
    gridId: null,
    note: "",
    createdAt: now,
    version: 1,
  })
  await insertAccount(q, {
    communityId,
    id: accountId,
    personId,
    loginName: input.loginName.toLowerCase(),
    phone: null,
    passwordHash,
    mustChangePassword: false,
    disabledAt: null,
    createdAt: now,
    version: 1,
  })
  await insertMemberships(q, [
    { communityId, accountId, role: "administrator" },
    { communityId, accountId, role: "secretary" },
  ])
  await auditAs(
    q,
    installation,
    { communityId, personId, name: input.administratorName },
    "community.founded",
    { kind: "community", id: communityId },
    { name: input.communityName },
  )
  const token = await startSession(q, now, { communityId, accountId, device: input.device })
  return { communityId, slug, token, accountId, personId }
}
