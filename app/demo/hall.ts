import { addVenue } from "~/convening/venues"
import { approveMinutes, draftMinutes, exportMinutes } from "~/records/minutes"
import { approveResolution, draftResolutions, exportResolution } from "~/records/resolutions"
import { listResolutionLines } from "~/records/views"
import type { Ctx } from "~/web/context"
import type { DemoClock } from "./clock"
import { conveneMeeting, discuss, endMeeting, type Stage, seatAndBegin, voteThrough } from "./meetings"
import { must } from "./must"

const minute = 60_000

export async function addVenues(ctx: Ctx): Promise<string> {
  const first = must(await addVenue(ctx, { name: "一号议事点", address: "银杏家园议事亭", capacity: 30 }))
  must(await addVenue(ctx, { name: "三号议事点", address: "悦园党群服务站二楼", capacity: 24 }))
  return first.venueId
}

/** One meeting over with its papers, one convened for the days ahead, one in session and ready to vote. */
export async function holdMeetings(stage: Stage, clock: DemoClock): Promise<void> {
  await holdPastMeeting(stage, clock)
  await conveneComingMeeting(stage, clock)
  await openTodaysMeeting(stage, clock)
}

async function holdPastMeeting(stage: Stage, clock: DemoClock): Promise<void> {
  const { secretary, recorder } = stage
  const before = clock.at(secretary, -17, "15:00")
  const [inHall, later, atTheEnd] = ["14:26", "15:10", "15:52"].map(time => clock.at(secretary, -10, time)) as [
    Ctx,
    Ctx,
    Ctx,
  ]
  const startsAt = clock.at(secretary, -10, "14:30").now()
  const meetingId = await conveneMeeting(stage, before, { topics: ["crossing", "river"], startsAt, minutes: 90 })
  const people = await seatAndBegin(inHall, meetingId, { excused: ["巳六"], late: ["亥二"] })
  const crossing = await discuss(
    inHall,
    recorder,
    { meetingId, item: 1, people },
    [
      ["丙三", "support", "每天送孩子都堵在东门，拓宽是大家盼了很久的。"],
      ["卯四", "support", "物业已量过，拓宽2米不动围墙，三天能完工，费用从公共收益里出。"],
      ["壬九", "conditional", "花坛移走以后，要在北侧补种，反光镜要装。"],
    ],
    "同意按第一版方案拓宽悦园东门道口，费用不超过1.86万元",
  )
  await voteThrough(inHall, crossing, false, people, ["for", "for", "against", "for", "abstain"])
  const river = await discuss(
    later,
    recorder,
    { meetingId, item: 2, people },
    [
      ["庚七", "support", "先清淤再修路，夏天之前要见到效果。"],
      ["申九", "oppose", "一次做完花钱太多，步道可以缓一缓。"],
      ["午七", "neutral", "建议把570米和1800米分期列清楚，每期向居民公布进度。"],
    ],
    "同意二夜河整治分两期实施，第一期清淤570米",
  )
  await voteThrough(later, river, true, people, ["for", "against", "for", "against", "for", "for", "abstain"])
  await endMeeting(atTheEnd, meetingId)
  await writePapers(clock.at(secretary, -9, "10:00"), meetingId)
}

/** Minutes and resolutions as drafted from the record, approved by the chair and exported. */
async function writePapers(ctx: Ctx, meetingId: string): Promise<void> {
  must(await draftMinutes(ctx, meetingId))
  must(await draftResolutions(ctx, meetingId))
  must(await approveMinutes(ctx, meetingId, 1))
  must(await exportMinutes(ctx, meetingId))
  for (const line of must(await listResolutionLines(ctx, meetingId))) {
    must(await approveResolution(ctx, { meetingId, roundId: line.roundId }, 1))
    must(await exportResolution(ctx, { meetingId, roundId: line.roundId }))
  }
}

async function conveneComingMeeting(stage: Stage, clock: DemoClock): Promise<void> {
  const ctx = clock.at(stage.secretary, -7, "16:00")
  const startsAt = clock.at(stage.secretary, 2, "14:30").now()
  await conveneMeeting(stage, ctx, { topics: ["speakers"], startsAt, minutes: 60 })
}

/** Begun half an hour ago; spoken on, the motion put: the chair may open the vote. */
async function openTodaysMeeting(stage: Stage, clock: DemoClock): Promise<void> {
  const { secretary, recorder } = stage
  const now = secretary.now()
  const startsAt = new Date(now.getTime() - 30 * minute)
  const meetingId = await conveneMeeting(stage, clock.at(secretary, -9, "11:00"), {
    topics: ["hall"],
    startsAt,
    minutes: 90,
  })
  let moment = now.getTime() - 40 * minute
  const inHall: Ctx = {
    ...secretary,
    now: () => {
      moment += 2_000
      return new Date(moment)
    },
  }
  const people = await seatAndBegin(inHall, meetingId, { excused: ["巳六"], late: ["癸十", "亥二"] })
  await discuss(
    inHall,
    recorder,
    { meetingId, item: 1, people },
    [
      ["子一", "support", "活动室一下雨就滑，老人不敢去，早点修好。"],
      ["申九", "conditional", "施工要避开午休，棋牌室先开放。"],
      ["卯四", "support", "材料已询价，8.6万元够用，20天完工。"],
    ],
    "同意按第一版方案改造悦园活动室，费用不超过8.6万元",
  )
}
