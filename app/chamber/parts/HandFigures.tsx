import { Note } from "~/ui/Note"
import { Sheet } from "~/ui/Sheet"
import { Cell, Row, RowHead, Table } from "~/ui/Table"

type Figures = { for: number; against: number; abstain: number; sum: number }

type Props = {
  counters: readonly { participantId: string; name: string; hasCounted: boolean; figures: Figures | null }[]
  /** Null until all of them have said what they counted. */
  agrees: boolean | null
}

/** What the counters counted: side by side, once both have said it. */
export function HandFigures({ counters, agrees }: Props) {
  if (counters.length === 0) return null
  return (
    <Sheet title="两位计票人的数" flush>
      <Table
        caption="每位计票人数到的人数"
        columns={[
          { label: "计票人" },
          { label: "赞成", numeric: true },
          { label: "反对", numeric: true },
          { label: "弃权", numeric: true },
          { label: "合计", numeric: true },
        ]}
      >
        {counters.map(({ participantId, name, hasCounted, figures }) => (
          <Row key={participantId}>
            <RowHead sub={figures ? null : hasCounted ? "已报，等另一位" : "还没有报"}>{name}</RowHead>
            <Cell numeric label="赞成">
              {figures?.for}
            </Cell>
            <Cell numeric label="反对">
              {figures?.against}
            </Cell>
            <Cell numeric label="弃权">
              {figures?.abstain}
            </Cell>
            <Cell numeric label="合计">
              {figures?.sum}
            </Cell>
          </Row>
        ))}
      </Table>
      {agrees === null ? null : (
        <div className="sheet__body">
          {agrees ? (
            <Note kind="ok" live title="两人数的一致">
              <p>可以由主持人结束表决，公布结果。</p>
            </Note>
          ) : (
            <Note kind="bad" live title="两人数的不一样">
              <p>请主持人再请大家举一次手，两人重新数，再各报一次。</p>
            </Note>
          )}
        </div>
      )}
    </Sheet>
  )
}
