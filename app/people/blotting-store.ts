import { and, eq, inArray } from "drizzle-orm"
import type { Reader, Writer } from "#db/client"
import { blottings, delegates, persons } from "#db/schema/people"
import { accounts } from "#db/schema/people-accounts"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { blottedName } from "./blotting-rules"
import type { Person } from "./register-store"
import { revokeAccountSessions } from "./store"

/**
 * Inner step: a person's row is blotted out in place, the text beside their past seats as a delegate and the entry of
 * their account with it. The id stays, so that every record that names it stands. The caller has asked for permission
 * and found nothing in the way. Returns how many places of this room.
 */
export async function blotPersonRowsIn(q: Writer, ctx: Ctx, person: Person): Promise<Record<string, number>> {
  const communityId = ctx.community.id
  await q
    .update(persons)
    .set({
      name: blottedName,
      pinyin: "",
      initials: "",
      strokeKey: "",
      phone: null,
      gender: "unknown",
      address: "",
      organization: "",
      gridId: null,
      note: "",
      blottedAt: ctx.now(),
      version: person.version + 1,
    })
    .where(and(eq(persons.communityId, communityId), eq(persons.id, person.id)))
  const seats = await q
    .update(delegates)
    .set({ organization: "" })
    .where(and(eq(delegates.communityId, communityId), eq(delegates.personId, person.id)))
    .returning({ id: delegates.id })
  const held = await q
    .select({ id: accounts.id, version: accounts.version, disabledAt: accounts.disabledAt })
    .from(accounts)
    .where(and(eq(accounts.communityId, communityId), eq(accounts.personId, person.id)))
  for (const account of held) {
    // Free for others to take; nobody signs in with a hash that is none.
    const set = { loginName: `blotted-${account.id}`, phone: null, passwordHash: "", version: account.version + 1 }
    await q
      .update(accounts)
      .set({ ...set, disabledAt: account.disabledAt ?? ctx.now() })
      .where(and(eq(accounts.communityId, communityId), eq(accounts.id, account.id)))
    await revokeAccountSessions(q, communityId, account.id, ctx.now())
  }
  return { persons: 1, delegates: seats.length, accounts: held.length }
}

/** Inner step: files that it was done, on whose word and why. What was blotted is kept nowhere. */
export async function fileBlottingIn(
  q: Writer,
  ctx: Ctx,
  { personId, reason, places }: { personId: string; reason: string; places: Record<string, number> },
): Promise<void> {
  await q.insert(blottings).values({
    communityId: ctx.community.id,
    id: ctx.newId(),
    personId,
    reason,
    places,
    blottedAt: ctx.now(),
    blottedBy: ctx.actor.personId ?? "",
  })
  await audit(q, ctx, "person.blotted", { kind: "person", id: personId }, { places })
}

/** The paper of a blotting; null where there was none. */
export async function findBlotting(q: Reader, communityId: string, personId: string) {
  const [row] = await q
    .select()
    .from(blottings)
    .where(and(eq(blottings.communityId, communityId), eq(blottings.personId, personId)))
  return row ?? null
}

/** Accounts of a person, without what opens them. */
export const listAccountsOf = (q: Reader, communityId: string, personId: string) =>
  q
    .select({
      id: accounts.id,
      loginName: accounts.loginName,
      phone: accounts.phone,
      disabledAt: accounts.disabledAt,
      createdAt: accounts.createdAt,
    })
    .from(accounts)
    .where(and(eq(accounts.communityId, communityId), inArray(accounts.personId, [personId])))
