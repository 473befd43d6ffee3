import type { Writer } from "#db/client"
import { findAttendance } from "~/chamber/attendance/store"
import { frozenRuleOf, inMeeting, meetingSubject, stateChannel } from "~/chamber/meeting-access"
import { isAwaitingPeople } from "~/convening/rules"
import { findParticipant, type Participant } from "~/convening/store"
import { checkProxies } from "~/law/proxies"
import { done, type Result, refuse } from "~/law/result"
import { audit } from "~/registry/audit"
import type { RuleSnapshot } from "~/rulebook/rules"
import type { Ctx } from "~/web/context"
import { insertProxy, listProxies, type MeetingProxy, updateProxiesRevoked } from "./proxy-store"

const longestLetter = 200

/** What stands where a name would, when a proxy ended because its principal came. */
const byArrival = "本人到会"

type Grant = { meetingId: string; principalId: string; holderId: string; letter: string }

/**
 * 登记委托: one entitled participant stands for another, on a letter that the desk has seen. From the convening until the
 * meeting is over. Refusals: not_found, forbidden, letter_missing, text_too_long, meeting_over_for_proxies,
 * proxy_only_entitled { name }, principal_present { name }, and those of `checkGrants`.
 */
export async function recordProxy(ctx: Ctx, input: Grant): Promise<Result<{ proxyId: string }>> {
  const letter = input.letter.trim()
  if (!letter) return refuse("letter_missing", { field: "letter" })
  if (letter.length > longestLetter) return refuse("text_too_long", { field: "letter", longest: longestLetter })
  const result = await inMeeting(ctx, input.meetingId, "meeting:desk", async (q, meeting) => {
    const [principal, holder] = [
      await findParticipant(q, ctx.community.id, input.principalId),
      await findParticipant(q, ctx.community.id, input.holderId),
    ]
    if (principal?.meetingId !== meeting.id || holder?.meetingId !== meeting.id) return refuse("not_found")
    if (!isAwaitingPeople(meeting.state)) return refuse("meeting_over_for_proxies")
    const observer = [principal, holder].find(one => one.standing !== "entitled")
    if (observer) return refuse("proxy_only_entitled", { name: observer.name })
    const presence = (await findAttendance(q, ctx.community.id, meeting.id, principal.id))?.presence
    if (presence === "present") return refuse("principal_present", { field: "principalId", name: principal.name })
    const held = (await listProxies(q, ctx.community.id, meeting.id)).filter(proxy => proxy.revokedAt === null)
    const checked = checkGrants(held, { principal, holder }, frozenRuleOf(meeting).proxies)
    if (!checked.ok) return checked
    const proxyId = ctx.newId()
    await insertProxy(q, {
      communityId: ctx.community.id,
      id: proxyId,
      meetingId: meeting.id,
      principalId: principal.id,
      holderId: holder.id,
      letter,
      recordedAt: ctx.now(),
      recordedBy: ctx.actor.name,
      revokedAt: null,
      revokedBy: "",
    })
    await audit(q, ctx, "attendance.proxyRecorded", meetingSubject(meeting.id), {
      principal: principal.name,
      holder: holder.name,
      letter,
    })
    return done({ proxyId })
  })
  if (result.ok) ctx.publish(stateChannel(input.meetingId))
  return result
}

/** 撤回委托: the principal took it back, or it was recorded wrongly. A ballot already cast stays. Refusals: proxy_ended. */
export async function revokeProxy(ctx: Ctx, input: { meetingId: string; proxyId: string }): Promise<Result<null>> {
  const result = await inMeeting(ctx, input.meetingId, "meeting:desk", async (q, meeting) => {
    const proxy = (await listProxies(q, ctx.community.id, meeting.id)).find(one => one.id === input.proxyId)
    if (!proxy) return refuse("not_found")
    if (!isAwaitingPeople(meeting.state)) return refuse("meeting_over_for_proxies")
    const revoked = { revokedAt: ctx.now(), revokedBy: ctx.actor.name }
    if ((await updateProxiesRevoked(q, ctx.community.id, [proxy.id], revoked)) === 0) return refuse("proxy_ended")
    const principal = await findParticipant(q, ctx.community.id, proxy.principalId)
    await audit(q, ctx, "attendance.proxyRevoked", meetingSubject(meeting.id), { principal: principal?.name ?? "" })
    return done(null)
  })
  if (result.ok) ctx.publish(stateChannel(input.meetingId))
  return result
}

/** Inner step: whoever comes in speaks and votes in person; what was given away ends by itself. */
export async function endProxiesOfIn(q: Writer, ctx: Ctx, principal: Participant): Promise<void> {
  const own = (await listProxies(q, ctx.community.id, principal.meetingId)).filter(
    proxy => proxy.principalId === principal.id && proxy.revokedAt === null,
  )
  const revoked = { revokedAt: ctx.now(), revokedBy: byArrival }
  const ids = own.map(proxy => proxy.id)
  if ((await updateProxiesRevoked(q, ctx.community.id, ids, revoked)) === 0) return
  await audit(q, ctx, "attendance.proxyEnded", meetingSubject(principal.meetingId), { principal: principal.name })
}

/**
 * Whether one more grant may stand beside those that hold. Refusals: no_proxies_by_rule, proxy_for_oneself,
 * already_stood_for { name }, holder_gave_away { name }, holder_full { name, most }.
 */
function checkGrants(
  held: readonly MeetingProxy[],
  { principal, holder }: { principal: Participant; holder: Participant },
  rule: RuleSnapshot["proxies"],
): Result<null> {
  const grants = [...held, { principalId: principal.id, holderId: holder.id }]
  const checked = checkProxies(
    grants.map(grant => ({ from: grant.principalId, to: grant.holderId })),
    rule,
    new Set(),
  )
  if (checked.ok) return checked
  switch (checked.code) {
    case "proxy_not_granted":
      return refuse("no_proxies_by_rule")
    case "proxy_to_self":
      return refuse("proxy_for_oneself", { field: "holderId" })
    case "proxy_twice":
      return refuse("already_stood_for", { field: "principalId", name: principal.name })
    case "proxy_too_many":
      return refuse("holder_full", { field: "holderId", name: holder.name, most: checked.detail.most })
    default:
      // Passed on: the holder gave the own vote away, or the principal already holds another's.
      return checked.detail.to === holder.id
        ? refuse("holder_gave_away", { field: "holderId", name: holder.name })
        : refuse("principal_holds", { field: "principalId", name: principal.name })
  }
}
