import type { Member, Who } from "./access-people"
import type { AccessWorld, House } from "./access-world"

export type Fields = Record<string, string | string[]> | FormData

/** What one button of an address does, and who may press it. */
export type Act = {
  /** As the form says it; absent where the address has one form only. */
  intent?: string
  by: readonly Who[]
  /** A fresh thing to press it on: its address below the community, the form filled in, and the tablet that sits there. */
  press: (house: House, who: Member, access: AccessWorld) => Promise<Pressed>
  /** The button only fills the form it stands in: nothing is kept. */
  writesNothing?: true
  /** What leaves no trace of its time in the log: a ballot, the reading of a paper, the end of a result's showing. */
  isUnlogged?: true
  /** What the form names of elsewhere is passed over, the rest is kept. */
  passesOverForeign?: true
}
export type Pressed = { at: string; form: Fields; seat?: string }

/** One address below a community. Who may is written out here, apart from the table of permissions it is held against. */
export type Row = {
  pattern: string
  /** The sample that is read, below the community. */
  at: (house: House) => string
  read: readonly Who[]
  acts?: Act[]
  /** For tablets: whoever has no seat here is led to the check-in, not to the sign-in. */
  isHall?: true
}

export const staff = ["administrator", "secretary"] as const
export const secretary = ["secretary"] as const
export const administrator = ["administrator"] as const
