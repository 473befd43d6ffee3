import type { AgendaFacts, AgendaLine, AgendaMaterial } from "#templates/agenda"
import { partyOpinionNames } from "~/agenda/party-review-rules"
import { wordingName } from "~/agenda/rules"
import type { Fieldwork, PartyReview, Proposal, Routing, Topic } from "~/agenda/store"
import { recommendationStanceNames, termsInWords } from "~/chamber/motions/motion-terms"
import { handlingNames, spanText } from "~/convening/meeting-reading"
import type { AgendaItem } from "~/convening/store"
import { formatYuan } from "~/law/chinese-numbers"
import { formatDate, formatTime } from "~/law/civil-date"
import { isProcedureKey, procedureNames } from "~/rulebook/routing"
import { meetingInWords, venueInWords } from "./meeting-words"
import { dueInWords, paragraphs } from "./minutes-facts"
import type { RecordedMeeting, RecordedMotion } from "./recorded-meeting"

/** What is known about the topic of one item. */
export type ItemMatter = {
  topic: Topic | null
  /** The wording the notice was sent with, or the one in force. */
  proposal: Proposal | null
  fieldwork: readonly Fieldwork[]
  routing: Routing | null
  partyReview: PartyReview | null
  /** How many issues are behind it, and how many people spoke up in them. */
  issues: number
  supporters: number
}

/** 会议议程和材料: from what was entered of the meeting and of the topics on its agenda. */
export function agendaFacts(recorded: RecordedMeeting, matters: ReadonlyMap<string, ItemMatter>): AgendaFacts {
  const { agenda, meeting } = recorded
  let at = meeting.startsAt
  const lines = agenda.map((item): AgendaLine => {
    const until = at && new Date(at.getTime() + item.minutes * 60_000)
    const time = at && until ? `${formatTime(at)}—${formatTime(until)}` : ""
    at = until
    return {
      title: item.title,
      presenter: presenterOf(matters.get(item.id), recorded.chairName),
      time,
      minutes: item.minutes,
      handling: handlingNames[item.handling],
    }
  })
  return {
    community: recorded.communityName,
    issuer: `${recorded.communityName}居民委员会`,
    meeting: meetingInWords(recorded),
    time: spanText(meeting),
    venue: venueInWords(recorded),
    chair: recorded.chairName,
    recorder: recorded.recorderName,
    agenda: lines,
    materials: agenda.flatMap(item => materialOf(recorded, item, matters.get(item.id))),
    names: lines.map(line => line.presenter).filter(Boolean),
  }
}

/** Whoever drew up the proposal, or the topic, introduces it; the chair what has neither. */
const presenterOf = (matter: ItemMatter | undefined, chairName: string): string =>
  matter?.proposal?.createdBy || matter?.topic?.createdBy || chairName

function materialOf(recorded: RecordedMeeting, item: AgendaItem, matter?: ItemMatter): AgendaMaterial[] {
  const motions = recorded.motions.filter(motion => motion.agendaItemId === item.id && isPut(motion))
  const material: AgendaMaterial = {
    item: item.ordinal,
    heading: item.title,
    background: paragraphs(matter?.topic?.background ?? ""),
    raised: raisedInWords(matter),
    fieldwork: (matter?.fieldwork ?? []).map(one => ({
      heading: [`${formatDate(one.doneOn)}，${one.place}`, one.participants && `参加人：${one.participants}`]
        .filter(Boolean)
        .join("。"),
      findings: paragraphs(one.findings),
    })),
    proposal: matter?.proposal ? proposalOf(matter.proposal) : null,
    procedure: procedureInWords(matter?.routing),
    recommendations: [...studyInWords(matter?.partyReview), ...motions.flatMap(recommendationsOf)],
    motions: motions.map(motion => endSentence(motion.content) + termsInWords(motion)),
  }
  const { item: _, heading: __, proposal, ...said } = material
  return proposal || Object.values(said).some(one => one.length > 0) ? [material] : []
}

/** What the table decides on; an amendment is moved in the room. */
const isPut = ({ kind, standing }: RecordedMotion): boolean => kind !== "amendment" && standing === "standing"

function raisedInWords(matter?: ItemMatter): string {
  if (!matter || matter.issues === 0) return ""
  const spoke = matter.supporters > 0 ? `，先后有${matter.supporters}人附议` : ""
  return `由${matter.issues}件居民反映的问题形成${spoke}。`
}

const proposalOf = (proposal: Proposal): AgendaMaterial["proposal"] => ({
  name: wordingName(proposal),
  content: paragraphs(proposal.content),
  budget: proposal.budgetFen === null ? "" : formatYuan(proposal.budgetFen),
  funding: proposal.funding,
  handler: proposal.handler,
  due: proposal.dueOn ? dueInWords(proposal.dueOn) : "",
})

function procedureInWords(routing?: Routing | null): string {
  if (!routing || !isProcedureKey(routing.procedure)) return ""
  return `${procedureNames[routing.procedure]}。${endSentence(routing.why)}依据：${endSentence(routing.article)}`
}

const studyInWords = (review?: PartyReview | null): string[] =>
  review
    ? [
        `${review.organization}${formatDate(review.heldOn)}研究：${partyOpinionNames[review.opinion]}。${endSentence(review.summary)}`,
      ]
    : []

const recommendationsOf = ({ recommendations }: RecordedMotion): string[] =>
  recommendations.map(
    ({ body, stance, reason }) => `${body}：${recommendationStanceNames[stance]}。${reason ? endSentence(reason) : ""}`,
  )

const endSentence = (text: string): string => (text === "" || /[。！？；]$/.test(text) ? text : `${text}。`)
