import type { NamedChoice } from "~/chamber/rounds/round-view"
import { Sheet } from "~/ui/Sheet"
import { Cell, Row, RowHead, Table } from "~/ui/Table"

const columns = [{ label: "姓名" }, { label: "意见" }, { label: "怎么投的" }]

/** Who voted how in a named round, to whom its publicity lets read it. */
export function RoundNames({ choices }: { choices: readonly NamedChoice[] }) {
  return (
    <Sheet title="每人的意见" flush>
      <Table caption="每人的意见，按姓氏笔画" columns={columns} tight>
        {choices.map(one => (
          <Row key={one.participantId}>
            <RowHead>{one.name}</RowHead>
            <Cell label="意见">{one.choiceName}</Cell>
            <Cell label="怎么投的">{noteOf(one)}</Cell>
          </Row>
        ))}
      </Table>
    </Sheet>
  )
}

const noteOf = ({ changes, castByName, helperName }: NamedChoice) =>
  [
    castByName && `由${castByName}代投`,
    helperName && `由${helperName}代操作`,
    changes > 0 && `结束前改投过${changes}次`,
  ]
    .filter(Boolean)
    .join("，")
