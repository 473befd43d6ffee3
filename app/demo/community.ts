import { findCommunityBySlug } from "~/people/store"
import type { Installation } from "~/web/context"
import { fillBodies } from "./bodies"
import { tellBuildingLeaders } from "./building-leaders"
import { askWhatItCost, conveneToday, conveneTomorrow, draftAnnouncement, openToday, prepareParking } from "./coming"
import { tellCrossing } from "./crossing"
import { fillEstates } from "./estates"
import { followEveryday, mergeInto } from "./everyday"
import { prepareHall } from "./hall"
import { tellOffers } from "./offers"
import { tellOwnersVote } from "./owners-vote"
import { demoAccounts } from "./people"
import { enterPerson } from "./registers"
import { reportEverything } from "./reports"
import { residents } from "./residents"
import { tellRiver } from "./river"
import { tellSewer } from "./sewer"
import { tellSpeakers } from "./speakers"
import { type Stage, setStage, storyFrom } from "./stage"
import { tellWasteSorting } from "./waste-sorting"

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
  const stage = await setStage(installation, password)
  await enterResidents(stage)
  const secretary = { ...stage.ground, actor: stage.actors.甲一! }
  const { estates } = await fillEstates(secretary, stage.clock, stage.personIds, stage.gridIds)
  await fillBodies(secretary, stage.clock, stage.personIds, estates)
  const reported = await reportEverything(stage)
  // In the order in which their meetings were convened: numbers follow the calendar.
  await tellSewer(stage, reported)
  await tellOwnersVote(stage, reported.pipes)
  await tellRiver(stage, { issues: reported.river, mosquitoes: reported.mosquitoes })
  const offerIds = await tellOffers(stage)
  for (const { matter, reported: issue } of reported.everyday) await followEveryday(stage, matter, issue, offerIds)
  await tellWasteSorting(stage, reported.wasteSorting)
  await tellSpeakers(stage, reported.speakers)
  await tellBuildingLeaders(stage)
  const today = storyFrom(stage, 0)
  const { hall, bins, moreBins, parking, ambulance } = reported.coming
  const hallTopicId = await prepareHall(today, hall.issueId)
  const crossing = await tellCrossing(stage, reported.crossing)
  await askWhatItCost(today, crossing.noticeId)
  const hallMeetingId = await conveneToday(today, hallTopicId)
  const tomorrow = await conveneTomorrow(today, bins.issueId)
  await draftAnnouncement(today, tomorrow.meetingId)
  await mergeInto(today.as("甲一", -7, "09:00"), bins.issueId, moreBins.issueId, {
    reason: "说的是同一处分类点",
    answer: "已收到，和5栋的意见一起提交议事会商量。",
  })
  await prepareParking(today, parking.issueId)
  await mergeInto(today.as("甲一", -5, "09:00"), parking.issueId, ambulance.issueId, {
    reason: "都是中心路停车引起的",
    answer: "已收到，和中心路停车一起商量，救护车通道先由物业清出来。",
  })
  await openToday(stage, hallMeetingId)
  return signIns
}

async function enterResidents({ ground, actors, clock, gridIds, personIds }: Stage): Promise<void> {
  const ctx = clock.at({ ...ground, actor: actors.甲一! }, -57, "09:00")
  for (const resident of residents) personIds[resident.name] = await enterPerson(ctx, resident, gridIds)
}
