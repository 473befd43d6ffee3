import { addHours } from "date-fns"
import { inChunks } from "#db/client"
import { aMeetingInRoom, type Room } from "#tests/chamber/factories"
import { aWorld } from "#tests/world"
import type { Participant } from "~/convening/store"
import { startSession } from "~/people/sessions"
import { aServer, type RunningServer } from "./running-server"
import { aVisitor, type Visitor } from "./visitor"

/** A meeting in its room before the built server: a tablet for everyone, the chair's browser, and the rounds' keys shared. */
export type Hall = {
  room: Room
  server: RunningServer
  /** The tablet of this participant, checked in. */
  tablet: (participant: Participant) => Visitor
  chair: Visitor
  /** Below the community: `/m/…` of the tablets, `/meetings/…` of the chair. */
  tabletPath: (rest: string) => string
  chairPath: (rest: string) => string
  livePath: (...channels: string[]) => string
  /** Starts the server again at the same address, after it was stopped or killed. */
  startAgain: () => Promise<RunningServer>
}

export async function aHall(wishes: Parameters<typeof aMeetingInRoom>[1] = {}, logLevel = "error"): Promise<Hall> {
  const world = await aWorld()
  // The server goes by the machine's clock.
  world.clock.now = new Date()
  const room = await aMeetingInRoom(world, wishes)
  const tokens = await seatEveryone(room)
  const chairToken = await world.db.tx("session", q =>
    startSession(q, new Date(), {
      communityId: world.community.id,
      accountId: room.chair.actor.accountId!,
      device: "电脑，Chrome",
    }),
  )
  const environment = { LOG_LEVEL: logLevel, KEY_DIR: world.installation.keyDir }
  const server = await aServer(world, environment)
  const community = `/c/${world.community.slug}`
  return {
    room,
    server,
    tablet: participant => aVisitor(server.origin, { seat: tokens.get(participant.id)! }),
    chair: aVisitor(server.origin, { sid: chairToken }),
    tabletPath: rest => `${community}/m/${room.meetingId}${rest}`,
    chairPath: rest => `${community}/meetings/${room.meetingId}${rest}`,
    livePath: (...channels) => `${community}/live?${new URLSearchParams(channels.map(name => ["channel", name]))}`,
    startAgain: () => aServer(world, { ...environment, PORT: new URL(server.origin).port }),
  }
}

async function seatEveryone({ world, meetingId, entitled, observers }: Room): Promise<Map<string, string>> {
  const tokens = new Map<string, string>()
  for (const chunk of inChunks([...entitled, ...observers]))
    await world.db.tx("seats", async q => {
      for (const { id } of chunk) {
        const expiresAt = addHours(new Date(), 12)
        const seat = {
          communityId: world.community.id,
          meetingId,
          participantId: id,
          device: "平板，Chrome",
          expiresAt,
        }
        tokens.set(id, await startSession(q, new Date(), seat))
      }
    })
  return tokens
}

/** What a tablet is told about a ballot; `isReceived` when it is led to the page that says so. */
export type Receipt = { isReceived: boolean; status: number; text: string }

/** One ballot, as the form of the check sends it. */
export async function sendBallot(
  hall: Hall,
  voter: Participant,
  roundId: string,
  ballot: { choice: string; requestKey?: string },
): Promise<Receipt> {
  const { choice, requestKey = `request-of-${voter.id}` } = ballot
  const page = hall.tabletPath(`/vote/${roundId}`)
  const answer = await hall.tablet(voter).post(`${page}/check`, { choice, requestKey })
  return {
    isReceived: answer.status === 303 && answer.headers.get("location") === `${page}/done`,
    status: answer.status,
    text: await answer.text(),
  }
}

/** What stands on a page to read, without its marks. */
export const wordsOf = (html: string): string =>
  html
    .replaceAll(/<(script|style|title)\b.*?<\/\1>/gs, "")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/\s+/g, "")
