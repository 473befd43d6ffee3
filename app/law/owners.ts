/** One 专有部分 as the register has it on the day of the roll. */
export type OwnedUnit = {
  unitId: string
  areaCm2: number
  isParking: boolean
  /** owned: the buyer's; unsold or soldUndelivered: still the developer's head (解释第9条). */
  holding: "owned" | "unsold" | "soldUndelivered"
  /** Every registered owner of it; co-owners together are one head. */
  ownerIds: readonly string[]
  developerId: string | null
}

/** One 业主人数: one ballot, with the areas of all it holds. */
export type OwnerHead = {
  /** `owner:<ids sorted, joined by +>` or `developer:<id>`. */
  key: string
  ownerIds: string[]
  developerId: string | null
  unitIds: string[]
  areaCm2: number
}
