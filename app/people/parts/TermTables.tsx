import type { TermRow } from "~/people/register-views"
import { Empty } from "~/ui/Empty"
import { Sheet } from "~/ui/Sheet"
import { Cell, Row, RowHead, Table } from "~/ui/Table"

type Group = { kind: string; label: string; rows: readonly TermRow[] }

/** A register of offices: a sheet for each kind, and those whose term has ended below. */
export function TermTables({
  groups,
  past,
  belonging,
  toRow,
  whenEmpty,
}: {
  groups: readonly Group[]
  past: readonly (TermRow & { label: string })[]
  /** What the column of 单位 or 居民小组 is called. */
  belonging: string
  toRow: (id: string) => string
  whenEmpty: string
}) {
  const columns = [{ label: "姓名" }, { label: "手机" }, { label: belonging }, { label: "任期" }]
  const termOf = (row: TermRow) => `${row.since} 至 ${row.until ?? "今"}`
  const line = (row: TermRow, label?: string) => (
    <Row key={row.id}>
      <RowHead to={toRow(row.id)} sub={label}>
        {row.name}
      </RowHead>
      <Cell label="手机">{row.phone}</Cell>
      <Cell label={belonging}>{row.belonging}</Cell>
      <Cell
        label="任期"
        sub={[row.chosen, row.isCurrent || row.until ? "" : "还没开始"].filter(Boolean).join("，") || undefined}
      >
        {termOf(row)}
      </Cell>
    </Row>
  )
  return (
    <div className="stack-l">
      {groups.length === 0 ? (
        <Sheet title="名册" titleHidden>
          <Empty title="还没有人">{whenEmpty}</Empty>
        </Sheet>
      ) : null}
      {groups.map(group => (
        <Sheet key={group.kind} title={`${group.label}（${group.rows.length}人）`} flush>
          <Table caption={`${group.label}，按姓名拼音排列`} columns={columns} className="table--even">
            {group.rows.map(row => line(row))}
          </Table>
        </Sheet>
      ))}
      {past.length > 0 ? (
        <Sheet title={`任期已满（${past.length}人）`} flush>
          <Table caption="任期已满，按姓名拼音排列" columns={columns} className="table--even">
            {past.map(row => line(row, row.label))}
          </Table>
        </Sheet>
      ) : null}
    </div>
  )
}
