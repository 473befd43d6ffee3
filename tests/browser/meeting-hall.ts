import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { addMinutes, subDays } from "date-fns"
import type { Browser, Page } from "playwright-core"
import { aReadyTopic, aWording } from "#tests/agenda/factories"
import { must } from "#tests/chamber/factories"
import { aDelegate, aVenue } from "#tests/convening/factories"
import { aServer } from "#tests/http/running-server"
import { aVersionInForce } from "#tests/rulebook/factories"
import { aWorld, type World } from "#tests/world"
import { checkInCodeOf } from "~/convening/check-in-codes"
import { convene } from "~/convening/convene"
import { draftMeeting, editMeeting } from "~/convening/meetings"
import { listParticipants, type Participant } from "~/convening/store"
import type { Delegation } from "~/law/delegations"
import { startSession } from "~/people/sessions"
import type { Ctx } from "~/web/context"
import { aBrowser, aWindow, type sizes } from "./browser"

/** Fourteen are called: twelve of them hold a tablet, 未八 would rather write, 申九 asks to be excused. */
const called = {
  丙三: "resident",
  己六: "ownersCommittee",
  庚七: "resident",
  辛八: "party",
  壬九: "resident",
  癸十: "resident",
  子一: "resident",
  丑二: "partner",
  寅三: "resident",
  辰五: "department",
  巳六: "resident",
  午七: "cppcc",
  未八: "resident",
  申九: "property",
} as const satisfies Record<string, Delegation>
export type Called = keyof typeof called

export const repair = "悦园活动室怎么改"
export const opening = "活动室每天开放到几点"

/** With an address for others the wall shows where to check in. */
const publicOrigin = "https://yishi.example"

export type MeetingHall = {
  chair: Page
  recorder: Page
  desk: Page
  wall: Page
  /** The members' pages of this meeting. */
  meeting: string
  /** Where everyone checks in; with `?code=` as the QR code of an invitation has it. */
  door: string
  /** The same, as others reach it. */
  publicDoor: string
  codeOf: (name: Called) => string
  idOf: (name: Called) => string
  /** A delegate's own device, before its check-in. */
  tablet: (options?: { size?: keyof typeof sizes; javaScriptEnabled?: boolean }) => Promise<Page>
  /** A tablet on which the secretary of the desk has signed in. */
  helpersTablet: () => Promise<Page>
}

/** A meeting that was convened four days ago and is to begin now, before the built server, and those who lead it. */
export async function aMeetingHall(): Promise<MeetingHall> {
  const world = await aWorld()
  const now = new Date()
  world.clock.now = subDays(now, 4)
  const { meetingId, people } = await conveneIn(world, now)
  world.clock.now = now
  const secret = world.installation.secret
  writeFileSync(join(world.folder, "installation-secret"), secret.toString("hex"))
  const server = await aServer(world, {
    LOG_LEVEL: "error",
    KEY_DIR: world.installation.keyDir,
    PUBLIC_ORIGIN: publicOrigin,
  })
  const browser = await aBrowser()
  const open: MeetingHall["tablet"] = ({ size = "tablet", javaScriptEnabled = true } = {}) =>
    aPage(browser, server.origin, size, javaScriptEnabled)
  const member = async (role: "reviewer" | "gridWorker" | "secretary", size: keyof typeof sizes) => {
    const page = await open({ size })
    await page.context().addCookies([{ name: "sid", value: await signIn(world, role), url: server.origin }])
    return page
  }
  const [chair, recorder, desk, wall] = [
    await member("reviewer", "console"),
    await member("gridWorker", "desk"),
    await member("secretary", "desk"),
    await member("secretary", "screen"),
  ]
  const personOf = (name: Called) => people.find(person => person.name === name)!
  const door = `/c/${world.community.slug}/m/${meetingId}`
  return {
    chair,
    recorder,
    desk,
    wall,
    meeting: `/c/${world.community.slug}/meetings/${meetingId}`,
    door,
    publicDoor: publicOrigin + door,
    codeOf: name => checkInCodeOf(secret, personOf(name)),
    idOf: name => personOf(name).id,
    tablet: open,
    helpersTablet: () => member("secretary", "tablet"),
  }
}

async function aPage(browser: Browser, origin: string, size: keyof typeof sizes, javaScriptEnabled: boolean) {
  const { page } = await aWindow(browser, origin, size, { javaScriptEnabled })
  // Fifteen windows and the server share the machine.
  page.setDefaultTimeout(20_000)
  return page
}

/** Two matters, under a rule that knows verification codes: 戊五 takes the chair, 丁四 the record. */
async function conveneIn(world: World, startsAt: Date): Promise<{ meetingId: string; people: Participant[] }> {
  await aVersionInForce(world, {
    changes: [{ key: "verificationCodes", value: "yes", article: "振兴社区议事规则第十二条" }],
  })
  const ctx = await world.as("secretary")
  const [chair, recorder] = [await world.as("reviewer"), await world.as("gridWorker")]
  const delegateIds: string[] = []
  for (const [name, delegation] of Object.entries(called))
    delegateIds.push((await aDelegate(ctx, { name, delegation })).id)
  const repairs = aWording({ content: "换防滑地板，墙面除霉粉刷，修卫生间门。", budgetFen: 8_600_000 })
  const hours = aWording({ content: "活动室每天开放到晚上八点。", budgetFen: null, funding: "", handler: "居民委员会" })
  const topicIds = [
    await aReadyTopic(ctx, { title: repair, proposal: repairs }),
    await aReadyTopic(ctx, { title: opening, proposal: hours }),
  ]
  const { meetingId } = must(await draftMeeting(ctx, { preset: "deliberation" }))
  must(
    await editMeeting(ctx, {
      meetingId,
      version: 1,
      venueId: await aVenue(ctx),
      startsAt,
      endsAt: addMinutes(startsAt, 90),
      chairPersonId: chair.actor.personId,
      recorderPersonId: recorder.actor.personId,
      agenda: topicIds.map(topicId => ({ id: null, title: "", topicId, handling: "deliberate" as const, minutes: 30 })),
      entitledDelegateIds: delegateIds,
      observerDelegateIds: [],
      reasons: {},
    }),
  )
  must(await convene(ctx, { meetingId }))
  return { meetingId, people: await listParticipants(ctx.db.read, ctx.community.id, meetingId) }
}

async function signIn(world: World, role: Parameters<World["as"]>[0]): Promise<string> {
  const { actor }: Ctx = await world.as(role!)
  const session = { communityId: world.community.id, accountId: actor.accountId!, device: "电脑，Chrome" }
  return world.db.tx("session", q => startSession(q, new Date(), session))
}
