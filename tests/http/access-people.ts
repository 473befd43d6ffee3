import type { Room } from "#tests/chamber/factories"
import type { World } from "#tests/world"
import type { Ctx } from "~/web/context"

/** Everyone with an account in the community; chair and recorder hold their office with a plain delegate's account. */
export const members = [
  "administrator",
  "secretary",
  "gridWorker",
  "handler",
  "delegate",
  "reviewer",
  "viewer",
  "chair",
  "recorder",
] as const
export type Member = (typeof members)[number]

/**
 * `seat` is a delegate's tablet in the meeting, `outsider` the administrator of the other community; those who are
 * something elsewhere are it in another meeting of the same community.
 */
export const everyone = [
  ...members,
  "chairElsewhere",
  "recorderElsewhere",
  "seat",
  "seatElsewhere",
  "stranger",
  "outsider",
] as const
export type Who = (typeof everyone)[number]

/** An office in another meeting is worth nothing here: the delegate's account alone counts. */
export const countsAs = (who: Who): Who => (who === "chairElsewhere" || who === "recorderElsewhere" ? "delegate" : who)

export const isMember = (who: Who): boolean => (members as readonly Who[]).includes(countsAs(who))

/**
 * Whoever else there is. An office elsewhere is tried where the same office counts, a seat elsewhere where a seat does:
 * anywhere else they are a delegate and a stranger, who are tried as such.
 */
export const mayNot = (by: readonly Who[]): Who[] =>
  everyone.filter(who => {
    if (who === "chairElsewhere") return by.includes("chair") && !by.includes("delegate")
    if (who === "recorderElsewhere") return by.includes("recorder") && !by.includes("delegate")
    if (who === "seatElsewhere") return by.includes("seat") && !by.includes("stranger")
    return !by.includes(who)
  })

/** A community with its people and a meeting in session, before the rest is furnished. */
export type Frame = { world: World; slug: string; room: Room; ctx: Record<Member, Ctx> }
