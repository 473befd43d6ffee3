import type { readEntering } from "~/polling/ballot-views"
import { Sheet } from "~/ui/Sheet"
import { Cell, Row, RowHead, Table } from "~/ui/Table"

type Entering = Extract<Awaited<ReturnType<typeof readEntering>>, { ok: true }>["value"]

/** The last papers entered, and those kept that do not count. */
export function PapersAside({ view }: { view: Entering }) {
  return (
    <>
      {view.latest.length > 0 ? (
        <Sheet title="您刚录入的" flush>
          <Table
            caption="您最近录入的十张，新的在前"
            tight
            columns={[{ label: "票" }, { label: "票上填的" }, { label: "录入" }, { label: "核对" }]}
          >
            {view.latest.map(row => (
              <Row key={row.ordinal}>
                <RowHead sub={row.units}>
                  {row.ordinal}号　{row.name}
                </RowHead>
                <Cell sub={[row.proxy ? `代理人${row.proxy}` : "", row.note].filter(Boolean).join("，")}>
                  {row.answer}
                </Cell>
                <Cell label="录入">
                  {row.by} {row.at}
                </Cell>
                <Cell>{row.isChecked ? "已核对" : "待核对"}</Cell>
              </Row>
            ))}
          </Table>
        </Sheet>
      ) : null}
      {view.aside.length > 0 ? (
        <Sheet title="另存的，不计入" flush>
          <Table caption="另存的票" tight columns={[{ label: "票" }, { label: "原因" }, { label: "经手" }]}>
            {view.aside.map(row => (
              <Row key={row.id}>
                <RowHead>
                  {row.ordinal}号　{row.name}
                </RowHead>
                <Cell label="原因">{row.reason}</Cell>
                <Cell label="经手">{row.by}</Cell>
              </Row>
            ))}
          </Table>
        </Sheet>
      ) : null}
    </>
  )
}
