import { isPresetKey } from "~/rulebook/presets"
import type { ProcedureKey } from "~/rulebook/routing"

export type AfterRouting = {
  /** What the procedure means for the next step. */
  text: string
  /** Below the community's address. */
  to: string
  label: string
}

const polls: Record<string, string> = {
  ownersOrdinary: "要由业主共同决定：到“书面表决”发起，向范围内的每一户发表决票。",
  ownersMajor: "要由业主共同决定：到“书面表决”发起，向范围内的每一户发表决票。",
  allConcerned: "有利害关系的业主要全都同意：到“书面表决”逐户征求，差一户也不行。",
  singleOwner: "要这一户业主本人同意：到“书面表决”征求他的意见。他不同意，就写下一个方案。",
  selection: "到“书面表决”发起推选，发推选票，当众计票。",
  committeeElection: "到“书面表决”办理选举：设秘密写票处，当众计票。",
  committeeElectionByRepresentatives: "到“书面表决”办理选举：设秘密写票处，当众计票。",
}

const meetings: Record<string, string> = {
  deliberation: "备好方案，召集协商议事会商量、表决。",
  residents: "备好方案，召集居民会议决定，开会前十天发出通知。",
  representatives: "备好方案，召集居民代表会议决定。",
  partyAssembly: "备好方案，召集党员大会审议。",
  jointSession: "召集三方联席会议商量，不表决。",
  openTalk: "开恳谈会听大家说，不表决。",
}

/** What the secretary does once a topic is routed. */
export function afterRouting(procedure: ProcedureKey, topicId: string): AfterRouting {
  if (procedure === "referral")
    return {
      text: "由主管的部门决定，会上不能代它定。召集协商议事会形成意见，再交办或者上报，跟踪答复。",
      to: "/meetings/new?preset=deliberation",
      label: "召集会议",
    }
  if (isPresetKey(procedure))
    return { text: meetings[procedure] ?? "", to: `/meetings/new?preset=${procedure}`, label: "召集会议" }
  return {
    text: `${polls[procedure] ?? ""}会上可以听取意见，不能用会议的多数代替。`,
    to: `/polls/new?topic=${topicId}`,
    label: "发起书面表决",
  }
}
