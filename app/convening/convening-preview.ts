import { wordingName } from "~/agenda/rules"
import { done, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import type { Ctx } from "~/web/context"
import { plainReasons } from "./convene"
import { handlingNames, spanText } from "./meeting-reading"
import { entitledText, groupByCapacity } from "./people-order"
import { gatherReadiness } from "./readiness"
import type { Reasons } from "./rules"
import { findMeeting } from "./store"
import { findVenue } from "./venue-store"

/** Everything a notice would say, to be looked over before it goes out. Refusals: not_found, forbidden, already_convened. */
export async function readConvening(ctx: Ctx, meetingId: string) {
  const meeting = await findMeeting(ctx.db.read, ctx.community.id, meetingId)
  if (!meeting) return refuse("not_found")
  if (!may(ctx.actor, "meeting:convene")) return refuse("forbidden")
  if (meeting.state !== "draft") return refuse("already_convened", { status: 409 })
  const reasons = plainReasons(meeting.reasons as Reasons)
  const { facts, items, inForce, people } = await gatherReadiness(ctx.db.read, ctx, meeting, reasons)
  const venue = meeting.venueId ? await findVenue(ctx.db.read, ctx.community.id, meeting.venueId) : null
  const namesOf = (one: { name: string; organization: string }) => one.name
  return done({
    title: meeting.title,
    lines: [
      { label: "时间", value: spanText(meeting) },
      { label: "地点", value: [venue?.name, venue?.address].filter(Boolean).join("　") },
      { label: "主持人", value: facts.chair?.name ?? "" },
      { label: "记录人", value: facts.recorder?.name ?? "" },
      { label: "议事规则", value: facts.rule.name },
      { label: "应到", value: entitledText(facts.rule, facts.entitled.length).replace(/^应到/, "") },
      { label: "通知期不足的原因", value: reasons.notice ?? "" },
      { label: "地点撞期的原因", value: reasons.venue ?? "" },
      { label: "人员撞期的原因", value: reasons.persons ?? "" },
    ].filter(line => line.value),
    agenda: items.map(item => {
      const wording = inForce.get(item.topicId ?? "")
      const facts = [handlingNames[item.handling], `${item.minutes}分钟`, wording ? wordingName(wording) : ""]
      return `${item.title}（${facts.filter(Boolean).join("，")}）`
    }),
    people: [
      ...groupByCapacity(people, "entitled").map(group => ({
        label: `${group.delegation}（${group.people.length}人）`,
        names: group.people.map(namesOf).join("、"),
      })),
      ...groupByCapacity(people, "observer").map(group => ({
        label: `列席：${group.delegation}`,
        names: group.people.map(namesOf).join("、"),
      })),
    ],
  })
}
