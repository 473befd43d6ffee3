import type { RoundResult } from "#db/schema/chamber-rounds"
import type { CountAnnouncementFacts } from "#templates/count-announcement"
import type { CountedBar, CountedChoice, CountReportFacts } from "#templates/count-report"
import { termsInWords } from "~/chamber/motions/motion-terms"
import type { ChallengeView } from "~/chamber/rounds/challenge-view"
import { optionLights } from "~/chamber/rounds/option-words"
import { castOnTablets, countSilent, tellsOfFew } from "~/chamber/rounds/round-results"
import { capacityOrder, capacityTitle } from "~/convening/people-order"
import { civilDateOf, formatDate } from "~/law/civil-date"
import type { MemberKind } from "~/law/delegations"
import { agreementBaseNames, choiceNames, choices } from "~/law/tally"
import { barInWords } from "~/law/threshold"
import type { RuleSnapshot } from "~/rulebook/rules"
import { aboutInWords, meetingInWords, venueInWords } from "./meeting-words"
import type { RecordedMeeting, RecordedMotion, RecordedRound } from "./recorded-meeting"
import { courseInWords, matterInWords } from "./round-words"
import { correctionsInWords, methodName, optionVotes, outcomeSentence, voteLights } from "./vote-facts"

export type CountedRound = {
  recorded: RecordedMeeting
  motion: RecordedMotion
  round: RecordedRound
  result: RoundResult
}

/** What only the report says beside the frozen result. */
type Beside = { challenges: readonly ChallengeView[]; handCounts: CountReportFacts["handCounts"] }

/** 计票报告: every ballot accounted for, and by which article the outcome was read. Never who chose what. */
export function countReportFacts(counted: CountedRound, { challenges, handCounts }: Beside): CountReportFacts {
  const { recorded, motion, round, result } = counted
  const { countedBy = [] } = result
  const isTelling = tellsOfFew(round, result, recorded.rule)
  const namesOf = (office: "counter" | "scrutineer") =>
    countedBy.filter(one => one.office === office).map(one => one.name)
  return {
    community: recorded.communityName,
    issuer: `${recorded.communityName}居民委员会`,
    meeting: meetingInWords(recorded),
    matter: matterInWords(recorded, motion, round),
    method: methodName(round),
    content: contentOf(motion),
    course: courseInWords(round),
    people: peopleOf(result),
    channels: round.means === "hands" ? [] : channelsOf(result, isTelling),
    balance: balanceOf(result, isTelling),
    ...choicesOf(result, recorded.rule),
    bars: barsOf(result, recorded.rule),
    outcome: outcomeSentence(round),
    counters: namesOf("counter"),
    scrutineers: namesOf("scrutineer"),
    handCounts,
    corrections: round.corrections.length > 0 ? [correctionsInWords(round)] : [],
    challenges: challenges.map(challengeInWords),
  }
}

/** 计票结果公告: counts for everyone. `mask` hides names, doors and telephones in what was written freely. */
export function countAnnouncementFacts(
  counted: CountedRound,
  { mask, contactPhone }: { mask: (text: string) => string; contactPhone: string },
): CountAnnouncementFacts {
  const { recorded, motion, round, result } = counted
  const { communityName, rule } = recorded
  const item = recorded.agenda.find(one => one.id === motion.agendaItemId)
  const day = formatDate(civilDateOf(round.proclaimedAt ?? round.openedAt))
  const office = `${communityName}居民委员会办公室`
  const { base, choices } = choicesOf(result, rule)
  // Who was elected is to be announced by name; options of a matter are words like any other.
  const maskLabel = motion.kind === "election" ? (label: string) => label : mask
  return {
    community: communityName,
    issuer: `${communityName}居民委员会`,
    issuedOn: day,
    title: `关于${mask(aboutInWords(item?.title ?? ""))}表决结果的公告${round.ordinal > 1 ? `\n（第${round.ordinal}轮）` : ""}`,
    opening: `${day}，${meetingInWords(recorded)}在${mask(venueInWords(recorded))}对下列事项进行了表决，现将结果公告如下：`,
    content: mask(contentOf(motion)),
    scope: scopeOf(round),
    method: methodName(round),
    course: courseInWords(round),
    contact: `${office}${contactPhone ? `，电话${contactPhone}` : ""}。`,
    people: peopleOf(result),
    base,
    choices: choices.map(choice => ({ ...choice, label: maskLabel(choice.label) })),
    bars: barsOf(result, rule).map(bar => ({ ...bar, label: maskLabel(bar.label) })),
    outcome: maskLabel(outcomeSentence(round)),
    counting: countingOf(result),
    corrections: round.corrections.length > 0 ? [mask(correctionsInWords(round))] : [],
    objections: `自公告之日起${rule.noticeBoardDays}日。有异议的，到${office}当面提出或者打电话提出，自收到之日起三日内答复。`,
  }
}

function contentOf(motion: RecordedMotion): string {
  const terms = termsInWords(motion)
  return terms ? endSentence(motion.content) + terms : motion.content
}

function peopleOf(result: RoundResult): CountReportFacts["people"] {
  const [recused, silent] = [result.recused?.length ?? 0, countSilent(result)]
  return [
    { label: "应到", count: result.entitled },
    { label: "实到", count: result.present },
    { label: "投票", count: result.cast },
    ...(recused > 0 ? [{ label: "回避", count: recused }] : []),
    { label: "未投", count: silent },
  ]
}

/**
 * Tablets and papers apart, valid and invalid for the whole alone where they would tell of few. What came on tablets is
 * what was cast and is on no paper.
 */
function channelsOf(result: RoundResult, isTelling: boolean): CountReportFacts["channels"] {
  const { cast, counts, paper } = result
  const invalid = counts.invalid - (paper?.invalid ?? 0)
  const onTablets = castOnTablets(result)
  const tablets = {
    channel: "平板",
    issued: "—",
    returned: String(onTablets),
    valid: String(onTablets - invalid),
    invalid: String(invalid),
    other: "",
  }
  if (!paper) return [tablets]
  const papers = {
    channel: "纸质票",
    issued: String(paper.issued),
    returned: String(paper.returned),
    valid: String(paper.valid),
    invalid: String(paper.invalid),
    other: `作废${paper.spoiled}，未收回${paper.missing}，重复${paper.duplicate}`,
  }
  if (onTablets === 0) return [papers]
  if (!isTelling) return [tablets, papers]
  const whole = {
    channel: "合计",
    issued: "—",
    returned: String(onTablets + paper.returned),
    valid: String(cast - counts.invalid),
    invalid: String(counts.invalid),
    other: "",
  }
  const withheld = { valid: "—", invalid: "—" }
  return [{ ...tablets, ...withheld }, { ...papers, ...withheld }, whole]
}

function balanceOf({ paper, byProxy = 0, assisted = 0 }: RoundResult, isTelling: boolean): string[] {
  const ofReturned =
    paper && !isTelling
      ? `；收回${paper.returned}张＝有效${paper.valid}张＋无效${paper.invalid}张＋重复${paper.duplicate}张`
      : ""
  return [
    paper
      ? `纸质票：发出${paper.issued}张＝收回${paper.returned}张＋作废${paper.spoiled}张＋未收回${paper.missing}张${ofReturned}。`
      : "",
    byProxy > 0 ? `其中${byProxy}票由受托人代投。` : "",
    assisted > 0 ? `其中${assisted}票由工作人员按本人意思代操作。` : "",
  ].filter(Boolean)
}

/** Each choice with its numerator and the whole it is measured against. */
function choicesOf(result: RoundResult, rule: RuleSnapshot): { base: string; choices: CountedChoice[] } {
  const { counts, present } = result
  const invalid = { label: "无效", votes: counts.invalid, whole: "" }
  const { options } = optionVotes(result, rule)
  if (options)
    return {
      base: options.base,
      choices: [
        ...options.lines.map(({ label, votes, whole, standing }) => ({
          label: standing ? `${label}（${standing}）` : label,
          votes,
          whole: whole === null ? "" : String(whole),
        })),
        { label: choiceNames.abstain, votes: counts.abstain, whole: "" },
        invalid,
      ],
    }
  const whole = String(present)
  const sides = choices.map(choice => ({ label: choiceNames[choice], votes: counts[choice], whole }))
  return { base: "到会人数", choices: [...sides, { ...invalid, whole }] }
}

/** Every condition as it was frozen, the options' own among them. */
function barsOf(result: RoundResult, rule: RuleSnapshot): CountedBar[] {
  const articleAt = (at: number) => result.lights[at]?.article ?? ""
  const shown = voteLights(result, rule).map((light, at) => ({ ...light, article: articleAt(at) }))
  const base = rule.agreement ? agreementBaseNames[rule.agreement.base] : ""
  const ofOptions = optionLights(result).map((light, at) => ({
    label: `“${result.options?.[at]?.label ?? ""}”得票占${base}`,
    numerator: light.count,
    denominator: light.whole,
    bar: barInWords(light.bar),
    met: light.met,
    article: light.article,
  }))
  return [...shown, ...ofOptions]
}

function challengeInWords({ name, groundName, answer }: ChallengeView): string {
  const answered = answer ? `答复：${endSentence(answer.words)}（${answer.by}）` : "还没有答复。"
  return `${name}提出：${groundName}。${answered}`
}

/** Of which categories those were who could vote; no names. */
function scopeOf(round: RecordedRound): string {
  const roll = round.roll ?? []
  const counted = capacityOrder
    .map(kind => ({ kind, count: roll.filter(row => row.present && (row.capacity as MemberKind) === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${capacityTitle(kind)}${count}人`)
  const came = counted.length > 0 ? `：${counted.join("、")}` : ""
  return `到会并有表决权的人员${came}。`
}

function countingOf({ countedBy = [] }: RoundResult): string {
  const count = (office: "counter" | "scrutineer") => countedBy.filter(one => one.office === office).length
  const officers = [
    count("counter") > 0 ? `计票人${count("counter")}名` : "",
    count("scrutineer") > 0 ? `监票人${count("scrutineer")}名` : "",
  ].filter(Boolean)
  return officers.length > 0 ? `${officers.join("、")}由会议推定，不是事项的当事人；计票报告由他们签字。` : ""
}

const endSentence = (text: string): string => (/[。！？；]$/.test(text) ? text : `${text}。`)
