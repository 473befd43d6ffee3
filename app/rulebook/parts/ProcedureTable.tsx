import { Badge } from "~/ui/Badge"
import { Cell, Row, RowHead, Table } from "~/ui/Table"

type ProcedureRow = {
  preset: string
  name: string
  purpose: string
  entitled: string
  thresholds: string[]
  notice: string
  inForce: string
  waiting: number
}

const columns = [
  { label: "程序" },
  { label: "由谁决定" },
  { label: "门槛" },
  { label: "通知" },
  { label: "现在用的规定" },
]

/** The procedures, one a row. */
export function ProcedureTable({
  caption,
  rows,
  to,
}: {
  caption: string
  rows: readonly ProcedureRow[]
  to: (preset: string) => string
}) {
  return (
    <Table caption={caption} columns={columns}>
      {rows.map(row => (
        <Row key={row.preset}>
          <RowHead to={to(row.preset)} sub={row.purpose}>
            {row.name}
          </RowHead>
          <Cell label="由谁决定">{row.entitled}</Cell>
          <Cell label="门槛" sub={row.thresholds[1]}>
            {row.thresholds[0]}
          </Cell>
          <Cell label="通知">{row.notice}</Cell>
          <Cell label="现在用的规定" sub={row.waiting > 0 ? <Badge kind="doing">有新版本在办</Badge> : null}>
            {row.inForce}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
