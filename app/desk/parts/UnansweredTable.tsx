import type { UnansweredRow } from "~/desk/issue-dues"
import { formatDate } from "~/law/civil-date"
import { Badge, type BadgeKind } from "~/ui/Badge"
import { Sheet } from "~/ui/Sheet"
import { Cell, Row, RowHead, Table } from "~/ui/Table"

const columns = [
  { label: "事项" },
  { label: "提出人" },
  { label: "办到哪一步" },
  { label: "已等", numeric: true },
  { label: "答复时限", numeric: true },
]

const kindOf = (step: string): BadgeKind =>
  /受阻/.test(step) ? "stop" : /待答复|先调研/.test(step) ? "wait" : /^待|备方案/.test(step) ? "todo" : "doing"

/** 还没有答复的问题: each leads to its whole life. */
export function UnansweredTable({
  rows,
  total,
  home,
}: {
  rows: readonly UnansweredRow[]
  total: number
  home: string
}) {
  return (
    <Sheet title="还没有答复的问题" more={{ to: `${home}/issues?tab=unanswered`, label: `全部${total}条` }} flush>
      <Table caption="还没有答复的问题，时限最近的在前" columns={columns} tight>
        {rows.map(row => (
          <Row key={row.id}>
            <RowHead to={`${home}/matters/${row.id}`}>{row.title}</RowHead>
            <Cell label="提出人">{row.reporter}</Cell>
            <Cell label="办到哪一步">
              <Badge kind={kindOf(row.step)}>{row.step}</Badge>
            </Cell>
            <Cell label="已等" numeric>
              {row.waitedDays}天
            </Cell>
            <Cell label="答复时限" numeric>
              {row.dueOn ? (
                <span className={row.isLate ? "red nb" : "nb"}>
                  {formatDate(row.dueOn).slice(5)}
                  {row.isLate ? "，已逾期" : ""}
                </span>
              ) : null}
            </Cell>
          </Row>
        ))}
      </Table>
    </Sheet>
  )
}
