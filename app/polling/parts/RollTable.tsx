import type { RollView } from "~/polling/roll-views"
import { type FormView, fieldValues } from "~/ui/form-view"
import { Cell, Row, RowHead, Table } from "~/ui/Table"

/** Who has which paper, with a box to tick while papers are handed over. */
export function RollTable({ roll, form }: { roll: RollView; form?: FormView | null }) {
  return (
    <Table
      caption="票册，按票号"
      tight
      columns={[
        { label: "票" },
        { label: "房屋" },
        ...(roll.countsArea ? [{ label: "面积", numeric: true }] : []),
        { label: "送达" },
        ...(roll.isElection ? [] : [{ label: "收回" }]),
      ]}
    >
      {roll.rows.map(row => (
        <Row key={row.ordinal}>
          <RowHead>
            {roll.mayDeliver ? (
              <label className="check">
                <input
                  type="checkbox"
                  name="ordinals"
                  value={row.ordinal}
                  defaultChecked={fieldValues(form, "ordinals").includes(String(row.ordinal))}
                />
                <span>
                  {row.ordinal}号　{row.name}
                </span>
              </label>
            ) : (
              `${row.ordinal}号　${row.name}`
            )}
          </RowHead>
          <Cell>{row.units}</Cell>
          {roll.countsArea ? (
            <Cell label="面积" numeric>
              {row.area}
            </Cell>
          ) : null}
          <Cell label="送达" sub={[row.means, row.to].filter(Boolean).join("，")}>
            {row.delivered}
          </Cell>
          {roll.isElection ? null : <Cell label="收回">{row.returned}</Cell>}
        </Row>
      ))}
    </Table>
  )
}
