import type { Result } from "~/law/result"
import { createAccount, type GivenAccount } from "~/people/accounts"
import { type Appointment, appointDelegate } from "~/people/delegates"
import { type PersonFacts, registerPerson } from "~/people/persons"
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
