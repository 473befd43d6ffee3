import type { SettingRow } from "~/rulebook/rulebook-views"
import { Cell, Row, RowHead, Table } from "~/ui/Table"

/** The values of a version beside the law's and those of the version it would replace. */
export function CompareTable({
  caption,
  rows,
  withInForce,
}: {
  caption: string
  rows: readonly SettingRow[]
  withInForce: boolean
}) {
  const columns = [
    { label: "项目" },
    { label: "法律和预设" },
    ...(withInForce ? [{ label: "现在用的" }] : []),
    { label: "这一版" },
    { label: "出处" },
  ]
  return (
    <Table caption={caption} columns={columns}>
      {rows.map(row => (
        <Row key={row.key} state={row.isChanged ? "on" : undefined}>
          <RowHead sub={row.floor ? `法定下限：${row.floor.valueText}` : undefined}>{row.label}</RowHead>
          <Cell label="法律和预设">{row.law.valueText}</Cell>
          {withInForce ? <Cell label="现在用的">{row.inForceText}</Cell> : null}
          <Cell label="这一版">{row.isChanged ? <b>{row.valueText}</b> : row.valueText}</Cell>
          <Cell label="出处">{row.source || row.article}</Cell>
        </Row>
      ))}
    </Table>
  )
}
