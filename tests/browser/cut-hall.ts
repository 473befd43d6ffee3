import { type AddressInfo, createServer } from "node:net"
import { addHours } from "date-fns"
import type { Browser, Page } from "playwright-core"
import { aMeetingInRoom, type Room } from "#tests/chamber/factories"
import { aServer, type RunningServer } from "#tests/http/running-server"
import { aWorld } from "#tests/world"
import type { Participant } from "~/convening/store"
import { startSession } from "~/people/sessions"
import type { Ctx } from "~/web/context"
import { aWindow, type sizes } from "./browser"
import { aCable, type Cable } from "./cut-line"

/** A meeting in its room, with two cables: one for some of the tablets, one for everybody else. */
export type CutHall = {
  room: Room
  some: Cable
  others: Cable
  server: RunningServer
  /** Starts the server again where it was. */
  startAgain: () => Promise<RunningServer>
  /** The tablet of this participant, checked in, at its page of the hall. */
  tablet: (browser: Browser, participant: Participant, cable: Cable) => Promise<Page>
  /** A member's window on a page of the meeting. */
  member: (browser: Browser, who: Ctx, page: string, size: keyof typeof sizes) => Promise<Page>
}

const freePort = () =>
  new Promise<number>(found => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => found(port))
    })
  })

export async function aCutHall(wishes: Parameters<typeof aMeetingInRoom>[1] = {}): Promise<CutHall> {
  const world = await aWorld()
  // The server goes by the machine's clock.
  world.clock.now = new Date()
  const room = await aMeetingInRoom(world, wishes)
  const [some, others, port] = [await aCable(), await aCable(), await freePort()]
  const environment = {
    LOG_LEVEL: "error",
    KEY_DIR: world.installation.keyDir,
    PORT: String(port),
    APP_ORIGIN: [some.origin, others.origin, `http://127.0.0.1:${port}`].join(),
  }
  const server = await aServer(world, environment)
  for (const cable of [some, others]) cable.leadTo(server.origin)
  const communityId = world.community.id
  const meeting = `/c/${world.community.slug}/meetings/${room.meetingId}`

  const open = async (browser: Browser, at: string, size: keyof typeof sizes, cookie: [string, string]) => {
    const { page, context } = await aWindow(browser, new URL(at).origin, size)
    await context.addCookies([{ name: cookie[0], value: cookie[1], url: new URL(at).origin }])
    await page.goto(at)
    // Before its scripts run, a page is no more than its document.
    await page.waitForFunction(() =>
      Object.keys(document.querySelector("main") ?? {}).some(key => /^__react/.test(key)),
    )
    return page
  }

  return {
    room,
    some,
    others,
    server,
    startAgain: () => aServer(world, environment),
    tablet: async (browser, { id }, cable) => {
      const expiresAt = addHours(new Date(), 12)
      const seat = { communityId, meetingId: room.meetingId, participantId: id, device: "平板，Chrome", expiresAt }
      const token = await world.db.tx("seat", q => startSession(q, new Date(), seat))
      return open(browser, `${cable.origin}/c/${world.community.slug}/m/${room.meetingId}/seat`, "tablet", [
        "seat",
        token,
      ])
    },
    member: async (browser, { actor }, page, size) => {
      const session = { communityId, accountId: actor.accountId!, device: "电脑，Chrome" }
      const token = await world.db.tx("session", q => startSession(q, new Date(), session))
      return open(browser, `${others.origin}${meeting}${page}`, size, ["sid", token])
    },
  }
}
