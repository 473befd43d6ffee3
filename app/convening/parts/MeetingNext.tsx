import type { MeetingView } from "~/convening/meeting-reading"
import { NextStep } from "~/ui/Answers"
import { ButtonLink } from "~/ui/Button"
import { Note } from "~/ui/Note"

/** What this person does next at this meeting; the other doors stand small below it. */
export function MeetingNext({ meeting, community }: { meeting: MeetingView; community: string }) {
  const at = (place: string) => `/c/${community}/meetings/${meeting.id}/${place}`
  if (meeting.state === "cancelled")
    return (
      <Note kind="warn" title="会议已经取消">
        {meeting.endReason}
      </Note>
    )
  const doors = [
    { show: meeting.may.chair, to: at("console"), label: "进入主持台" },
    { show: meeting.may.record, to: at("record"), label: "进入记录台" },
    { show: meeting.may.desk, to: at("desk"), label: "打开签到" },
    { show: meeting.may.desk, to: at("speaking"), label: "发言台" },
    { show: meeting.may.codes, to: at("codes"), label: "签到码和通知" },
    { show: meeting.may.screen, to: at("screen"), label: "大屏" },
    { show: meeting.may.minutes, to: `/c/${community}/records/${meeting.id}/minutes`, label: "会议纪要" },
    { show: meeting.may.papers, to: `/c/${community}/records/${meeting.id}/papers`, label: "会议文书" },
  ].filter(door => door.show)
  // Before anybody comes the people have to be told; whoever does not tell them goes to the place of their office.
  const first =
    (meeting.state === "convened" && meeting.untold > 0 ? doors.find(door => door.to.endsWith("/codes")) : undefined) ??
    doors[0]
  if (!first) return null
  const others = doors.filter(door => door !== first)
  const words = meeting.state === "convened" && meeting.untold > 0 ? `还有${meeting.untold}人没有通知到` : meeting.when
  return (
    <NextStep
      title={words}
      action={
        <ButtonLink kind="main" to={first.to}>
          {first.label}
        </ButtonLink>
      }
    >
      {others.length > 0 ? (
        <p className="row">
          {others.map(door => (
            <ButtonLink key={door.to} small to={door.to}>
              {door.label}
            </ButtonLink>
          ))}
        </p>
      ) : null}
    </NextStep>
  )
}
