import { findEstate } from "~/estates/estate-store"
import { areaInWords, areaText } from "~/law/areas"
import { civilDateOf, formatDate } from "~/law/civil-date"
import { measureInWords } from "~/law/owners-words"
import { done, refuse } from "~/law/result"
import { barInWords, describeNeed, type Light } from "~/law/threshold"
import { may } from "~/people/permissions"
import type { Ctx } from "~/web/context"
import { ruleOfPoll } from "./announcing"
import { labelsOf } from "./counts"
import { pollNumberOf } from "./polls"
import { kindOf, scopeText, spanText } from "./reading"
import { evenKeys, type PollResult } from "./results"
import { findPoll } from "./store"

export const outcomeNames = { passed: "通过", notPassed: "未通过", cannotBeCounted: "无法计算" } as const

/** One light as a fraction: numerator, denominator, what was needed, the line to draw, the article. */
export type LightView = {
  label: string
  have: string
  whole: string
  need: string
  met: boolean
  article: string
  bar: { have: number; whole: number; threshold: readonly [number, number] }
}

export function lightView(light: Light): LightView {
  const isArea = light.unit === "area"
  const say = (amount: number) => (isArea ? areaText(amount) : String(amount))
  const need = light.countable
    ? `${describeNeed(light.whole, light.bar, isArea ? areaInWords : (amount: number) => `${amount}人`)}（${barInWords(light.bar)}）`
    : "没有总数，无法计算"
  return {
    label: `${light.label}${isArea ? "（平方米）" : ""}`,
    have: say(light.count),
    whole: say(light.whole),
    need,
    met: light.met,
    article: light.article,
    bar: { have: light.count, whole: light.whole, threshold: light.bar.part },
  }
}

/** Whom a result names: the candidates, never a voter. Refusals: not_found, forbidden, poll_not_counted. */
export async function readResult(ctx: Ctx, pollId: string) {
  if (!may(ctx.actor, "poll:read")) return refuse("forbidden")
  const q = ctx.db.read
  const poll = await findPoll(q, ctx.community.id, pollId)
  if (!poll) return refuse("not_found")
  const result = poll.result as PollResult | null
  if (!result) return refuse("poll_not_counted")
  const rule = await ruleOfPoll(q, poll)
  const estate = poll.estateId ? await findEstate(q, poll.communityId, poll.estateId) : null
  const { papers } = result
  return done({
    title: poll.title,
    number: pollNumberOf(ctx, poll),
    kind: kindOf(poll),
    outcomeName: rule.outcomeName,
    question: poll.question,
    scope: await scopeText(ctx, poll, estate?.name ?? ""),
    state: poll.state,
    span: spanText(poll),
    closedOn: poll.closedAt ? formatDate(civilDateOf(poll.closedAt)) : "",
    proclaimedOn: poll.proclaimedAt ? formatDate(civilDateOf(poll.proclaimedAt)) : "",
    counters: poll.counters.join("、"),
    scrutineers: poll.scrutineers.join("、"),
    ruleName: rule.name,
    ruleHash: poll.ruleHash ?? "",
    noticeDays: rule.noticeBoard.days,
    office: `${ctx.community.name}居民委员会`,
    phone: ctx.community.contactPhone,
    outcome: result.outcome,
    form: result.form,
    sentences: result.sentences,
    papers: [
      { label: result.form === "election" ? "应参加" : "票册", value: papers.voters },
      { label: result.form === "election" ? "发出" : "送达", value: papers.delivered },
      { label: "收回", value: papers.returned },
      { label: "未收回", value: (result.form === "election" ? papers.delivered : papers.voters) - papers.returned },
      ...(papers.setAside > 0 ? [{ label: "另存不计", value: papers.setAside }] : []),
    ],
    groups: groupsOf(result),
    figures: figuresOf(result),
    rounds: roundsOf(result, labelsOf(poll)),
  })
}
export type ResultView = Extract<Awaited<ReturnType<typeof readResult>>, { ok: true }>["value"]

/** The lights in their groups: the strict count first, the estate's own rule on silence beside it. */
function groupsOf(result: PollResult): { title: string; outcome: string; words: string; lights: LightView[] }[] {
  if (result.form === "election") return []
  if (result.form === "consent")
    return [
      {
        title: "一致同意",
        outcome: outcomeNames[result.outcome],
        words: "",
        lights: [lightView(result.decision.light)],
      },
    ]
  const { strict, byRule } = result.decision
  return [
    {
      title: byRule ? "只数返回的票" : "四项条件",
      outcome: outcomeNames[strict.outcome],
      words: "",
      lights: strict.lights.map(lightView),
    },
    ...(byRule
      ? [
          {
            title: "按本小区议事规则",
            outcome: outcomeNames[byRule.verdict.outcome],
            words: byRule.explanation,
            lights: byRule.verdict.lights.map(lightView),
          },
        ]
      : []),
  ]
}

/** Every figure there is, each with heads and area. */
function figuresOf(result: PollResult): { label: string; value: string }[] {
  if (result.form === "owners") {
    const { count } = result.decision
    return [
      { label: "全体", value: measureInWords(count.whole) },
      { label: "同意", value: measureInWords(count.for) },
      { label: "反对", value: measureInWords(count.against) },
      { label: "弃权", value: measureInWords(count.abstain) },
      { label: "无效", value: measureInWords(count.invalid) },
      { label: "送达未返回", value: measureInWords(count.silent) },
      { label: "未送达", value: measureInWords(count.notDelivered) },
    ]
  }
  if (result.form === "election") return []
  const { counts } = result.decision
  return [
    { label: "同意", value: `${counts.for}份` },
    { label: "反对", value: `${counts.against}份` },
    { label: "弃权", value: `${counts.abstain}份` },
    { label: "无效", value: `${counts.invalid}份` },
    { label: "未返回", value: `${counts.notReturned}份` },
  ]
}

function roundsOf(result: PollResult, labels: Record<string, string>) {
  if (result.form !== "election") return []
  return result.rounds.map(({ ordinal, issued, decision, sentences }) => {
    const { counts, optionLights, lights } = decision
    const keys = Object.keys(optionLights)
    const quorum = lights.length > keys.length ? lights[0] : undefined
    return {
      title: ordinal === 1 ? "第一次投票" : "另行选举",
      quorum: quorum ? lightView(quorum) : null,
      candidates: keys
        .toSorted((a, b) => (counts.votes[b] ?? 0) - (counts.votes[a] ?? 0))
        .map(key => ({
          name: labels[key] ?? key,
          votes: counts.votes[key] ?? 0,
          isChosen: decision.chosen.includes(key),
          isTied: evenKeys(decision).includes(key),
        })),
      others: [
        { label: "发出", value: issued },
        { label: "收回", value: counts.cast },
        { label: "无效", value: counts.invalid },
        { label: "均不同意", value: counts.none },
        { label: "弃权", value: counts.abstain },
      ],
      sentences,
    }
  })
}
