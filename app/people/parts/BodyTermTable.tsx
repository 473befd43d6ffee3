import { Cell, Row, RowHead, Table } from "~/ui/Table"

type TermRow = {
  id: string
  name: string
  phone: string
  post: string
  chosen: string
  since: string
  until: string | null
  isCurrent: boolean
}

const columns = [{ label: "姓名" }, { label: "职务" }, { label: "电话" }, { label: "产生" }, { label: "任期" }]

/** Seats in a body, each leading to its own page. */
export function BodyTermTable({
  caption,
  rows,
  toTerm,
}: {
  caption: string
  rows: readonly TermRow[]
  toTerm: (termId: string) => string
}) {
  return (
    <Table caption={caption} columns={columns} className="table--even">
      {rows.map(row => (
        <Row key={row.id}>
          <RowHead to={toTerm(row.id)}>{row.name}</RowHead>
          <Cell label="职务">{row.post}</Cell>
          <Cell label="电话">{row.phone}</Cell>
          <Cell label="产生">{row.chosen}</Cell>
          <Cell label="任期" sub={row.isCurrent || row.until ? undefined : "还没开始"}>
            {row.since} 至 {row.until ?? "今"}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
