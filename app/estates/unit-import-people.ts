import type { Writer } from "#db/client"
import { done, type Result } from "~/law/result"
import { listOrganizations } from "~/people/organization-store"
import { registerOrganizationIn } from "~/people/organizations"
import { newPerson } from "~/people/person-matching"
import { findPerson, type NewPerson, updatePerson } from "~/people/register-store"
import { plainName } from "~/people/rules"
import { audit } from "~/registry/audit"
import type { StoredImportRow } from "~/registry/import-rules"
import type { Ctx } from "~/web/context"
import type { Meant, RowOwner } from "./unit-import-owners"
import type { ReadUnit } from "./unit-import-reading"
import type { UnitOwner } from "./unit-store"

/** A row of the preview. `owners` empty leaves those the register has. */
export type UnitRow = Omit<ReadUnit, "owners"> & {
  owners: RowOwner[]
  /** The unit the register has already. */
  unitId: string | null
  changesOwners: boolean
}

/** The 单位 among the owners, by plain name; those the register lacks are entered. */
export async function settleOrganizations(
  q: Writer,
  ctx: Ctx,
  rows: readonly StoredImportRow[],
): Promise<Result<ReadonlyMap<string, string>>> {
  const known = new Map(
    (await listOrganizations(q, ctx.community.id)).map(one => [plainName(one.name), one.id] as const),
  )
  for (const { name, phone, isOrganization } of rows.flatMap(row => (row.values as UnitRow).owners)) {
    if (!isOrganization || known.has(plainName(name))) continue
    const facts = { name, kind: "other" as const, contactName: "", contactPhone: phone ?? "", address: "", note: "" }
    const entered = await registerOrganizationIn(q, ctx, facts)
    if (!entered.ok) return entered
    known.set(plainName(name), entered.value.organizationId)
  }
  return done(known)
}

/** Who the owners are, by the answers given: those of the register, and those entered now. */
export function settlePeople(ctx: Ctx, rows: readonly StoredImportRow[], organizations: ReadonlyMap<string, string>) {
  const added: NewPerson[] = []
  /** Phones for people of the register who had none, by person. */
  const phones = new Map<string, string>()
  const byKey = new Map<string, string>()
  const personOf = (meant: Meant, owner: RowOwner, row: StoredImportRow): string => {
    if ("personId" in meant) return meant.personId
    const known = byKey.get(meant.newcomer)
    if (known) return known
    const { estate, building, label } = row.values as UnitRow
    // Where they own: the mark by which two people of one name are told apart.
    const person = {
      ...newPerson(ctx, owner.name, owner.isPhoneHeld ? null : owner.phone),
      address: `${estate}${building}${label}`,
    }
    added.push(person)
    byKey.set(meant.newcomer, person.id)
    return person.id
  }
  const settled = new Map<RowOwner, string>()
  for (const row of rows)
    for (const owner of (row.values as UnitRow).owners) {
      if (!owner.meant) continue
      const isOther = owner.perhaps !== null && row.choice === "support"
      const personId = personOf(isOther ? owner.perhaps! : owner.meant, owner, row)
      if (isOther && "newcomer" in owner.meant) byKey.set(owner.meant.newcomer, personId)
      settled.set(owner, personId)
      const meantKnown = isOther ? owner.perhaps! : owner.meant
      if (owner.phone && !owner.isPhoneHeld && "personId" in meantKnown && meantKnown.lacksPhone)
        phones.set(personId, owner.phone)
    }
  const ownerRow = (owner: RowOwner, key: Pick<UnitOwner, "communityId" | "unitId" | "ordinal">) => ({
    ...key,
    personId: settled.get(owner) ?? null,
    organizationId: owner.isOrganization ? organizations.get(plainName(owner.name))! : null,
    sharePart: owner.share?.part ?? null,
    shareWhole: owner.share?.whole ?? null,
  })
  return { added, phones, ownerRow }
}

export async function givePhone(q: Writer, ctx: Ctx, personId: string, phone: string): Promise<void> {
  const person = await findPerson(q, ctx.community.id, personId)
  if (!person || person.phone !== null) return
  await updatePerson(q, { communityId: ctx.community.id, id: personId, version: person.version }, { phone })
  await audit(q, ctx, "person.changed", { kind: "person", id: personId }, { name: person.name, fields: ["电话"] })
}
