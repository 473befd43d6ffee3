import { findMeetingFor, frozenRuleOf } from "~/chamber/meeting-access"
import { isAwaitingPeople } from "~/convening/rules"
import { formatTime } from "~/law/civil-date"
import { done, type Result } from "~/law/result"
import type { Ctx } from "~/web/context"
import { listPeople, type PersonHere } from "./presence-view"
import { listProxies } from "./proxy-store"

type Choice = { value: string; label: string }

export type ProxyPageView = {
  title: string
  /** 每人最多接受1份委托; null where the rule knows no proxies. */
  ruleWords: string | null
  held: { proxyId: string; principal: string; holder: string; letter: string; state: string; counts: boolean }[]
  ended: { proxyId: string; principal: string; holder: string; letter: string; state: string }[]
  principals: Choice[]
  holders: Choice[]
  mayRecord: boolean
}

const choiceOf = ({ participantId, name, capacityName, presenceName }: PersonHere): Choice => ({
  value: participantId,
  label: `${name}（${capacityName}，${presenceName}）`,
})

/** 委托 of one meeting: what holds, what ended, and who may still give or take one. Refusals: not_found, forbidden. */
export async function readProxies(ctx: Ctx, meetingId: string): Promise<Result<ProxyPageView>> {
  const found = await findMeetingFor(ctx, meetingId, "meeting:desk")
  if (!found.ok) return found
  const [meeting, q] = [found.value, ctx.db.read]
  const { proxies: rule } = frozenRuleOf(meeting)
  const people = await listPeople(q, meeting)
  const names = new Map(people.map(one => [one.participantId, one.name]))
  const shown = (await listProxies(q, meeting.communityId, meetingId)).map(proxy => ({
    proxyId: proxy.id,
    principalId: proxy.principalId,
    holderId: proxy.holderId,
    principal: names.get(proxy.principalId) ?? "",
    holder: names.get(proxy.holderId) ?? "",
    letter: proxy.letter,
    revokedAt: proxy.revokedAt,
    revokedBy: proxy.revokedBy,
  }))
  const holding = shown.filter(one => one.revokedAt === null)
  const isCounted = (principalId: string) =>
    people.some(one => one.participantId === principalId && one.stoodForBy !== null)
  const givers = new Set(holding.map(one => one.principalId))
  const takers = new Set(holding.map(one => one.holderId))
  const entitled = people.filter(one => one.standing === "entitled" && !givers.has(one.participantId))
  const heldBy = (id: string) => holding.filter(one => one.holderId === id).length
  return done({
    title: meeting.title,
    ruleWords: rule === "none" ? null : `每人最多接受${rule.most}份委托`,
    held: holding.map(({ principalId, holderId: _, revokedAt: __, revokedBy: ___, ...one }) => ({
      ...one,
      counts: isCounted(principalId),
      state: isCounted(principalId) ? "计入实到" : "受托人不在场，不计入实到",
    })),
    ended: shown
      .filter(one => one.revokedAt !== null)
      .map(({ principalId: _, holderId: __, revokedAt, revokedBy, ...one }) => ({
        ...one,
        state: `${formatTime(revokedAt!)}结束，${revokedBy}`,
      })),
    principals: entitled.filter(one => one.presence !== "present" && !takers.has(one.participantId)).map(choiceOf),
    holders: entitled.filter(one => rule !== "none" && heldBy(one.participantId) < rule.most).map(choiceOf),
    mayRecord: rule !== "none" && isAwaitingPeople(meeting.state),
  })
}
