import type { MeetingState } from "#db/schema/convening"

/** What may follow what. A meeting that was convened ends closed and minuted, or cancelled with a reason. */
const following: Record<MeetingState, readonly MeetingState[]> = {
  draft: ["convened", "cancelled"],
  convened: ["checkIn", "cancelled"],
  checkIn: ["inSession", "cancelled"],
  inSession: ["adjourned", "closed"],
  adjourned: ["checkIn", "inSession", "closed", "cancelled"],
  closed: ["minuted"],
  minuted: ["archived"],
  archived: [],
  cancelled: [],
}

export const mayFollow = (from: MeetingState, to: MeetingState): boolean => following[from].includes(to)

export const meetingStateNames: Record<MeetingState, string> = {
  draft: "草稿",
  convened: "已召集",
  checkIn: "签到中",
  inSession: "会议进行中",
  adjourned: "休会",
  closed: "已散会",
  minuted: "已出纪要",
  archived: "已归档",
  cancelled: "已取消",
}
