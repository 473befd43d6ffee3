import type { Role } from "#db/schema/people-accounts"
import type { Actor } from "~/web/context"

/** Offices that belong to one meeting, beside the roles an account has in the community. */
type MeetingOffice = "chair" | "recorder"
type Holder = Role | MeetingOffice

/**
 * Who may do what: the whole truth, read by pages and use cases alike.
 * A delegate's tablet stands outside this table: its seat opens exactly one participant's place in one meeting.
 */
export const permissions = {
  "community:manage": ["administrator"],
  "account:manage": ["administrator"],
  "register:read": ["administrator", "secretary"],
  "register:edit": ["administrator", "secretary"],
  "person:blotOut": ["administrator"],
  "rulebook:read": ["administrator", "secretary", "gridWorker", "handler", "reviewer", "viewer", "delegate"],
  "rulebook:draft": ["administrator", "secretary"],
  "rulebook:check": ["administrator", "secretary", "reviewer"],
  "rulebook:enable": ["administrator", "secretary"],
  "poll:read": ["administrator", "secretary", "reviewer", "viewer"],
  "poll:manage": ["secretary"],
  "poll:enter": ["secretary", "reviewer"],
  "issue:read": ["administrator", "secretary", "gridWorker", "reviewer", "viewer"],
  "issue:report": ["secretary", "gridWorker"],
  "issue:import": ["secretary", "gridWorker"],
  "issue:sort": ["secretary"],
  "issue:answer": ["secretary"],
  "issue:merge": ["secretary"],
  "topic:read": ["administrator", "secretary", "gridWorker", "handler", "reviewer", "viewer", "delegate"],
  "topic:edit": ["secretary"],
  "meeting:read": [
    "administrator",
    "secretary",
    "gridWorker",
    "handler",
    "reviewer",
    "viewer",
    "delegate",
    "chair",
    "recorder",
  ],
  "meeting:convene": ["secretary"],
  "meeting:codes": ["secretary", "recorder"],
  "meeting:desk": ["secretary", "chair", "recorder"],
  "meeting:chair": ["chair"],
  "meeting:record": ["secretary", "recorder"],
  "meeting:screen": ["secretary", "chair", "recorder"],
  "record:read": ["administrator", "secretary", "handler", "reviewer", "viewer", "delegate", "chair", "recorder"],
  /** What was said, word for word, and who signed: not for everyone who reads minutes. */
  "record:inner": ["administrator", "secretary", "reviewer", "viewer", "chair", "recorder"],
  "record:edit": ["secretary", "recorder"],
  "record:approve": ["chair"],
  "document:read": ["administrator", "secretary", "handler", "reviewer", "viewer", "delegate", "chair", "recorder"],
  "edition:read": ["administrator", "secretary", "reviewer", "viewer"],
  "edition:draft": ["secretary"],
  "edition:release": ["administrator", "secretary", "reviewer"],
  "notice:post": ["secretary"],
  "objection:answer": ["secretary"],
  "task:read": ["administrator", "secretary", "gridWorker", "handler", "reviewer", "viewer", "delegate"],
  "task:assign": ["secretary"],
  "task:work": ["secretary", "gridWorker", "handler"],
  "task:inspect": ["secretary", "reviewer"],
  "task:chase": ["secretary"],
  "claim:read": ["administrator", "secretary", "gridWorker", "handler", "reviewer", "viewer", "delegate"],
  "claim:manage": ["secretary"],
  "archive:read": ["administrator", "secretary", "reviewer", "viewer"],
  "archive:take": ["administrator", "secretary"],
  "audit:read": ["administrator", "secretary", "reviewer", "viewer"],
} as const satisfies Record<string, readonly Holder[]>

export type Permission = keyof typeof permissions

/** What of a meeting the table needs. */
export type MeetingOffices = { chairPersonId: string | null; recorderPersonId: string | null }

/** Whether the actor may; for a meeting's offices the meeting must be given. A seat alone never gives an office. */
export function may(actor: Actor, permission: Permission, meeting?: MeetingOffices): boolean {
  if (!actor.accountId) return false
  const holders: readonly Holder[] = permissions[permission]
  if (actor.roles.some(role => holders.includes(role))) return true
  if (!meeting || !actor.personId) return false
  return (
    (holders.includes("chair") && meeting.chairPersonId === actor.personId) ||
    (holders.includes("recorder") && meeting.recorderPersonId === actor.personId)
  )
}

export const roleNames: Record<Role, string> = {
  administrator: "管理员",
  secretary: "社区书记/社工",
  gridWorker: "网格员",
  handler: "承办人",
  delegate: "代表",
  reviewer: "复核人",
  viewer: "街道",
}

/** What someone is called by who holds several roles: by the work he does, before the office of administrator. */
export const leadingRole = (roles: readonly Role[]): Role | undefined =>
  roles.find(role => role !== "administrator") ?? roles[0]

/** What each role may do, in one plain sentence beside its box. */
export const roleDuties: Record<Role, string> = {
  administrator: "管理账号、名册和社区资料，导入名单，重设密码。",
  secretary: "受理和分类问题，确定议题，召集会议，整理和印发文书，维护名册。",
  gridWorker: "上报问题、导入网格问题表，查看议题和会议。",
  handler: "查看议题、会议和文书，办理交办的事项。",
  delegate: "查看议题、会议和文书。参加会议用签到码，不必有账号。",
  reviewer: "查看问题、议题、会议和文书，复核公开的内容。",
  viewer: "查看问题、议题、会议和文书，不能改动。",
}
