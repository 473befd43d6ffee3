import { type AttendanceGroup, attendanceLines } from "#templates/attendance"
import type { MinutesFacts } from "#templates/minutes"
import { Facts } from "~/ui/Facts"

/** Time, place, offices and quorum of the meeting, as they will be printed. */
export function MeetingFacts({ facts }: { facts: MinutesFacts }) {
  const { quorum } = facts
  return (
    <Facts
      items={[
        { label: "时间", value: facts.time },
        { label: "休会", value: (facts.recesses ?? []).join("") },
        { label: "地点", value: facts.venue },
        { label: "主持", value: facts.chair },
        { label: "记录", value: facts.recorder },
        {
          label: "法定人数",
          value: `应到${quorum.entitled}人，实到${quorum.present}人${quorum.bar ? `，${quorum.met ? "达到" : "未达到"}${quorum.bar}` : ""}`,
          note: quorum.basis ? `依据${quorum.basis}` : undefined,
        },
      ]}
    />
  )
}

/** 出席, 请假, 缺席, 列席 by delegation. */
export function AttendanceFacts({ facts }: { facts: MinutesFacts }) {
  return (
    <Facts
      items={[
        { label: "出席", value: <Groups groups={facts.present} /> },
        { label: "请假", value: <Groups groups={facts.excused} /> },
        { label: "缺席", value: <Groups groups={facts.absent} /> },
        { label: "列席", value: <Groups groups={facts.observers} /> },
      ].filter((_, at) => [facts.present, facts.excused, facts.absent, facts.observers][at]!.length > 0)}
    />
  )
}

function Groups({ groups }: { groups: AttendanceGroup[] }) {
  return attendanceLines(groups)
    .split("\n")
    .map(line => <div key={line}>{line}</div>)
}
