import type { MinutesWording, ResolutionWording } from "#db/schema/records"
import { escalationName, recommendationStanceNames, termsInWords } from "~/chamber/motions/motion-terms"
import { noneName } from "~/chamber/rounds/ballot-marks"
import { chosenLabels } from "~/chamber/rounds/option-words"
import { capacityTitle } from "~/convening/people-order"
import { formatMoney, inChinese } from "~/law/chinese-numbers"
import { formatQuantity, readQuantity } from "~/law/quantities"
import { aboutInWords, meetingDayInWords, meetingInWords } from "./meeting-words"
import {
  type RecordedConfirmation,
  type RecordedDissent,
  type RecordedMeeting,
  type RecordedMotion,
  type RecordedProposal,
  type RecordedSpeech,
  standingOf,
  standingRound,
} from "./recorded-meeting"
import { articlesInWords } from "./vote-facts"
import { splitWorks } from "./work-lists"

/** The first wording of the minutes, made of what was recorded: nothing is typed a second time. */
export function draftMinutesWording(recorded: RecordedMeeting): MinutesWording {
  return {
    opening: openingSentence(recorded),
    items: recorded.agenda.map(item => {
      const speeches = recorded.speeches.filter(speech => speech.agendaItemId === item.id)
      const motions = recorded.motions.filter(motion => motion.agendaItemId === item.id)
      return {
        agendaItemId: item.id,
        gist: [
          ...discussionGist(speeches),
          ...motions.flatMap(recommendationSentences),
          ...motions.flatMap(undecidedSentence),
        ].join("\n"),
        dissent: [
          ...dissentingSpeeches(speeches),
          ...motions.flatMap(motion => motion.dissents.map(dissentInWords)),
          ...motions.flatMap(motion => votesAgainst(motion, motions.length === 1)),
        ].join("\n"),
        decisions: motions.flatMap(decisionOf),
      }
    }),
    closing: "",
  }
}

/** What was talked over; where, when and under whom stand in the lines above it. */
function openingSentence(recorded: RecordedMeeting): string {
  const subjects = recorded.agenda.map(item => `“${item.title}”`).join("、")
  const count = recorded.agenda.length
  const many = count > 1 ? `${inChinese(count)}项议题` : ""
  const earlier = recorded.confirmedMinutes.map(confirmedInWords).join("")
  return `${earlier}${meetingInWords(recorded)}就${subjects}${many}进行了协商。`
}

/** 会议确认了…的纪要（振社议纪〔2026〕2号）。 With what was to be put right; the earlier paper itself stays as it is. */
export function confirmedInWords({ meeting, number, remark }: RecordedConfirmation): string {
  const paper = `${meeting}的纪要${number ? `（${number}）` : ""}`
  return remark ? `会议确认了${paper}，意见：${endSentence(remark)}` : `会议确认了${paper}，没有意见。`
}

/** Sentences of what was confirmed at the meeting and is told nowhere in its wording yet, in any words, by its number. */
export const unwrittenIn = (
  { opening, items, closing }: MinutesWording,
  confirmed: readonly RecordedConfirmation[],
): string[] => {
  const text = [opening, ...items.flatMap(item => [item.gist, item.dissent]), closing].join("\n")
  return confirmed.filter(one => !text.includes(one.number || confirmedInWords(one))).map(confirmedInWords)
}

const stanceVerbs = { support: "表示赞成", oppose: "表示反对", conditional: "附条件赞成", neutral: "" } as const

/** 甲一（居民代表）认为……; who only asked or explained is not said to have taken a side. */
function sentenceOf({ name, capacity, stance, gist }: RecordedSpeech): string {
  const verb = stanceVerbs[stance] ? `${stanceVerbs[stance]}，认为` : "认为"
  return `${name}（${capacityTitle(capacity)}）${verb}：${endSentence(gist)}`
}

/** Opposing speeches stand under 不同意见, so that they are not printed twice. */
const discussionGist = (speeches: RecordedSpeech[]) =>
  speeches.filter(speech => speech.stance !== "oppose").map(sentenceOf)

const dissentingSpeeches = (speeches: RecordedSpeech[]) =>
  speeches.filter(speech => speech.stance === "oppose").map(sentenceOf)

/** 寅三：……。对此，甲一说明：……。 */
export function dissentInWords({ heldBy, opinion, explanation, explainedBy }: RecordedDissent): string {
  const held = `${heldBy ? `${heldBy}：` : ""}${endSentence(opinion)}`
  return explanation ? `${held}对此，${explainedBy}说明：${endSentence(explanation)}` : held
}

/** How many, never who: of a named round the sheet lists no choices either. */
function votesAgainst(motion: RecordedMotion, isOnly: boolean): string[] {
  const round = standingRound(motion)
  const counts = round?.result?.counts
  // Of a motion that fell, those against were not the minority: its figures stand in the table.
  if (!counts || standingOf(round) !== "passed" || counts.against + counts.abstain === 0) return []
  const parts = [
    counts.against > 0 ? `${counts.against}票${round?.result?.options ? noneName : "反对"}` : "",
    counts.abstain > 0 ? `${counts.abstain}票弃权` : "",
  ]
  const when = isOnly ? "表决时" : `表决“${bareSentence(motion.content)}”时，`
  return [`${when}有${parts.filter(Boolean).join("、")}。`]
}

/** 悦园业委会对“……”建议同意：……。 */
const recommendationSentences = ({ content, recommendations }: RecordedMotion): string[] =>
  recommendations.map(({ body, stance, reason }) =>
    endSentence(`${body}对“${bareSentence(content)}”${recommendationStanceNames[stance]}：${reason}`),
  )

function undecidedSentence(motion: RecordedMotion): string[] {
  const matter = `“${bareSentence(motion.content)}”`
  if (motion.standing === "withdrawn")
    return [endSentence(`${matter}由提出人撤回${motion.standingReason ? `：${motion.standingReason}` : ""}`)]
  if (motion.standing === "adopted")
    return [
      endSentence(`会上提出修改为${matter}，经同意采纳${motion.standingReason ? `：${motion.standingReason}` : ""}`),
    ]
  if (motion.kind === "amendment" && standingOf(standingRound(motion)) === "passed")
    return [`会上提出修改为${matter}，经表决采纳。`]
  switch (standingOf(standingRound(motion))) {
    case "passed":
      return []
    case "notPassed":
      return [`${matter}经表决未通过。`]
    case "undecided":
      return [`${matter}未形成决定。`]
    case "notVoted":
      return [`会上提出${matter}，没有作出表决。`]
  }
}

type Decision = MinutesWording["items"][number]["decisions"][number]

function decisionOf(motion: RecordedMotion): Decision[] {
  // What an amendment changed is decided with the motion it changed.
  if (motion.kind === "amendment" || standingOf(standingRound(motion)) !== "passed") return []
  const { proposal } = motion
  const content = `${endSentence(motion.content)}${chosenSentence(motion)}${termsInWords(motion)}`
  // What has to be looked into first, or is for a higher procedure, costs nothing yet and is nobody's task but the community's.
  if (motion.effect === "needsFieldwork" || motion.effect === "escalated")
    return [{ content, handler: "", dueOn: motion.returnOn ?? "" }]
  return [
    {
      content: `${content}${moneySentence(proposal)}`,
      handler: proposal?.handler ?? "",
      dueOn: proposal?.dueOn ?? "",
    },
  ]
}

function moneySentence(proposal: RecordedProposal | null): string {
  if (!proposal || proposal.budgetFen === null) return ""
  const budget = `预算${formatMoney(proposal.budgetFen)}`
  return endSentence(proposal.funding ? `${budget}，资金来源：${bareSentence(proposal.funding)}` : budget)
}

/** The first wording of a resolution: title, what it rests on, what is to be done by whom and when, and what it costs. */
export function draftResolutionWording(recorded: RecordedMeeting, motion: RecordedMotion): ResolutionWording {
  const item = recorded.agenda.find(one => one.id === motion.agendaItemId)
  const about = aboutInWords(item?.title ?? bareSentence(motion.content))
  const result = standingRound(motion)?.result
  const by = result ? articlesInWords(result.lights) : ""
  const isOpen = motion.effect === "needsFieldwork" || motion.effect === "escalated"
  const money = isOpen ? "" : moneyOf(motion)
  return {
    title: `关于${about}的${recorded.rule.outcomeName}`,
    preamble: `${meetingDayInWords(recorded)}，${meetingInWords(recorded)}对“${item?.title ?? about}”进行协商和表决，${by}，形成以下${recorded.rule.outcomeName}：`,
    ...(motion.conditions ? { conditions: [...motion.conditions] } : {}),
    items: isOpen ? [itemOfOpenMatter(motion, about)] : itemsToCarryOut(motion),
    ...(money ? { money } : {}),
  }
}

type ResolutionItem = ResolutionWording["items"][number]

/** What is to be done about a matter that the meeting did not settle itself. */
const itemOfOpenMatter = (motion: RecordedMotion, about: string): ResolutionItem => ({
  content:
    motion.effect === "escalated"
      ? `将${about}提交${escalationName(motion.escalateTo)}决定。`
      : `就${about}开展调研，将情况提交下一次协商。`,
  handler: "",
  dueOn: motion.returnOn ?? "",
})

/**
 * A proposal that lists its works becomes one item for each; quantities are read where they are clear. Of options the chosen
 * one is what is to be done.
 */
function itemsToCarryOut(motion: RecordedMotion): ResolutionItem[] {
  const { proposal } = motion
  if (motion.options)
    return [{ content: chosenSentence(motion), handler: proposal?.handler ?? "", dueOn: proposal?.dueOn ?? "" }]
  return worksOf(motion).map(work => {
    const quantity = readQuantity(work)
    return {
      content: endSentence(work),
      handler: proposal?.handler ?? "",
      dueOn: proposal?.dueOn ?? "",
      ...(quantity ? { quantity: formatQuantity(quantity) } : {}),
    }
  })
}

/** 选定“5栋、6栋之间空地”。 Empty of a motion without options. */
function chosenSentence(motion: RecordedMotion): string {
  const result = standingRound(motion)?.result
  const chosen = result ? chosenLabels(result) : []
  return chosen.length > 0 ? `选定${chosen.map(label => `“${label}”`).join("、")}。` : ""
}

const worksOf = ({ content, proposal }: RecordedMotion): string[] => splitWorks(proposal?.content ?? content)

/** Said once, for the whole: an item goes into somebody's hands and onto the wall as a line of its own. */
function moneyOf(motion: RecordedMotion): string {
  const money = moneySentence(motion.proposal)
  return money && worksOf(motion).length > 1 ? `以上各项合计${money}` : money
}

export const bareSentence = (text: string) => text.trim().replace(/[。；]$/, "")
export const endSentence = (text: string) => (/[。！？…”]$/.test(text.trim()) ? text.trim() : `${bareSentence(text)}。`)
