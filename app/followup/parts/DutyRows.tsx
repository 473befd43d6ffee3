import { href } from "react-router"
import type { DutyLine, DutyList } from "~/followup/duty-list"
import { Badge } from "~/ui/Badge"
import { Cell, Row, RowHead, Table } from "~/ui/Table"

/** 序号, 编号, 事项, 地点或数量, 时限, 状态, 完成. */
export function DutyRows({ list, community }: { list: DutyList; community: string }) {
  const addressOf = (line: DutyLine) => {
    if (line.kind === "task") return href("/c/:community/tasks/:taskId", { community, taskId: line.id })
    return list.mayReadIssues ? href("/c/:community/issues/:issueId", { community, issueId: line.id }) : undefined
  }
  return (
    <Table
      caption="履职清单，先是交办的事项，后是问题"
      columns={[{ label: "事项" }, { label: "地点或数量" }, { label: "时限" }, { label: "状态" }, { label: "完成" }]}
    >
      {list.lines.map(line => (
        <Row key={line.key}>
          <RowHead to={addressOf(line)} sub={line.number}>
            {line.content}
          </RowHead>
          <Cell label="地点或数量">{line.about}</Cell>
          <Cell label="时限" className="nb">
            {line.due}
          </Cell>
          <Cell label="状态">{line.daysLate > 0 ? <Badge kind="late">逾期{line.daysLate}天</Badge> : line.state}</Cell>
          <Cell label="完成">{line.isDone ? <Badge kind="done">完成</Badge> : null}</Cell>
        </Row>
      ))}
    </Table>
  )
}
