import { type AttendanceGroup, type AttendanceLists, attendanceLines } from "./attendance"
import type { Sheet } from "./page"
import { addNameColumns } from "./page-names"
import { addLabelled } from "./page-text"

/** More people of one delegation than this are looked up in columns rather than read in a line. */
const mostInLine = 8

/**
 * 出席, 请假, 缺席, 列席, each on a line of its own; the following lines under the first name. With `columns` the names of a
 * long list stand under one another where no organization is named with them.
 */
export function addAttendance(sheet: Sheet, lists: AttendanceLists, { columns = false } = {}): void {
  const labelled = [
    ["出席：", lists.present],
    ["请假：", lists.excused],
    ["缺席：", lists.absent],
    ["列席：", lists.observers],
  ] as const
  for (const [label, all] of labelled) {
    const groups = all.filter(group => group.people.length > 0)
    if (columns && groups.some(group => isBare(group) && group.people.length > mostInLine))
      addInColumns(sheet, label, groups)
    else if (groups.length > 0) addLabelled(sheet, label, attendanceLines(groups), { nameList: true })
  }
}

const isBare = ({ people }: AttendanceGroup): boolean => people.every(person => person.organization === "")

/** Each delegation by itself, the label before the first. */
function addInColumns(sheet: Sheet, label: string, groups: readonly AttendanceGroup[]) {
  for (const [index, group] of groups.entries()) {
    const [said, free] = index === 0 ? [label, 2] : ["", 2 + [...label].length]
    if (!isBare(group)) addLabelled(sheet, said, attendanceLines([group]), { free, nameList: true })
    else {
      const names = group.people.map(person => person.name)
      addNameColumns(sheet, said, names, { free, lead: group.delegation && `${group.delegation}：` })
    }
  }
}
