/** People of one delegation; `delegation` is empty when a list is not divided. */
export type AttendanceGroup = {
  /** 党员代表, 居民代表 … */
  delegation: string
  /** `organization` is empty where none is printed. */
  people: { name: string; organization: string }[]
}

export type AttendanceLists = {
  present: AttendanceGroup[]
  excused: AttendanceGroup[]
  absent: AttendanceGroup[]
  observers: AttendanceGroup[]
}

/** All names of the lists, to be kept whole at a line's end. */
export function attendanceNames({ present, excused, absent, observers }: AttendanceLists): string[] {
  return [...present, ...excused, ...absent, ...observers].flatMap(group => group.people.map(person => person.name))
}

/** One line a group: `物业代表：振兴物业服务有限公司甲一、乙二`; people of one organization share its name. */
export function attendanceLines(groups: readonly AttendanceGroup[]): string {
  return groups
    .filter(group => group.people.length)
    .map(({ delegation, people }) => (delegation ? `${delegation}：${namePeople(people)}` : namePeople(people)))
    .join("\n")
}

function namePeople(people: AttendanceGroup["people"]): string {
  const byOrganization = new Map<string, string[]>()
  for (const { name, organization } of people) {
    byOrganization.set(organization, [...(byOrganization.get(organization) ?? []), name])
  }
  return [...byOrganization].map(([organization, names]) => organization + names.join("、")).join("；")
}
