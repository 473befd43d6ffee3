import { local } from "~/rulebook/preset-words"
import type { RuleSnapshot } from "~/rulebook/rules"

/** What all meetings say alike, because each community sets it for itself. */
export const houseRules = {
  schema: 3,
  form: "meeting",
  tie: "notPassed",
  venueClash: "refused",
  personClash: "needsReason",
  secretMinimum: 5,
  proxies: "none",
  silence: "joinsNoSide",
  quorumLost: "noNewRound",
  correctionBeforeClosing: false,
  ballotPublicity: "open",
  verificationCodes: false,
  speechLimit: { minutes: 3, times: 2 },
  noticeBoardDays: 15,
  retention: { record: "permanent", ballots: 10 },
} as const satisfies Partial<RuleSnapshot>

export const houseCitations = {
  tie: `${local}：赞成与反对人数相等的，不通过；主持人不另加一票`,
  venueClash: `${local}：同一议事点同一时间只安排一场会议`,
  personClash: `${local}：同一人同一时间有其他会议的，须说明原因`,
  secretMinimum: `${local}：投票人过少时，从结果可以推知个人的选择`,
  correctionBeforeClosing: `${local}：表决票一经收到不再更改，需要更正的另行表决`,
  ballotPublicity: `${local}：记名表决的，会议记录写明每人的意见`,
  verificationCodes: `${local}：无记名表决不给核验码`,
  speechLimit: `${local}：发言限时、限次，机会均等`,
}
