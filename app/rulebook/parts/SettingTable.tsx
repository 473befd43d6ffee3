import type { Setting } from "~/rulebook/settings"
import { Cell, Row, RowHead, Table } from "~/ui/Table"

const columns = [{ label: "项目" }, { label: "现在的规定" }, { label: "出处" }, { label: "法定下限" }]

/** What may be stricter, what is fixed and what is the community's own, in one or two words. */
const boundOf = ({ kind, floor }: Setting) =>
  kind === "fixed" ? "不可更改" : floor ? `${floor.valueText}，可以更严` : "法律未规定，可以自定"

/** Every value that governs today, with its source. */
export function SettingTable({ caption, settings }: { caption: string; settings: readonly Setting[] }) {
  return (
    <Table caption={caption} columns={columns}>
      {settings.map(setting => (
        <Row key={setting.key}>
          <RowHead sub={setting.note || undefined}>{setting.label}</RowHead>
          <Cell>
            <b>{setting.valueText}</b>
          </Cell>
          <Cell label="出处">{setting.article}</Cell>
          <Cell label="法定下限">{boundOf(setting)}</Cell>
        </Row>
      ))}
    </Table>
  )
}
