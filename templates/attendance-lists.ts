import { type AttendanceLists, attendanceLines } from "./attendance"
import type { Sheet } from "./page"
import { addLabelled } from "./page-text"

/** 出席, 请假, 缺席, 列席, each on a line of its own; the following lines under the first name. */
export function addAttendance(sheet: Sheet, lists: AttendanceLists): void {
  const labelled = [
    ["出席：", lists.present],
    ["请假：", lists.excused],
    ["缺席：", lists.absent],
    ["列席：", lists.observers],
  ] as const
  for (const [label, groups] of labelled) {
    const text = attendanceLines(groups)
    if (text) addLabelled(sheet, label, text, { nameList: true })
  }
}
