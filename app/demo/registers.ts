import { addVenue } from "~/convening/venues"
import { createAccount } from "~/people/accounts"
import { appointDelegate } from "~/people/delegates"
import { registerGrid } from "~/people/grids"
import { changeOwnPassword } from "~/people/own-password"
import { registerPerson } from "~/people/persons"
import { enterRepresentative } from "~/people/representatives"
import { type Actor, type Ctx, stranger } from "~/web/context"
import type { DemoClock } from "./clock"
import { must } from "./must"
import {
  type DemoPerson,
  delegatePeople,
  delegateSeats,
  demoAccounts,
  demoGrids,
  demoMicroGrids,
  demoVenues,
  officePeople,
  representativeSeats,
} from "./people"

/** Everyone of the demo's registers by name. */
export type PersonIds = Record<string, string>
export type GridIds = Record<string, string>

/** The days before the first story, counted from today. */
export const foundedOn = -60

/** Who works at the office, the grids, the delegates' table and the representatives. */
export async function fillRegisters(
  secretary: Ctx,
  clock: DemoClock,
): Promise<{ personIds: PersonIds; gridIds: GridIds }> {
  const ctx = clock.at(secretary, foundedOn, "09:00")
  const personIds: PersonIds = { 甲一: secretary.actor.personId! }
  const gridIds: GridIds = {}
  const enterAll = async (people: readonly DemoPerson[]) => {
    for (const person of people) personIds[person.name] = await enterPerson(ctx, person, gridIds)
  }
  await enterAll(officePeople)
  for (const { leader, ...grid } of demoGrids)
    gridIds[grid.name] = must(
      await registerGrid(ctx, { ...grid, parentId: null, leader: { personId: personIds[leader]! } }),
    ).gridId
  await enterAll(delegatePeople)
  for (const { leader, parent, ...grid } of demoMicroGrids)
    gridIds[grid.name] = must(
      await registerGrid(ctx, { ...grid, parentId: gridIds[parent]!, leader: { personId: personIds[leader]! } }),
    ).gridId
  await seatDelegates(ctx, clock, personIds)
  return { personIds, gridIds }
}

async function seatDelegates(ctx: Ctx, clock: DemoClock, personIds: PersonIds): Promise<void> {
  const since = clock.dayOf(foundedOn)
  for (const [name, delegation, organization] of delegateSeats)
    must(await appointDelegate(ctx, { person: { personId: personIds[name]! }, delegation, organization, since }))
  for (const [name, kind, residentGroup] of representativeSeats)
    must(await enterRepresentative(ctx, { person: { personId: personIds[name]! }, kind, residentGroup, since }))
}

/** Enters someone in the register. Returns the person's id. */
export async function enterPerson(ctx: Ctx, { grid, ...person }: DemoPerson, gridIds: GridIds): Promise<string> {
  const facts = { organization: "", ...person, gridId: grid ? gridIds[grid]! : null, note: "" }
  return must(await registerPerson(ctx, facts)).personId
}

/** One account for each part, all with the demo's password. Returns the actor behind each, the secretary's among them. */
export async function giveAccounts(
  secretary: Ctx,
  clock: DemoClock,
  personIds: PersonIds,
  password: string,
): Promise<Record<string, Actor>> {
  const ctx = clock.at(secretary, foundedOn + 1, "10:00")
  const actors: Record<string, Actor> = { [secretary.actor.name]: secretary.actor }
  for (const { name, roles } of demoAccounts) {
    const personId = personIds[name]!
    const given = must(await createAccount(ctx, { person: { personId }, loginName: name, phone: null, roles }))
    const signedIn = {
      sessionId: "",
      accountId: given.accountId,
      personId,
      homeCommunityId: ctx.community.id,
      name,
      mustChangePassword: true,
    }
    must(await changeOwnPassword(ctx, signedIn, { passwordNow: given.password, password }))
    actors[name] = { ...stranger, accountId: given.accountId, personId, name, roles }
  }
  return actors
}

/** The places to talk things over, one in each grid. Returns their ids by name. */
export async function addVenues(secretary: Ctx, clock: DemoClock): Promise<Record<string, string>> {
  const ctx = clock.at(secretary, foundedOn + 2, "09:00")
  const venueIds: Record<string, string> = {}
  for (const venue of demoVenues) venueIds[venue.name] = must(await addVenue(ctx, venue)).venueId
  return venueIds
}
