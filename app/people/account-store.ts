import { and, asc, count, desc, eq, gt, inArray, isNull, max } from "drizzle-orm"
import type { Reader, Writer } from "#db/client"
import { communities, persons } from "#db/schema/people"
import { accounts, memberships, type Role, roles, sessions } from "#db/schema/people-accounts"

const accountView = {
  id: accounts.id,
  personId: accounts.personId,
  name: persons.name,
  loginName: accounts.loginName,
  phone: accounts.phone,
  mustChangePassword: accounts.mustChangePassword,
  disabledAt: accounts.disabledAt,
  version: accounts.version,
}

const accountsWithPersons = (q: Reader) =>
  q
    .select(accountView)
    .from(accounts)
    .innerJoin(persons, and(eq(persons.communityId, accounts.communityId), eq(persons.id, accounts.personId)))

/** Every account whose home is this community, in order of making, with its roles there and when it was last seen. */
export async function listAccountsWithRoles(q: Reader, communityId: string) {
  const rows = await accountsWithPersons(q).where(eq(accounts.communityId, communityId)).orderBy(asc(accounts.id))
  const given = await q
    .select({ accountId: memberships.accountId, role: memberships.role })
    .from(memberships)
    .where(eq(memberships.communityId, communityId))
  const seen = await q
    .select({ accountId: sessions.accountId, lastSeenAt: max(sessions.lastSeenAt) })
    .from(sessions)
    .where(eq(sessions.communityId, communityId))
    .groupBy(sessions.accountId)
  return rows.map(row => ({
    ...row,
    roles: inOrder(given.filter(one => one.accountId === row.id).map(one => one.role)),
    lastSeenAt: seen.find(one => one.accountId === row.id)?.lastSeenAt ?? null,
  }))
}

/** One account of this community, with its roles there. */
export async function findAccountWithRoles(q: Reader, communityId: string, accountId: string) {
  const [row] = await accountsWithPersons(q).where(
    and(eq(accounts.communityId, communityId), eq(accounts.id, accountId)),
  )
  if (!row) return null
  const given = await q
    .select({ role: memberships.role })
    .from(memberships)
    .where(and(eq(memberships.communityId, communityId), eq(memberships.accountId, accountId)))
  return { ...row, roles: inOrder(given.map(one => one.role)) }
}

/** The account of a person; a person has one at most. */
export async function findAccountOfPerson(q: Reader, communityId: string, personId: string): Promise<string | null> {
  const [row] = await q
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.communityId, communityId), eq(accounts.personId, personId)))
  return row?.id ?? null
}

const inOrder = (given: Role[]): Role[] => roles.filter(role => given.includes(role))

/** Which of these login names and phones some account of the installation has already. */
export async function listTakenEntries(q: Reader, loginNames: string[], phones: string[]) {
  const byName = loginNames.length
    ? await q.select({ loginName: accounts.loginName }).from(accounts).where(inArray(accounts.loginName, loginNames))
    : []
  const byPhone = phones.length
    ? await q.select({ phone: accounts.phone }).from(accounts).where(inArray(accounts.phone, phones))
    : []
  return {
    loginNames: new Set(byName.map(row => row.loginName)),
    phones: new Set(byPhone.map(row => row.phone)),
  }
}

/** Ids of accounts that may enter and are administrators here, whatever community is their home. */
export async function listActiveAdministrators(q: Reader, communityId: string): Promise<string[]> {
  const rows = await q
    .select({ id: accounts.id })
    .from(memberships)
    .innerJoin(accounts, eq(accounts.id, memberships.accountId))
    .where(
      and(eq(memberships.communityId, communityId), eq(memberships.role, "administrator"), isNull(accounts.disabledAt)),
    )
  return rows.map(row => row.id)
}

/** Guarded by version: returns whether the row was as the caller knew it. */
export async function updateAccountRow(
  q: Writer,
  key: { communityId: string; accountId: string; version: number },
  set: { loginName?: string; phone?: string | null; disabledAt?: Date | null },
): Promise<boolean> {
  const changed = await q
    .update(accounts)
    .set({ ...set, version: key.version + 1 })
    .where(
      and(eq(accounts.communityId, key.communityId), eq(accounts.id, key.accountId), eq(accounts.version, key.version)),
    )
    .returning({ id: accounts.id })
  return changed.length === 1
}

/** The roles of an account here become these; who gave and took them stands in the audit log. */
export async function replaceMemberships(q: Writer, communityId: string, accountId: string, given: readonly Role[]) {
  await q.delete(memberships).where(and(eq(memberships.communityId, communityId), eq(memberships.accountId, accountId)))
  await q.insert(memberships).values(given.map(role => ({ communityId, accountId, role })))
}

const openSession = (communityId: string, accountId: string, now: Date) =>
  and(
    eq(sessions.communityId, communityId),
    eq(sessions.accountId, accountId),
    isNull(sessions.revokedAt),
    gt(sessions.expiresAt, now),
  )

/** Open sessions of an account, the one seen last first. */
export const listOpenSessions = (q: Reader, communityId: string, accountId: string, now: Date) =>
  q
    .select({
      id: sessions.id,
      device: sessions.device,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .where(openSession(communityId, accountId, now))
    .orderBy(desc(sessions.lastSeenAt), asc(sessions.id))

/** Ends one session of an account. False when it is not there or has ended. */
export async function revokeSession(
  q: Writer,
  communityId: string,
  accountId: string,
  sessionId: string,
  now: Date,
): Promise<boolean> {
  const ended = await q
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(openSession(communityId, accountId, now), eq(sessions.id, sessionId)))
    .returning({ id: sessions.id })
  return ended.length === 1
}

export async function countAccounts(q: Reader, communityId: string): Promise<number> {
  const [row] = await q.select({ total: count() }).from(accounts).where(eq(accounts.communityId, communityId))
  return row?.total ?? 0
}

export async function findCommunity(q: Reader, communityId: string) {
  const [row] = await q.select().from(communities).where(eq(communities.id, communityId))
  return row ?? null
}

export const listCommunityIds = async (q: Reader): Promise<string[]> =>
  (await q.select({ id: communities.id }).from(communities).orderBy(asc(communities.id))).map(one => one.id)

/** Guarded by version. */
export async function updateCommunity(
  q: Writer,
  communityId: string,
  version: number,
  set: { name: string; shortName: string; subdistrict: string; contactPhone: string; boardIndexable: boolean },
): Promise<boolean> {
  const changed = await q
    .update(communities)
    .set({ ...set, version: version + 1 })
    .where(and(eq(communities.id, communityId), eq(communities.version, version)))
    .returning({ id: communities.id })
  return changed.length === 1
}
