import { eq } from "drizzle-orm"
import { meetings } from "#db/schema/convening"
import type { Role } from "#db/schema/people-accounts"
import { aMeetingInRoom, type Room } from "#tests/chamber/factories"
import { aCommunity, aMember, aWorld, type World } from "#tests/world"
import { startSession } from "~/people/sessions"
import type { Actor, CommunityView, Ctx } from "~/web/context"
import { readInstallationSecret } from "~/web/environment"
import { type Frame, type Member, members, type Who } from "./access-people"
import { furnish, type Things } from "./access-things"
import { aServer, type RunningServer } from "./running-server"
import { aVisitor, type Visitor } from "./visitor"

/** One community with every kind of thing once. */
export type House = Frame & { things: Things }

export type AccessWorld = {
  server: RunningServer
  here: House
  elsewhere: House
  /** A browser of its own for every call, so that no answer of one request reaches the next. */
  visitor: (who: Who, seat?: string) => Visitor
  /** One more browser of this member; returns the token in its cookie. */
  signInAgain: (house: Frame, who: Member) => Promise<string>
}

async function aHouse(world: World): Promise<House> {
  const room = await aMeetingInRoom(world)
  const ctx = { chair: room.chair, recorder: room.recorder } as Record<Member, Ctx>
  for (const role of members) if (role !== "chair" && role !== "recorder") ctx[role] = await world.as(role)
  const house = { world, slug: world.community.slug, room, ctx }
  return { ...house, things: await furnish(house) }
}

/** The same installation, seen from another of its communities. */
function worldOf(world: World, community: CommunityView): World {
  const known = new Map<string, Actor>()
  const ctxOf = (actor: Actor): Ctx => ({ ...world.installation, actor, community })
  return {
    ...world,
    community,
    as: async (...roles: Role[]) => {
      const key = roles.join()
      if (!known.has(key)) known.set(key, await aMember(world.installation, community, roles))
      return ctxOf(known.get(key)!)
    },
    seated: seat => ctxOf({ ...world.asStranger().actor, seat }),
    asStranger: () => ctxOf(world.asStranger().actor),
  }
}

/** Two furnished communities, everyone signed in, and the built server before them. */
export async function anAccessWorld(): Promise<AccessWorld> {
  const world = await aWorld()
  // The server goes by the machine's clock, and derives codes from the secret that lies in its folder.
  world.clock.now = new Date()
  world.installation.secret = readInstallationSecret(world.folder)
  const here = await aHouse(world)
  const other = await aCommunity(world.installation, {
    communityName: "远方社区",
    shortName: "远社",
    loginName: "yuanfang",
  })
  const elsewhere = await aHouse(worldOf(world, other))
  const signInAgain = (house: Frame, who: Member) => signIn(house, house.ctx[who].actor)
  const cookies: Record<string, Record<string, string>> = { stranger: {} }
  for (const who of members) cookies[who] = { sid: await signInAgain(here, who) }
  cookies.seat = { seat: await takeSeat(here, here.room) }
  const otherRoom = await aMeetingInRoom(world)
  cookies.chairElsewhere = { sid: await signIn(here, otherRoom.chair.actor) }
  cookies.recorderElsewhere = { sid: await signIn(here, otherRoom.recorder.actor) }
  cookies.seatElsewhere = { seat: await takeSeat(here, otherRoom) }
  cookies.outsider = {
    sid: await signIn(elsewhere, await aMember(world.installation, other, ["administrator", "secretary"])),
  }
  const server = await aServer(world, { LOG_LEVEL: "error", PUBLIC_ORIGIN: "https://yishi.example" })
  return {
    server,
    here,
    elsewhere,
    signInAgain,
    visitor: (who, seat) => aVisitor(server.origin, { ...cookies[who], ...(who === "seat" && seat && { seat }) }),
  }
}

/** The token of one more browser of this account. */
export const signIn = ({ world }: Pick<Frame, "world">, actor: Actor): Promise<string> =>
  world.db.tx("session", q =>
    startSession(q, new Date(), {
      communityId: world.community.id,
      accountId: actor.accountId!,
      device: "电脑，Chrome",
    }),
  )

/** The token of a tablet that sits in this room as its first delegate. */
export const takeSeat = ({ world }: Pick<Frame, "world">, { meetingId, entitled }: Room): Promise<string> =>
  world.db.tx("session", q =>
    startSession(q, new Date(), {
      communityId: world.community.id,
      meetingId,
      participantId: entitled[0]!.id,
      expiresAt: new Date(Date.now() + 3_600_000),
      device: "平板，Chrome",
    }),
  )

/** A fresh meeting led by the chair and recorder whose browsers are signed in. */
export async function aRoom(house: Frame, wishes: Parameters<typeof aMeetingInRoom>[1] = {}): Promise<Room> {
  const room = await aMeetingInRoom(house.world, wishes)
  await giveOffices(house, room.meetingId)
  return { ...room, chair: house.ctx.chair, recorder: house.ctx.recorder }
}

export const giveOffices = (house: Pick<Frame, "world" | "ctx">, meetingId: string) =>
  house.world.db.tx(`meeting:${meetingId}`, q =>
    q
      .update(meetings)
      .set({
        chairPersonId: house.ctx.chair.actor.personId,
        recorderPersonId: house.ctx.recorder.actor.personId,
      })
      .where(eq(meetings.id, meetingId)),
  )
