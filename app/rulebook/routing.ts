import { done, type Result, refuse } from "~/law/result"
import { pollPresetOf } from "~/rulebook/poll-presets"
import type { PollPresetKey } from "~/rulebook/poll-rules"
import { civilCode, committeeAct, ownershipInterpretation } from "~/rulebook/preset-words"
import { presetOf } from "~/rulebook/presets"
import { type RoutingEnd, type RoutingNode, routingTree } from "~/rulebook/routing-tree"
import type { PresetKey } from "~/rulebook/rules"

/** What a matter has to go through: a meeting, a decision on paper, or another body's power. */
export type ProcedureKey = PresetKey | PollPresetKey | "referral"

export const procedureNames: Record<ProcedureKey, string> = {
  deliberation: "协商议事会",
  residents: "居民会议",
  representatives: "居民代表会议",
  partyAssembly: "党员大会",
  jointSession: "三方联席会议",
  openTalk: "恳谈会",
  ownersOrdinary: "业主共同决定（一般事项）",
  ownersMajor: "业主共同决定（特别事项）",
  allConcerned: "有利害关系的业主一致同意",
  singleOwner: "业主本人同意",
  selection: "推选",
  committeeElection: "居委会选举（选民或者户的代表投票）",
  committeeElectionByRepresentatives: "居委会选举（居民代表投票）",
  referral: "转办或者上报有关部门",
}

export const procedureKeys = Object.keys(procedureNames) as ProcedureKey[]

export type RoutingQuestion = {
  key: string
  question: string
  hint: string
  answers: { value: string; label: string }[]
}

/** Where a matter belongs, and why, as it is told to whoever asks. */
export type Route = {
  procedure: ProcedureKey
  why: string
  article: string
  isImportant: boolean
  /** 居委会组织法第30条第4款. */
  demandsPartyStudy: boolean
  /** By which other procedures it may lawfully be decided too. */
  mayAlso: readonly ProcedureKey[]
}

const isNode = (step: RoutingNode | RoutingEnd): step is RoutingNode => "question" in step

/** Walks as far as the answers lead; an answer that is none of the question's leaves it open. */
function walk(answers: Record<string, string>): { asked: RoutingNode[]; end: RoutingNode | RoutingEnd } {
  const asked: RoutingNode[] = []
  let step: RoutingNode | RoutingEnd = routingTree
  while (isNode(step)) {
    const answer: string | undefined = answers[step.question.key]
    const isOffered = step.question.answers.some(({ value }) => value === answer)
    const next: RoutingNode | RoutingEnd | undefined = isOffered ? step.leads[answer!] : undefined
    if (!next) break
    asked.push(step)
    step = next
  }
  return { asked, end: step }
}

/** The question that is still open, or null when the procedure is clear. Answers off the path are passed over. */
export function nextQuestion(answers: Record<string, string>): RoutingQuestion | null {
  const { end } = walk(answers)
  return isNode(end) ? end.question : null
}

/** Null while a question is open. */
export function routeOf(answers: Record<string, string>): Route | null {
  const { end } = walk(answers)
  return isNode(end) ? null : { ...end, mayAlso: alsoDecidedBy[end.procedure] ?? [] }
}

/** What was asked and answered on the way, in words, in the order of asking. */
export function answeredQuestions(
  answers: Record<string, string>,
): { key: string; question: string; value: string; answer: string }[] {
  return walk(answers).asked.map(({ question }) => {
    const value = answers[question.key]!
    const answer = question.answers.find(offered => offered.value === value)!.label
    return { key: question.key, question: question.question, value, answer }
  })
}

/** By which means a matter may be decided besides its own procedure. */
const alsoDecidedBy: Partial<Record<ProcedureKey, readonly ProcedureKey[]>> = {
  // 第32条第3款: what was talked over may be taken to either assembly.
  deliberation: ["representatives", "residents"],
  // 第30条第2款: what the 居民会议 may hand over it may also decide itself.
  representatives: ["residents"],
  // The table may form the opinion that is handed on; it does not decide in the department's place.
  referral: ["deliberation"],
}

/**
 * 更高的程序: where a meeting takes a matter it should not or does not want to decide by itself (第32条第3款: 居民会议, 居民代表会议;
 * what is the owners' goes to the owners, what is a department's is handed on). The consent of single owners is no appeal.
 */
const above: Partial<Record<ProcedureKey, readonly ProcedureKey[]>> = {
  representatives: ["residents", "ownersOrdinary", "ownersMajor", "referral"],
  residents: ["ownersOrdinary", "ownersMajor", "referral"],
}
const aboveTheTable: readonly ProcedureKey[] = [
  "representatives",
  "residents",
  "ownersOrdinary",
  "ownersMajor",
  "referral",
]

/** From a meeting of this preset. */
export const listHigherProcedures = (preset: string): readonly ProcedureKey[] =>
  (isProcedureKey(preset) && above[preset]) || aboveTheTable

export const isProcedureKey = (key: string | null | undefined): key is ProcedureKey =>
  procedureKeys.some(known => known === key)

type Cause = { why: string; article: string }

const whyOnlySo: Record<ProcedureKey, Cause> = {
  deliberation: {
    why: "这件事由居委会组织协商；业主的书面表决、个人同意和选举不能代替协商。",
    article: `${committeeAct}第三十二条`,
  },
  residents: {
    why: "这件事要由居民会议决定，居民会议没有授权的，别的会议不能代为决定。",
    article: `${committeeAct}第三十条`,
  },
  representatives: {
    why: "这件事要由居民代表会议或者居民会议决定，协商议事会只能形成协商意见。",
    article: `${committeeAct}第三十条`,
  },
  partyAssembly: { why: "这件事要由党员大会审议。", article: presetOf("partyAssembly").quorum!.article },
  jointSession: {
    why: "这件事由三方联席会议协调，不作表决。",
    article: presetOf("jointSession").citations.entitledFrom,
  },
  openTalk: {
    why: "这件事在恳谈会上听取意见、当场或者限期答复，不作表决。",
    article: `${committeeAct}第三十二条第二款`,
  },
  ownersOrdinary: {
    why: "这件事要由业主共同决定，面积和人数分别计算；会议的多数不能代替业主。",
    article: `${civilCode}第二百七十八条`,
  },
  ownersMajor: {
    why: "这件事要由业主共同决定，参与表决的面积和人数都要四分之三以上同意；会议的多数不能代替业主。",
    article: `${civilCode}第二百七十八条`,
  },
  allConcerned: {
    why: "住宅改成经营性用房，要有利害关系的业主一致同意，少一户都不行，多数人同意不能代替。",
    article: `${civilCode}第二百七十九条；${ownershipInterpretation}第十、十一条`,
  },
  singleOwner: {
    why: "车库、房屋是业主自己的，多数人不能代替他同意。请征求他本人书面同意；他不同意的，另提方案。",
    article: `${civilCode}第二百四十、二百七十二条`,
  },
  selection: {
    why: "要由居民推选，用纸质票当众计票，会议不能代选。",
    article: pollPresetOf("selection").agreement.article,
  },
  committeeElection: {
    why: "居委会成员要由选民或者户的代表无记名投票选举，设秘密写票处、公开计票。",
    article: `${committeeAct}第十九条`,
  },
  committeeElectionByRepresentatives: {
    why: "居委会成员要由居民代表无记名投票选举，设秘密写票处、公开计票。",
    article: `${committeeAct}第十九条`,
  },
  referral: {
    why: "这件事由有关部门决定，社区只能协商形成意见后转办或者上报。",
    article: `${committeeAct}第十条第一款第九项`,
  },
}

export const articleOf = (procedure: ProcedureKey): string => whyOnlySo[procedure].article

const whyDecidesNothing: Partial<Record<ProcedureKey, Cause>> = {
  jointSession: {
    why: "三方联席会议只作协调，不作决定。要定下来，请按这件事自己的程序办。",
    article: presetOf("jointSession").citations.entitledFrom,
  },
  openTalk: {
    why: "恳谈会只听取意见、作出答复，不作决定。要定下来，请按这件事自己的程序办。",
    article: presetOf("openTalk").citations.tie,
  },
}

/**
 * Whether a matter that has to go through `procedure` may be decided by `means`. Refuses `wrong_procedure` with both keys,
 * a plain why and its article. To talk a matter over without a vote is always allowed and is not asked here.
 */
export function checkMeans(procedure: ProcedureKey, means: PresetKey | PollPresetKey): Result<null> {
  const refused = ({ why, article }: Cause) => refuse("wrong_procedure", { procedure, means, why, article })
  const decidesNothing = whyDecidesNothing[means]
  if (decidesNothing) return refused(decidesNothing)
  if (means === procedure || alsoDecidedBy[procedure]?.includes(means)) return done(null)
  return refused(whyOnlySo[procedure])
}
