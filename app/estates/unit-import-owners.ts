import type { PersonIndex } from "~/people/rules"
import { plainName } from "~/people/rules"
import type { Share } from "./rules"
import type { ReadOwner } from "./unit-import-reading"
import type { OwnerRow } from "./unit-store"

/** Someone the register has, with or without a phone, or someone new of this file, by a key of their own. */
export type Meant = { personId: string; lacksPhone: boolean } | { newcomer: string }

/** An owner of a row, as confirming needs it; survives JSON. */
export type RowOwner = {
  name: string
  phone: string | null
  share: Share | null
  /** 单位 of the register; null for a person, and for a 单位 that is entered on confirming. */
  organizationId: string | null
  isOrganization: boolean
  /** Who it is; of an organization null. */
  meant: Meant | null
  /** Who it may be instead: the row asks, and “yes” means this one. */
  perhaps: Meant | null
  /** The phone is someone else's already: if this is another person, it is not kept here. */
  isPhoneHeld: boolean
}

type Newcomer = { key: string; name: string; phone: string | null; rowNumber: number }

type Told = { owner: RowOwner; question: string | null } | { fault: string }

/**
 * Tells who the owners of the rows are. A phone decides; the owners a unit already has are recognised by name; a name
 * alone is asked about, because one buyer of several units is one head and two people of one name are two
 * (建筑物区分所有权解释第9条).
 */
export function ownerTelling(index: PersonIndex, organizations: ReadonlyMap<string, { id: string; name: string }>) {
  const byName = new Map<string, Newcomer[]>()
  const byPhone = new Map<string, Newcomer>()
  let keys = 0

  const markOfNewcomer = (one: Newcomer) => `第${one.rowNumber}行的${one.name}`
  const markOfKnown = (one: { name: string; phone: string | null; address: string }) =>
    `名册里的${[one.name, one.phone, one.address].filter(Boolean).join("，")}`

  const asPerson = (
    owner: ReadOwner,
    meant: Meant | null,
    perhaps: Meant | null = null,
    isPhoneHeld = false,
  ): RowOwner => ({
    name: owner.name,
    phone: owner.phone,
    share: owner.share,
    organizationId: null,
    isOrganization: false,
    meant,
    perhaps,
    isPhoneHeld,
  })

  function tell(owner: ReadOwner, held: readonly OwnerRow[]): Told {
    const name = plainName(owner.name)
    const organization = organizations.get(name)
    if (organization || owner.isOrganization) {
      const held = { organizationId: organization?.id ?? null, isOrganization: true }
      return { owner: { ...asPerson(owner, null), ...held }, question: null }
    }

    const holder = owner.phone ? index.byPhone.get(owner.phone) : undefined
    const isHolders = holder !== undefined && plainName(holder.name) === name
    if (holder && isHolders)
      return { owner: asPerson(owner, { personId: holder.id, lacksPhone: false }), question: null }
    const before = held.filter(one => one.personId && plainName(one.personName ?? "") === name)
    const here = before.filter(one => !owner.phone || !one.phone)
    if (here.length === 1 && !holder)
      return { owner: asPerson(owner, { personId: here[0]!.personId!, lacksPhone: !here[0]!.phone }), question: null }

    const other = owner.phone ? byPhone.get(owner.phone) : undefined
    if (other && plainName(other.name) === name)
      return { owner: asPerson(owner, { newcomer: other.key }), question: null }
    const fresh: Meant = { newcomer: `${++keys}` }
    const ask = (perhaps: Meant, mark: string, isPhoneHeld: boolean): Told => ({
      owner: asPerson(owner, fresh, perhaps, isPhoneHeld),
      question: `${owner.name}和${mark}是同一个人吗？${isPhoneHeld ? "电话是同一个，姓名不同。" : "没有电话可以核对。"}`,
    })
    if (holder) return ask({ personId: holder.id, lacksPhone: false }, markOfKnown(holder), true)
    if (other) return ask({ newcomer: other.key }, markOfNewcomer(other), true)

    // With a phone of their own, those who have another phone are somebody else.
    const known = (index.byName.get(name) ?? []).filter(person => !owner.phone || !person.phone)
    const newcomers = (byName.get(name) ?? []).filter(one => !owner.phone || !one.phone)
    if (known.length + newcomers.length > 1)
      return { fault: `${owner.name}有${known.length + newcomers.length}位，分不清是哪一位，请在表里补上电话` }
    if (known[0]) return ask({ personId: known[0].id, lacksPhone: !known[0].phone }, markOfKnown(known[0]), false)
    if (newcomers[0]) return ask({ newcomer: newcomers[0].key }, markOfNewcomer(newcomers[0]), false)
    return { owner: asPerson(owner, fresh), question: null }
  }

  /**
   * Once a row is found sound: those new in it are known to the rows below, by name and phone; one who is asked about by
   * the phone alone, for the answer says who they are.
   */
  function remember(owners: readonly RowOwner[], rowNumber: number): void {
    for (const { name, phone, meant, perhaps, isPhoneHeld } of owners) {
      if (!meant || !("newcomer" in meant)) continue
      const newcomer = { key: meant.newcomer, name, phone, rowNumber }
      if (phone && !isPhoneHeld && !byPhone.has(phone)) byPhone.set(phone, newcomer)
      const known = byName.get(plainName(name)) ?? []
      if (!perhaps && !known.some(one => one.key === meant.newcomer)) byName.set(plainName(name), [...known, newcomer])
    }
  }

  return { tell, remember }
}
