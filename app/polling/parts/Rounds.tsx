import { Lights } from "~/polling/parts/Lights"
import type { ResultView } from "~/polling/result-views"
import { Facts } from "~/ui/Facts"
import { Sheet } from "~/ui/Sheet"
import { Cell, Row, RowHead, Table } from "~/ui/Table"

/** An election round by round: who got how many, who is chosen, who shares the last seat. */
export function Rounds({ rounds }: Pick<ResultView, "rounds">) {
  return rounds.map(round => (
    <Sheet key={round.title} title={round.title}>
      {round.quorum ? <Lights lights={[round.quorum]} /> : null}
      <Table
        caption={`${round.title}各人得票，多的在前`}
        columns={[{ label: "候选人" }, { label: "得票", numeric: true }, { label: "结果" }]}
      >
        {[...round.candidates.entries()].map(([at, candidate]) => (
          <Row key={at}>
            <RowHead>{candidate.name}</RowHead>
            <Cell label="得票" numeric>
              {candidate.votes}
            </Cell>
            <Cell>{candidate.isChosen ? "当选" : candidate.isTied ? "票数相同" : ""}</Cell>
          </Row>
        ))}
      </Table>
      <Facts items={round.others.map(one => ({ label: one.label, value: `${one.value}张` }))} />
      {[...round.sentences.entries()].map(([at, sentence]) => (
        <p key={at}>{sentence}</p>
      ))}
    </Sheet>
  ))
}
