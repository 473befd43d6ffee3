import type { Writer } from "#db/client"
import type { ConsentKind } from "#db/schema/people"
import { type CivilDate, civilDateOf } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { type ConsentMeans, consentInForce, consentKindNames, consentKinds, consentMeans } from "./consent-rules"
import { insertConsent, listConsents } from "./consent-store"
import { may } from "./permissions"
import { registerLock } from "./persons"
import { findPerson, listPersonNames } from "./register-store"
import { checkTerm } from "./rules"

export type Saying = {
  personId: string
  kind: ConsentKind
  given: boolean
  means: ConsentMeans
  saidOn: CivilDate
  note: string
}

/**
 * Files that someone agreed, or took it back; nothing said before is lost. Taking back is as easy as giving
 * (个人信息保护法第15条). Refusals: forbidden, not_found, person_blotted, date_invalid, consent_in_future.
 */
export async function recordConsent(ctx: Ctx, input: Saying): Promise<Result<{ consentId: string }>> {
  if (!may(ctx.actor, "register:edit")) return refuse("forbidden")
  const day = checkTerm(input.saidOn, null)
  if (!day.ok) return refuse("date_invalid", { field: "saidOn", text: input.saidOn })
  if (input.saidOn > civilDateOf(ctx.now())) return refuse("consent_in_future", { field: "saidOn" })
  return ctx.db.tx(registerLock(ctx), async q => {
    const person = await findPerson(q, ctx.community.id, input.personId)
    if (!person) return refuse("not_found")
    if (person.blottedAt) return refuse("person_blotted")
    const consentId = ctx.newId()
    await insertConsent(q, {
      communityId: ctx.community.id,
      id: consentId,
      ...input,
      recordedAt: ctx.now(),
      recordedBy: ctx.actor.personId ?? "",
    })
    const detail = { kind: consentKindNames[input.kind], given: input.given, saidOn: input.saidOn }
    await audit(q, ctx, "consent.recorded", { kind: "person", id: person.id }, { ...detail, means: input.means })
    return done({ consentId })
  })
}

/** Inner step: what someone agreed to on the own tablet, while it was asked there. The caller knows that it is they. */
export async function giveOwnConsentIn(
  q: Writer,
  ctx: Pick<Ctx, "actor" | "community" | "now" | "newId">,
  given: { personId: string; kind: ConsentKind; note: string },
): Promise<void> {
  const saidOn = civilDateOf(ctx.now())
  await insertConsent(q, {
    communityId: ctx.community.id,
    id: ctx.newId(),
    ...given,
    given: true,
    means: "tablet",
    saidOn,
    recordedAt: ctx.now(),
    recordedBy: given.personId,
  })
  const detail = { kind: consentKindNames[given.kind], given: true, saidOn, means: "tablet" }
  await audit(q, ctx, "consent.recorded", { kind: "person", id: given.personId }, detail)
}

/** What holds of each kind, and everything that was said, the newest first. The caller has asked for permission. */
export async function readConsents(ctx: Pick<Ctx, "db" | "community">, personId: string) {
  const said = await listConsents(ctx.db.read, ctx.community.id, [personId])
  const clerks = await listPersonNames(ctx.db.read, ctx.community.id, [...new Set(said.map(one => one.recordedBy))])
  const inForce = consentKinds.map(kind => {
    const newest = consentInForce(said, kind)
    return {
      kind,
      label: consentKindNames[kind],
      state: newest === null ? ("never" as const) : newest.given ? ("given" as const) : ("takenBack" as const),
      words: newest ? `${newest.saidOn}，${consentMeans[newest.means]}` : "",
    }
  })
  const history = said.toReversed().map(one => ({
    id: one.id,
    what: `${one.given ? "同意" : "撤回"}${consentKindNames[one.kind]}`,
    how: [one.saidOn, consentMeans[one.means], one.note].filter(Boolean).join("，"),
    clerk: clerks.get(one.recordedBy)?.name ?? "",
  }))
  return { inForce, history }
}
