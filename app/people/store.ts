import { and, asc, eq, gt, inArray, isNull } from "drizzle-orm"
import type { Reader, Writer } from "#db/client"
import { gatheredEach, gatheredRead } from "#db/gathered"
import { given, givenAs, keptListQuery, keptQuery, unnamed } from "#db/prepared"
import { participants } from "#db/schema/convening"
import { communities, persons } from "#db/schema/people"
import { accounts, memberships, type Role, sessions } from "#db/schema/people-accounts"
import type { CommunityView } from "~/web/context"
import { nameKeys } from "./person-name-keys"

const communityView = {
  id: communities.id,
  slug: communities.slug,
  name: communities.name,
  shortName: communities.shortName,
  subdistrict: communities.subdistrict,
  contactPhone: communities.contactPhone,
}

const communityBySlug = keptQuery((q: Reader) =>
  q
    .select(communityView)
    .from(communities)
    .where(eq(communities.slug, given("slug")))
    .prepare(unnamed),
)

/** Asked for with every request of a community's; those that come together are told at once. */
export const findCommunityBySlug = gatheredRead(async (q: Reader, slug: string): Promise<CommunityView | null> => {
  const [row] = await communityBySlug(q).execute({ slug })
  return row ?? null
})

export const countCommunities = (q: Reader): Promise<number> => q.$count(communities)

/** The communities an account may enter, its own first made first. */
export const listCommunitiesOf = (q: Reader, accountId: string): Promise<CommunityView[]> =>
  q
    .selectDistinct({ ...communityView, createdAt: communities.createdAt })
    .from(memberships)
    .innerJoin(communities, eq(communities.id, memberships.communityId))
    .where(eq(memberships.accountId, accountId))
    .orderBy(asc(communities.createdAt))

export const insertCommunity = (q: Writer, row: typeof communities.$inferInsert) => q.insert(communities).values(row)
/** With the keys of the name. */
export const insertPerson = (q: Writer, row: typeof persons.$inferInsert) =>
  q.insert(persons).values({ ...row, ...nameKeys(row.name) })
export const insertAccount = (q: Writer, row: typeof accounts.$inferInsert) => q.insert(accounts).values(row)
export const insertMemberships = (q: Writer, rows: (typeof memberships.$inferInsert)[]) =>
  q.insert(memberships).values(rows)

const rolesOfAccount = keptQuery((q: Reader) =>
  q
    .select({ role: memberships.role })
    .from(memberships)
    .where(and(eq(memberships.communityId, given("communityId")), eq(memberships.accountId, given("accountId"))))
    .prepare(unnamed),
)

/** Roles of an account in a community; empty for an outsider. */
export async function listRoles(q: Reader, communityId: string, accountId: string): Promise<Role[]> {
  const rows = await rolesOfAccount(q).execute({ communityId, accountId })
  return rows.map(row => row.role)
}

const accountView = {
  communityId: accounts.communityId,
  accountId: accounts.id,
  personId: accounts.personId,
  passwordHash: accounts.passwordHash,
  mustChangePassword: accounts.mustChangePassword,
  disabledAt: accounts.disabledAt,
  version: accounts.version,
}

/** By login name (lower case) or phone. */
export async function findAccountForSignIn(q: Reader, nameOrPhone: string) {
  const accountsWithNames = () =>
    q
      .select({ ...accountView, name: persons.name })
      .from(accounts)
      .innerJoin(persons, and(eq(persons.communityId, accounts.communityId), eq(persons.id, accounts.personId)))
  const [byName] = await accountsWithNames().where(eq(accounts.loginName, nameOrPhone.toLowerCase()))
  if (byName) return byName
  const [byPhone] = await accountsWithNames().where(eq(accounts.phone, nameOrPhone))
  return byPhone ?? null
}

export async function findAccount(q: Reader, communityId: string, accountId: string) {
  const [row] = await q
    .select(accountView)
    .from(accounts)
    .where(and(eq(accounts.communityId, communityId), eq(accounts.id, accountId)))
  return row ?? null
}

/** Guarded by version: returns whether the row was as the caller knew it. */
export async function updateAccountPassword(
  q: Writer,
  key: { communityId: string; accountId: string; version: number },
  passwordHash: string,
  mustChangePassword: boolean,
): Promise<boolean> {
  const changed = await q
    .update(accounts)
    .set({ passwordHash, mustChangePassword, version: key.version + 1 })
    .where(
      and(eq(accounts.communityId, key.communityId), eq(accounts.id, key.accountId), eq(accounts.version, key.version)),
    )
    .returning({ id: accounts.id })
  return changed.length === 1
}

export const insertSession = (q: Writer, row: typeof sessions.$inferInsert) => q.insert(sessions).values(row)

const accountOfSession = keptQuery((q: Reader) =>
  q
    .select({
      sessionId: sessions.id,
      accountId: accounts.id,
      personId: accounts.personId,
      homeCommunityId: accounts.communityId,
      name: persons.name,
      mustChangePassword: accounts.mustChangePassword,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .innerJoin(accounts, and(eq(accounts.communityId, sessions.communityId), eq(accounts.id, sessions.accountId)))
    .innerJoin(persons, and(eq(persons.communityId, accounts.communityId), eq(persons.id, accounts.personId)))
    .where(
      and(
        eq(sessions.id, given("sessionId")),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, givenAs("now", sessions.expiresAt)),
        isNull(accounts.disabledAt),
      ),
    )
    .prepare(unnamed),
)

export async function findSessionAccount(q: Reader, sessionId: string, now: Date) {
  const [row] = await accountOfSession(q).execute({ sessionId, now })
  return row ?? null
}

const seatsOfSessions = keptListQuery((q: Reader, sessionIds) =>
  q
    .select({
      sessionId: sessions.id,
      expiresAt: sessions.expiresAt,
      communityId: sessions.communityId,
      meetingId: participants.meetingId,
      participantId: participants.id,
      personId: participants.personId,
      name: participants.name,
      helperName: sessions.helperName,
      helperReason: sessions.helperReason,
    })
    .from(sessions)
    .innerJoin(
      participants,
      and(eq(participants.communityId, sessions.communityId), eq(participants.id, sessions.participantId)),
    )
    .where(and(inArray(sessions.id, sessionIds), isNull(sessions.revokedAt)))
    .prepare(unnamed),
)

const findSeatSessions = gatheredEach(async (q: Reader, _: [], sessionIds: readonly string[]) => {
  const rows = await seatsOfSessions(q, {}, sessionIds)
  return new Map(rows.map(row => [row.sessionId, row]))
})

/**
 * The participant a tablet checked in as. Ended by expiry, by revoking, or when the code was replaced (which revokes). All
 * tablets of a hall ask in one moment: those that come together are looked up together, each by its own session.
 */
export async function findSeatSession(q: Reader, sessionId: string, now: Date) {
  const found = await findSeatSessions(q, [], sessionId)
  if (!found || found.expiresAt <= now) return null
  const { sessionId: _, expiresAt: __, ...seat } = found
  return seat
}

export const touchSession = (q: Writer, sessionId: string, now: Date) =>
  q.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, sessionId))

export async function updateSessionRevoked(q: Writer, sessionIds: string[], now: Date): Promise<void> {
  if (sessionIds.length === 0) return
  await q
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(inArray(sessions.id, sessionIds), isNull(sessions.revokedAt)))
}

/** Ends every session of an account, all but one when it is named. Returns how many were open. */
export async function revokeAccountSessions(
  q: Writer,
  communityId: string,
  accountId: string,
  now: Date,
  butSessionId?: string,
): Promise<number> {
  const open = await q
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.communityId, communityId), eq(sessions.accountId, accountId), isNull(sessions.revokedAt)))
  const ids = open.map(row => row.id).filter(id => id !== butSessionId)
  await updateSessionRevoked(q, ids, now)
  return ids.length
}

/** Ends every tablet's session of a participant: its code was replaced, or the meeting is over. */
export async function revokeSeatSessions(
  q: Writer,
  communityId: string,
  participantIds: string[],
  now: Date,
): Promise<void> {
  if (participantIds.length === 0) return
  await q
    .update(sessions)
    .set({ revokedAt: now })
    .where(
      and(
        eq(sessions.communityId, communityId),
        inArray(sessions.participantId, participantIds),
        isNull(sessions.revokedAt),
      ),
    )
}
