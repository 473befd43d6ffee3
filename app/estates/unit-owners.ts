import { done, type Result, refuse } from "~/law/result"
import { listOrganizations } from "~/people/organization-store"
import { may } from "~/people/permissions"
import { type PersonEntry, settlePersonIn } from "~/people/person-matching"
import { registerLock } from "~/people/persons"
import { changedMeanwhile, writeOrRefuse } from "~/people/writing"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { findBuilding } from "./estate-store"
import { checkShares, type Share, shareText } from "./rules"
import {
  findUnit,
  listOwnersOf,
  type OwnerRow,
  ownerNameOf,
  replaceUnitOwners,
  type UnitOwner,
  updateUnit,
} from "./unit-store"

export type OwnerEntry = { who: PersonEntry | { organizationId: string }; share: Share | null }

/**
 * Sets who owns a unit, in the order of the title deed; who is new is entered in the register of persons. Shares are
 * given for everybody or for nobody (共同共有) and make up the whole exactly. Refusals: forbidden, not_found,
 * changed_meanwhile, owner_twice, shares_incomplete, shares_not_one, phone_taken, person_ambiguous; `row` in the detail
 * is the owner's place from 1, where one is at fault.
 */
export async function setUnitOwners(
  ctx: Ctx,
  input: { unitId: string; version: number; owners: readonly OwnerEntry[] },
): Promise<Result<null>> {
  if (!may(ctx.actor, "register:edit")) return refuse("forbidden")
  const { unitId, version, owners } = input
  const communityId = ctx.community.id
  return writeOrRefuse(ctx, registerLock(ctx), async q => {
    const now = await findUnit(q, communityId, unitId)
    const building = now && (await findBuilding(q, communityId, now.buildingId))
    if (!now || !building) return refuse("not_found")
    const subject = { kind: "estate", id: building.estateId } as const
    if (now.version !== version) {
      const words = ownersInWords(await listOwnersOf(q, communityId, [unitId]))
      return changedMeanwhile(q, ctx, subject, now.version, [{ label: "业主", now: words, typed: "" }])
    }
    const shares = checkShares(owners.map(owner => owner.share))
    if (!shares.ok) return shares
    const organizations = new Map((await listOrganizations(q, communityId)).map(one => [one.id, one.name]))
    const rows: (UnitOwner & { name: string })[] = []
    for (const [at, { who, share }] of owners.entries()) {
      const row = {
        communityId,
        unitId,
        ordinal: at + 1,
        personId: null as string | null,
        organizationId: null as string | null,
        sharePart: share?.part ?? null,
        shareWhole: share?.whole ?? null,
        name: "",
      }
      if ("organizationId" in who) {
        const name = organizations.get(who.organizationId)
        if (name === undefined) return refuse("not_found")
        Object.assign(row, { organizationId: who.organizationId, name })
      } else {
        const settled = await settlePersonIn(q, ctx, who)
        if (!settled.ok) return { ...settled, detail: { ...settled.detail, row: at + 1 } }
        Object.assign(row, { personId: settled.value.personId, name: settled.value.name })
      }
      const isTwice = rows.some(
        other =>
          (row.personId !== null && other.personId === row.personId) ||
          (row.organizationId !== null && other.organizationId === row.organizationId),
      )
      if (isTwice) return refuse("owner_twice", { name: row.name, row: at + 1 })
      rows.push(row)
    }
    if (!(await updateUnit(q, { communityId, id: unitId, version }, {}))) return refuse("changed_meanwhile")
    await replaceUnitOwners(
      q,
      communityId,
      unitId,
      rows.map(({ name: _, ...row }) => row),
    )
    // Ids, not names: a name that is blotted out later does not live on in the log.
    const ownerIds = rows.map(row => row.personId ?? row.organizationId)
    await audit(q, ctx, "unit.ownersSet", subject, { unitId, name: `${building.name}${now.label}`, ownerIds })
    return done(null)
  })
}

/** 甲一1/2、乙二1/2, for people. */
export const ownersInWords = (owners: readonly OwnerRow[]): string =>
  owners.map(owner => `${ownerNameOf(owner)}${shareText(shareOf(owner))}`).join("、")

export const shareOf = (owner: Pick<UnitOwner, "sharePart" | "shareWhole">): Share | null =>
  owner.sharePart !== null && owner.shareWhole !== null ? { part: owner.sharePart, whole: owner.shareWhole } : null
