import type { ResolutionWording } from "#db/schema/records"
import type { ResolutionFacts } from "#templates/resolution"
import { escalationName } from "~/chamber/motions/motion-terms"
import { chosenLabels } from "~/chamber/rounds/option-words"
import type { Round } from "~/chamber/rounds/round-store"
import { formatDate } from "~/law/civil-date"
import { draftMark, dueInWords, type PaperApproval, paragraphs } from "./minutes-facts"
import type { RecordedMeeting, RecordedMotion } from "./recorded-meeting"
import { methodName, optionVotes, outcomeSentence, voteFigures, voteLights } from "./vote-facts"

/** 振兴社区居民代表会议决定, 振兴社区协商议事会协商意见: a deliberation never passes for a decision of the assembly. */
export function paperName({ communityName, rule }: Pick<RecordedMeeting, "communityName" | "rule">): string {
  const outcome = rule.outcomeName
  return `${communityName}${outcome.startsWith(rule.meetingKind) ? outcome : rule.meetingKind + outcome}`
}

/** 决议/协商成果 of one proclaimed round. What was voted on is printed as it was put to the vote and cannot be reworded. */
export function resolutionFacts(
  recorded: RecordedMeeting,
  motion: RecordedMotion,
  round: Round,
  wording: ResolutionWording,
  approval: PaperApproval | null,
): ResolutionFacts {
  return {
    community: recorded.communityName,
    name: paperName(recorded),
    number: approval?.number ?? "",
    issuer: `${recorded.communityName}居民委员会`,
    issuedOn: approval ? formatDate(approval.approvedOn) : "",
    brief: false,
    title: `${wording.title}${approval ? "" : draftMark}`,
    basis: wording.preamble,
    text: votedText(motion, round),
    conditions: wording.conditions ?? [],
    items: wording.items.map(item => ({
      content: item.content,
      quantity: item.quantity ?? "",
      responsible: item.handler,
      due: dueInWords(item.dueOn),
    })),
    money: wording.money ?? "",
    method: methodName(round),
    figures: round.result ? voteFigures(round.result) : [],
    ...(round.result ? optionVotes(round.result, recorded.rule) : {}),
    lights: round.result ? voteLights(round.result, recorded.rule) : [],
    outcome: outcomeSentence(round),
    closing: [],
    sealed: true,
    names: recorded.participants.map(one => one.name).filter(name => wordsOf(wording).includes(name)),
  }
}

const wordsOf = (wording: ResolutionWording): string =>
  [
    wording.title,
    wording.preamble,
    ...(wording.conditions ?? []),
    ...wording.items.flatMap(item => [item.content, item.handler]),
    wording.money ?? "",
  ].join("\n")

/**
 * What was voted on, paragraph by paragraph, and of options which was chosen. Where it was voted to look first, that is said: the paper must not read as if
 * the matter itself were settled.
 */
export const votedText = (
  { content, effect, returnOn, escalateTo }: RecordedMotion,
  round: Pick<Round, "result">,
): string[] => [
  ...paragraphs(content),
  ...chosenInWords(round.result),
  ...(effect === "escalated" ? [`本次会议不作决定，提交${escalationName(escalateTo)}决定。`] : []),
  ...(effect === "needsFieldwork" && returnOn ? [`先作调研，${formatDate(returnOn)}前再提交协商。`] : []),
]

/** 选定：5栋、6栋之间空地. */
function chosenInWords(result: Round["result"]): string[] {
  const chosen = result ? chosenLabels(result) : []
  return chosen.length > 0 ? [`选定：${chosen.join("；")}。`] : []
}
