import { createCommunity } from "~/people/founding"
import { hashPassword } from "~/people/passwords"
import { findCommunityBySlug } from "~/people/store"
import { type Ctx, type Installation, stranger } from "~/web/context"
import { demoClock } from "./clock"
import { addVenues, holdMeetings } from "./hall"
import { tellIssues } from "./issues"
import { demoAccounts, fillRegisters, giveAccounts } from "./registers"
import { makeTopics } from "./topics"

export type DemoSignIn = { loginName: string; what: string }

/** In addresses; what 振兴社区 becomes. */
export const demoSlug = "zhenxing"

const signIns: DemoSignIn[] = [
  { loginName: "甲一", what: "管理员、社区书记：主持会议" },
  ...demoAccounts.map(({ name, what }) => ({ loginName: name, what })),
]

/** Makes the demo community once, through the use cases; a database that already has it stays as it is. */
export async function buildDemoCommunity(installation: Installation, password: string): Promise<DemoSignIn[]> {
  if (await findCommunityBySlug(installation.db.read, demoSlug)) return signIns
  const clock = demoClock(installation)
  const secretary = await foundDemoCommunity(installation, password)
  const people = await fillRegisters(secretary, clock)
  const actors = await giveAccounts(secretary, clock, people, password)
  const issues = await tellIssues(secretary, clock)
  const topics = await makeTopics(secretary, clock, issues)
  const venueId = await addVenues(clock.at(secretary, -58, "09:00"))
  await holdMeetings({ secretary, recorder: actors.乙二!, venueId, topics }, clock)
  return signIns
}

/** The community, and its administrator and secretary as the one who acts. */
async function foundDemoCommunity(installation: Installation, password: string): Promise<Ctx> {
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
