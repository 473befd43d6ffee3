import type { SettingRow } from "~/rulebook/rulebook-views"
import { Cell, Row, RowHead, Table } from "~/ui/Table"

/** The values of a version that differ, beside the law's and those of the version it would replace. */
export function ChangedTable({ rows, withInForce }: { rows: readonly SettingRow[]; withInForce: boolean }) {
  const columns = [
    { label: "项目" },
    { label: "法律和预设" },
    ...(withInForce ? [{ label: "现在用的" }] : []),
    { label: "这一版" },
    { label: "依据" },
  ]
  return (
    <Table caption="与法律和预设不同的各项" columns={columns}>
      {rows.map(row => (
        <Row key={row.key} state="on">
          <RowHead>{row.label}</RowHead>
          <Cell label="法律和预设" sub={row.floor ? "法定，可以更严" : "可以自定"}>
            {row.law.valueText}
          </Cell>
          {withInForce ? <Cell label="现在用的">{row.inForceText}</Cell> : null}
          <Cell label="这一版">
            <b>{row.valueText}</b>
          </Cell>
          <Cell label="依据">{row.source || row.article}</Cell>
        </Row>
      ))}
    </Table>
  )
}

/** The values that stay as the law and the preset have them. */
export function SameTable({ rows, withInForce }: { rows: readonly SettingRow[]; withInForce: boolean }) {
  const columns = [{ label: "项目" }, { label: "这一版" }, { label: "出处" }]
  return (
    <Table caption="与法律和预设相同的各项" columns={columns} tight>
      {rows.map(row => (
        <Row key={row.key}>
          <RowHead>{row.label}</RowHead>
          <Cell sub={withInForce && row.inForceText !== row.valueText ? `现在用的：${row.inForceText}` : undefined}>
            {row.valueText}
          </Cell>
          <Cell label="出处">{row.article}</Cell>
        </Row>
      ))}
    </Table>
  )
}
