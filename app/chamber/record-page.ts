import { stances } from "#db/schema/chamber-speaking"
import { motionEffects } from "#db/words"
import { proposalName, wordingName } from "~/agenda/rules"
import { canRecuse } from "~/chamber/motions/rules"
import { formatMoney } from "~/law/chinese-numbers"
import { formatTime } from "~/law/civil-date"
import { memberKindNames } from "~/law/delegations"
import type { ItemView } from "./motions/agenda-view"
import { motionEffectNames } from "./motions/motion-terms"
import type { RoundView } from "./rounds/round-view"
import { stanceNames } from "./speaking/speeches"
import type { RecorderView } from "./views"

/** What the recorder works on: one agenda item, the speech or motion being mended, and who may be taken down. */
export function recordPageOf(view: RecorderView, asked: { item: string | null; edit: string | null }) {
  const editedSpeech = view.speeches.find(speech => speech.id === asked.edit)
  const wanted = editedSpeech?.agendaItemId ?? asked.item
  const item = view.items.find(one => one.agendaItemId === wanted) ?? view.items[0]
  return {
    title: view.head.title,
    stateName: view.head.stateName,
    items: view.items.map(({ agendaItemId, ordinal, title }) => ({ agendaItemId, ordinal, title })),
    item: item && { agendaItemId: item.agendaItemId, title: item.title, handling: item.handling },
    speeches: view.speeches
      .filter(speech => speech.agendaItemId === item?.agendaItemId)
      .map(speech => ({
        id: speech.id,
        name: speech.name,
        as: speech.standing === "observer" ? "列席" : memberKindNames[speech.capacity],
        stance: stanceNames[speech.stance],
        gist: speech.gist,
        at: formatTime(speech.at),
      })),
    editedSpeech: editedSpeech && {
      id: editedSpeech.id,
      version: editedSpeech.version,
      name: editedSpeech.name,
      stance: editedSpeech.stance,
      gist: editedSpeech.gist,
    },
    speakers: view.speakers.map(person => ({
      value: person.participantId,
      label: `${person.name}（${person.standing === "observer" ? "列席" : person.capacityName}）`,
    })),
    stances: stances.map(stance => ({ value: stance, label: stanceNames[stance] })),
    speechLimit: view.speechLimit,
    motions: (item?.motions ?? []).map(motion => ({
      id: motion.motionId,
      ordinal: motion.ordinal,
      content: motion.content,
      version: motion.version,
      proposalId: motion.proposal?.id ?? "",
      effect: motion.effect,
      conditions: motion.conditions.join("\n"),
      returnOn: motion.returnOn ?? "",
      terms: motion.terms,
      options: motion.options?.map(option => option.label) ?? [],
      seats: motion.seats,
      recused: motion.recused.map(one => one.name),
      mayRecuse: canRecuse(view.head.state, motion.rounds).ok,
      mayEdit: motion.mayEdit,
      state: stateOf(motion.rounds.at(-1)),
    })),
    editedMotionId: asked.edit,
    proposals: (item?.proposals ?? []).map(proposal => ({
      value: proposal.id,
      label: `${proposalName(proposal.ordinal)}，第${proposal.version}稿`,
    })),
    effects: motionEffects.map(effect => ({ value: effect, label: motionEffectNames[effect] })),
    suggestion: item ? suggestMotion(item) : null,
    mayRecordSpeech: view.mayRecordSpeech,
    mayPutMotion: view.mayPutMotion && view.votes && item?.handling === "deliberate",
    whyNoMotion: whyNoMotion(view, item),
  }
}

/** Why nothing is put to the vote under this item; empty where it may be. */
function whyNoMotion({ votes }: RecorderView, item: ItemView | undefined): string {
  if (item?.handling === "report") return "这一项只通报，不表决。"
  if (item?.handling === "consult") return "这一项听取意见，不表决。各方的意见请记成发言。"
  return votes ? "" : "这类会议不表决。大家商量一致的，请记下发言，散会后在纪要的议定事项里写明商定了什么、谁来办。"
}

export type RecordPage = ReturnType<typeof recordPageOf>

/** 还没有表决, 表决中 … and what a proclaimed round came to. */
const stateOf = (round: RoundView | undefined): string => {
  if (!round) return "还没有表决"
  return round.state === "proclaimed" ? (round.result?.outcomeName ?? round.stateName) : round.stateName
}

/** The wording to begin with, from the proposal the notice was sent with: nothing is typed twice. */
function suggestMotion(item: ItemView): { content: string; proposalId: string } {
  const { proposal } = item
  if (!proposal) return { content: `同意${item.title}`, proposalId: "" }
  const content = proposal.content.replace(/[。；，\s]+$/, "")
  const cost = proposal.budgetFen === null ? "" : `，费用不超过${formatMoney(proposal.budgetFen)}`
  return {
    content: `同意按${proposal.ordinal > 1 ? wordingName(proposal) : `第${proposal.version}稿方案`}办理“${item.title}”：${content}${cost}。`,
    proposalId: proposal.id,
  }
}
