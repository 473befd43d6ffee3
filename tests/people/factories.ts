import type { Result } from "~/law/result"
import { createAccount, type GivenAccount } from "~/people/accounts"
import { registerBody } from "~/people/bodies"
import { seatInBody } from "~/people/body-terms"
import { type Appointment, appointDelegate } from "~/people/delegates"
import { registerOrganization } from "~/people/organizations"
import { type PersonFacts, registerPerson } from "~/people/persons"
import { registerResidentGroup } from "~/people/resident-groups"
import type { Ctx } from "~/web/context"

/** The value of a use case that must have agreed. */
export function agreed<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.code} ${JSON.stringify(result.detail)}`)
  return result.value
}

export const aPersonsFacts = (overrides: Partial<PersonFacts> = {}): PersonFacts => ({
  name: "庚七",
  phone: null,
  gender: "unknown",
  address: "",
  organization: "",
  gridId: null,
  note: "",
  ...overrides,
})

/** Someone in the register; returns the id. */
export async function aPerson(ctx: Ctx, overrides: Partial<PersonFacts> = {}): Promise<string> {
  return agreed(await registerPerson(ctx, aPersonsFacts(overrides))).personId
}

/** An account with a password, made by an administrator. */
export async function anAccount(
  ctx: Ctx,
  overrides: Partial<Parameters<typeof createAccount>[1]> = {},
): Promise<GivenAccount> {
  const person = { name: "庚七", phone: null }
  return agreed(
    await createAccount(ctx, { person, loginName: "gengqi", phone: null, roles: ["gridWorker"], ...overrides }),
  )
}

/** A delegate; returns the id. */
export async function aDelegate(ctx: Ctx, overrides: Partial<Appointment> = {}): Promise<string> {
  const appointment: Appointment = {
    person: { name: "庚七", phone: null },
    delegation: "resident",
    organization: "",
    since: "2026-01-01",
  }
  return agreed(await appointDelegate(ctx, { ...appointment, ...overrides })).delegateId
}

/** A body nobody sits in; returns the id. */
export async function aBody(ctx: Ctx, name = "议事小组"): Promise<string> {
  return agreed(await registerBody(ctx, { kind: "other", name, estateId: null, note: "" })).bodyId
}

/** Someone's seat in a body of its own. */
export async function aBodyTerm(ctx: Ctx, personId: string): Promise<{ bodyId: string; termId: string }> {
  const bodyId = await aBody(ctx, `议事小组${crypto.randomUUID()}`)
  const seat = { post: "组长", chosenHow: "elected", basis: "", since: "2026-01-01", until: null } as const
  return { bodyId, termId: agreed(await seatInBody(ctx, { bodyId, person: { personId }, ...seat })).termId }
}

/** A 单位; returns the id. */
export async function anOrganization(ctx: Ctx, name = "悦园物业"): Promise<string> {
  const facts = { kind: "propertyCompany", contactName: "", contactPhone: "", address: "", note: "" } as const
  return agreed(await registerOrganization(ctx, { name, ...facts })).organizationId
}

/** A 居民小组; returns the id. */
export async function aResidentGroup(ctx: Ctx, name = "第一居民小组"): Promise<string> {
  return agreed(await registerResidentGroup(ctx, { name, households: null, leader: null, scope: "" })).groupId
}
