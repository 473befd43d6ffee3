import { stances } from "#db/schema/chamber-speaking"
import { motionEffects } from "#db/words"
import { proposalName, wordingName } from "~/agenda/rules"
import { canSettle } from "~/chamber/motions/rules"
import { formatMoney } from "~/law/chinese-numbers"
import { formatTime } from "~/law/civil-date"
import { memberKindNames } from "~/law/delegations"
import { procedureNames } from "~/rulebook/routing"
import type { ItemView } from "./motions/agenda-view"
import { optionLabel, proposalsSideBySide } from "./motions/motion-options"
import { badgeOf, nameOf, stateOf } from "./motions/motion-page"
import { motionEffectNames } from "./motions/motion-terms"
import { lapseWords, stanceNames } from "./speaking/rules"
import type { RecorderView } from "./views"

/** From the address: the item, what is being mended, the turn being taken down, and what the motion's form is filled from. */
export type RecordAsked = { item: string | null; edit: string | null; gist?: string | null; fill?: string | null }

/** What the recorder works on: one agenda item, the speech or motion being mended, and who may be taken down. */
export function recordPageOf(view: RecorderView, asked: RecordAsked) {
  const editedSpeech = view.speeches.find(speech => speech.id === asked.edit)
  const gist = view.owed.find(turn => turn.requestId === asked.gist)
  const inHand = view.items.find(one => one.agendaItemId === view.itemInHandId) ?? view.items[0]
  const wanted = editedSpeech?.agendaItemId ?? gist?.agendaItemId ?? asked.item
  const item = view.items.find(one => one.agendaItemId === wanted) ?? inHand
  return {
    title: view.head.title,
    stateName: view.head.stateName,
    items: view.items.map(({ agendaItemId, ordinal, title }) => ({ agendaItemId, ordinal, title })),
    /** What the meeting is at now, where the recorder is at something else. */
    elsewhere: inHand && inHand !== item ? { agendaItemId: inHand.agendaItemId, ordinal: inHand.ordinal } : null,
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
    owed: view.owed.map(turn => ({
      requestId: turn.requestId,
      agendaItemId: turn.agendaItemId,
      name: turn.name,
      said: `${turn.stanceName}，${formatTime(turn.beganAt)}，${turn.isSpeaking ? "正在发言" : lapseWords(turn.seconds)}`,
    })),
    gist: gist && { requestId: gist.requestId, name: gist.name, stance: gist.stance },
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
      escalateTo: motion.escalateTo ?? "",
      moverId: motion.moverId ?? "",
      name: nameOf(motion),
      putBy: motion.moverName,
      recommendations: motion.recommendations,
      badge: badgeOf(motion),
      about: motion.kind === "amendment" ? "改了什么，采纳或者撤回" : "修正、建议和不同意见",
      returnOn: motion.returnOn ?? "",
      terms: motion.terms,
      options: motion.options?.map(option => option.label) ?? [],
      seats: motion.seats,
      recused: motion.recused.map(one => one.name),
      mayRecuse: canSettle(view.head.state, motion, motion.rounds).ok,
      mayEdit: motion.mayEdit,
      /** The round that is open now: papers and hands are counted at the recorder's table. */
      openRound: openRoundOf(motion.rounds),
      state: stateOf(motion),
    })),
    editedMotionId: asked.edit,
    proposals: (item?.proposals ?? []).map(proposal => ({
      value: proposal.id,
      label: `${proposalName(proposal.ordinal)}，第${proposal.version}稿`,
    })),
    effects: motionEffects.map(effect => ({ value: effect, label: motionEffectNames[effect] })),
    movers: view.movers.map(one => ({ value: one.participantId, label: `${one.name}（${one.capacityName}）` })),
    higher: view.higher.map(key => ({ value: key, label: procedureNames[key] })),
    suggestion: item ? suggestionFor(item, asked.fill ?? null) : null,
    /** What the form was filled from; it begins afresh for each. */
    fill: asked.fill ?? "",
    isFilled: Boolean(asked.fill),
    /** How several proposals may be put: all side by side, or one after another. */
    fills: item ? fillsOf(item) : [],
    mayRecordSpeech: view.mayRecordSpeech,
    mayPutMotion: view.mayPutMotion && view.votes && item?.handling === "deliberate",
    whyNoMotion: whyNoMotion(view, item),
  }
}

function openRoundOf(rounds: ItemView["motions"][number]["rounds"]): { roundId: string; byHands: boolean } | null {
  const open = rounds.find(round => round.state === "open")
  return open ? { roundId: open.roundId, byHands: open.means === "hands" } : null
}

/** Why nothing is put to the vote under this item; empty where it may be. */
function whyNoMotion({ votes }: RecorderView, item: ItemView | undefined): string {
  if (item?.handling === "report") return "这一项只通报，不表决。"
  if (item?.handling === "consult") return "这一项听取意见，不表决。各方的意见请记成发言。"
  return votes ? "" : "这类会议不表决。大家商量一致的，请记下发言，散会后在纪要的议定事项里写明商定了什么、谁来办。"
}

export type RecordPage = ReturnType<typeof recordPageOf>

/** The wording to begin with, from the proposal the notice was sent with: nothing is typed twice. */
function suggestMotion(item: ItemView, proposal = item.proposal): Suggestion {
  if (!proposal) return { content: `同意${item.title}`, proposalId: "", options: "" }
  const content = proposal.content.replace(/[。；，\s]+$/, "")
  const cost = proposal.budgetFen === null ? "" : `，费用不超过${formatMoney(proposal.budgetFen)}`
  return {
    content: `同意按${proposal.ordinal > 1 ? wordingName(proposal) : `第${proposal.version}稿方案`}办理“${item.title}”：${content}${cost}。`,
    proposalId: proposal.id,
    options: "",
  }
}

type Suggestion = { content: string; proposalId: string; options: string }

const sideBySide = "sideBySide"

/** As the recorder asked: every proposal an option, one certain proposal, or the one the notice was sent with. */
function suggestionFor(item: ItemView, fill: string | null): Suggestion {
  const listed = proposalsSideBySide(item.proposals)
  if (fill === sideBySide && listed.length > 0)
    return { content: `“${item.title}”用哪个方案`, proposalId: "", options: listed.map(optionLabel).join("\n") }
  return suggestMotion(item, item.proposals.find(proposal => proposal.id === fill) ?? item.proposal)
}

/** Nothing to choose from where there is one proposal; what was put already is not offered again. */
function fillsOf(item: ItemView): { fill: string; label: string }[] {
  const listed = proposalsSideBySide(item.proposals)
  if (listed.length === 0) return []
  const isPut = (id: string) =>
    item.motions.some(
      motion =>
        motion.standing === "standing" &&
        (motion.proposal?.id === id || motion.options?.some(option => option.proposalId === id)),
    )
  return [
    { fill: sideBySide, label: "把各方案并列表决" },
    ...listed
      .filter(proposal => !isPut(proposal.id))
      .map(proposal => ({ fill: proposal.id, label: `只表决${wordingName(proposal)}` })),
  ]
}
