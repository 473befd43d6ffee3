import { type CivilDate, instantOf } from "~/law/civil-date"
import { createCommunity } from "~/people/founding"
import { hashPassword } from "~/people/passwords"
import { type Actor, type Ctx, type Installation, stranger } from "~/web/context"
import { type DemoClock, demoClock } from "./clock"
import { addVenues, fillRegisters, foundedOn, type GridIds, giveAccounts, type PersonIds } from "./registers"

/** What a story needs before it begins: a community with its people, grids, accounts and places to talk things over. */
export type Stage = {
  /** The community's own context, of nobody in particular. */
  ground: Ctx
  clock: DemoClock
  personIds: PersonIds
  actors: Record<string, Actor>
  gridIds: GridIds
  venueIds: Record<string, string>
}

/** A stage with a calendar of its own: day 0 is the story's first. */
export type Story = Stage & {
  /** Someone with an account, on a day of the story at a time of day. */
  as: (name: string, day: number, time: string) => Ctx
  /** A resident without an account: at the board, with a telephone. */
  asResident: (day: number, time: string) => Ctx
  dayOf: (day: number) => CivilDate
  /** A moment of the story, also of its future: when a meeting is to begin. */
  momentOf: (day: number, time: string) => Date
}

/** The smallest stage that every story can be told on. `password` is everyone's. */
export async function setStage(installation: Installation, password: string): Promise<Stage> {
  const clock = demoClock(installation)
  const founders = { ...installation, now: () => instantOf(clock.dayOf(foundedOn), "08:30") }
  const secretary = await foundCommunity(founders, password)
  const { personIds, gridIds } = await fillRegisters(secretary, clock)
  const actors = await giveAccounts(secretary, clock, personIds, password)
  const venueIds = await addVenues(secretary, clock)
  return { ground: { ...secretary, ...installation, actor: stranger }, clock, personIds, actors, gridIds, venueIds }
}

/** The stage, for a story whose first day lies so many days from today (before it, so negative). */
export function storyFrom(stage: Stage, firstDay: number): Story {
  const { clock, ground, actors } = stage
  const as = (name: string, day: number, time: string): Ctx => {
    const actor = actors[name]
    if (!actor) throw new Error(`${name} has no account on this stage`)
    return clock.at({ ...ground, actor }, firstDay + day, time)
  }
  return {
    ...stage,
    as,
    asResident: (day, time) => clock.at(ground, firstDay + day, time),
    dayOf: day => clock.dayOf(firstDay + day),
    momentOf: (day, time) => instantOf(clock.dayOf(firstDay + day), time),
  }
}

/** The community, and its administrator and secretary as the one who acts. */
async function foundCommunity(installation: Installation, password: string): Promise<Ctx> {
  const founding = {
    communityName: "振兴社区",
    shortName: "振社",
    subdistrict: "云上街道",
    contactPhone: "0500-0000001",
    administratorName: "甲一",
    loginName: "甲一",
    password,
    device: "演示",
  }
  const passwordHash = await hashPassword(password)
  const made = await installation.db.tx("founding", q => createCommunity(q, installation, founding, passwordHash))
  const { communityName: name, shortName, subdistrict, contactPhone } = founding
  return {
    ...installation,
    actor: {
      ...stranger,
      accountId: made.accountId,
      personId: made.personId,
      name: "甲一",
      roles: ["administrator", "secretary"],
    },
    community: { id: made.communityId, slug: made.slug, name, shortName, subdistrict, contactPhone },
  }
}
