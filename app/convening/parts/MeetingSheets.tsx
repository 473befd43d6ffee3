import { Link } from "react-router"
import type { MeetingView } from "~/convening/meeting-reading"
import { barInWords, least } from "~/law/threshold"
import { Facts } from "~/ui/Facts"
import { Sheet } from "~/ui/Sheet"
import { Cell, Row, RowHead, Table } from "~/ui/Table"

const reasonWords = { notice: "通知期不足", venue: "地点撞期", persons: "人员撞期" } as const

export function MeetingFacts({ meeting }: { meeting: MeetingView }) {
  const { quorum } = meeting
  const needed = quorum ? least(quorum.whole, quorum.bar) : null
  return (
    <Sheet title="会议">
      <Facts
        items={[
          { label: "时间", value: meeting.when },
          { label: "地点", value: meeting.venue },
          { label: "主持人", value: meeting.chair },
          { label: "记录人", value: meeting.recorder },
          { label: "应到", value: meeting.entitled > 0 ? `${meeting.entitled}人` : "" },
          {
            label: "法定人数",
            value: quorum && needed !== null ? `${needed}人（${barInWords(quorum.bar)}）` : "",
            note: meeting.quorumArticle,
          },
          { label: "议事规则", value: meeting.ruleName },
          ...meeting.reasons.map(reason => ({ label: reasonWords[reason.key], value: reason.text })),
        ]}
      />
    </Sheet>
  )
}

export function AgendaList({ meeting, community }: { meeting: MeetingView; community: string }) {
  return (
    <Sheet title="议程" flush>
      <Table
        className="agenda"
        caption="议程，按先后"
        columns={[
          { label: "项", numeric: true },
          { label: "事项" },
          { label: "怎么办" },
          { label: "分钟", numeric: true },
        ]}
      >
        {meeting.agenda.map(item => (
          <Row key={item.id}>
            <Cell numeric>{item.ordinal}</Cell>
            <RowHead>
              {item.topicId && meeting.may.readTopics ? (
                <Link to={`/c/${community}/topics/${item.topicId}`}>{item.title}</Link>
              ) : (
                item.title
              )}
            </RowHead>
            <Cell label="怎么办">{item.handling}</Cell>
            <Cell label="分钟" numeric>
              {item.minutes}
            </Cell>
          </Row>
        ))}
      </Table>
    </Sheet>
  )
}

export function PeopleList({ meeting }: { meeting: MeetingView }) {
  const groups = [
    ...meeting.entitledGroups.map(group => ({ ...group, key: `entitled-${group.kind}`, label: group.delegation })),
    ...meeting.observerGroups.map(group => ({
      ...group,
      key: `observer-${group.kind}`,
      label: `列席：${group.delegation}`,
    })),
  ]
  if (groups.length === 0) return null
  return (
    <Sheet title="请哪些人">
      <Facts
        items={groups.map(group => ({
          label: `${group.label}（${group.people.length}人）`,
          value: group.people
            .map(one => (one.organization ? `${one.name}（${one.organization}）` : one.name))
            .join("、"),
        }))}
      />
    </Sheet>
  )
}
