import type { DocumentKind } from "#db/schema/registry"

/** 保管期限. */
export const retentionClasses = ["permanent", "thirtyYears", "tenYears"] as const
export type RetentionClass = (typeof retentionClasses)[number]

/** As an index writes it, and the sign it has in the number of a file (DA/T 22-2015). */
export const retentionNames: Record<RetentionClass, { name: string; sign: string }> = {
  permanent: { name: "永久", sign: "Y" },
  thirtyYears: { name: "30年", sign: "D30" },
  tenYears: { name: "10年", sign: "D10" },
}

/** What a paper is, as far as its keeping goes, and why it is kept so long. */
type Group = "decision" | "rule" | "proof" | "notice" | "form"

const groups: Record<Group, { keptAs: RetentionClass; because: string }> = {
  decision: { keptAs: "permanent", because: "会议记录、决定" },
  rule: { keptAs: "thirtyYears", because: "制度" },
  proof: { keptAs: "thirtyYears", because: "表决、公示和办理的凭据" },
  notice: { keptAs: "tenYears", because: "一般通知" },
  form: { keptAs: "tenYears", because: "一般表格" },
}

const groupOf: Record<DocumentKind, Group> = {
  minutes: "decision",
  briefMinutes: "decision",
  record: "decision",
  resolution: "decision",
  countReport: "decision",
  countAnnouncement: "decision",
  debateRules: "rule",
  signInSheet: "proof",
  ballotPapers: "proof",
  paperRegister: "proof",
  countSheet: "proof",
  publicNotice: "proof",
  noticePoster: "proof",
  assignment: "proof",
  chase: "proof",
  issueLedger: "proof",
  needLedger: "proof",
  resourceLedger: "proof",
  projectLedger: "proof",
  dutyLedger: "proof",
  convocation: "notice",
  agenda: "notice",
  checkInSlips: "form",
  dutyList: "form",
  delegateCard: "form",
  opinionForm: "form",
  satisfactionForm: "form",
}

/** Where the classes come from; an office may have a table of its own. */
export const retentionSource =
  "《城市社区档案管理办法》（国家档案局、民政部令第11号，2015年）；期限参照湖北的社区文书档案保管期限样表：" +
  "会议记录、决定永久，制度30年，一般通知10年。本地档案部门另有规定的，以本地的为准。"

/** How long a paper of this kind is kept, and as what. 社区档案管理办法 (2015). */
export const retentionOf = (kind: DocumentKind): { keptAs: RetentionClass; because: string } => groups[groupOf[kind]]
