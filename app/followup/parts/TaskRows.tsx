import { href } from "react-router"
import { HowMuch } from "~/followup/parts/HowMuch"
import { TaskBadge } from "~/followup/parts/TaskBadge"
import type { TaskLine } from "~/followup/task-views"
import { Cell, Row, RowHead, Table } from "~/ui/Table"

/** Tasks by due date: what, who, by when, how far. */
export function TaskRows({ rows, community }: { rows: readonly TaskLine[]; community: string }) {
  return (
    <Table
      caption="交办的事项，时限近的在前"
      columns={[{ label: "事项" }, { label: "承办" }, { label: "时限" }, { label: "完成" }, { label: "到哪一步" }]}
    >
      {rows.map(row => (
        <Row key={row.taskId}>
          <RowHead
            to={href("/c/:community/tasks/:taskId", { community, taskId: row.taskId })}
            sub={row.isMine ? `${row.number}，我的` : row.number}
          >
            {row.content}
          </RowHead>
          <Cell label="承办">{row.handler}</Cell>
          <Cell label="时限" className="nb">
            {row.due}
          </Cell>
          <Cell label="完成">{row.quantityTotal === null ? null : <HowMuch task={row} />}</Cell>
          <Cell>
            <TaskBadge task={row} />
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
