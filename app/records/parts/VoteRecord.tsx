import type { PrintedVote } from "~/records/vote-facts"
import { Lamp } from "~/ui/Lamp"
import { Cell, Row, RowHead, Table } from "~/ui/Table"

/** One vote as it will be printed. Read-only: its figures were fixed when the round was closed. */
export function VoteRecord({ vote }: { vote: PrintedVote }) {
  return (
    <section className="stack">
      <h3>表决：{vote.title}</h3>
      {vote.text ? <p>{vote.text}</p> : null}
      <p className="soft">采用{vote.method}方式，结果如下：</p>
      <VoteTables vote={vote} />
      <p>{vote.outcome}</p>
    </section>
  )
}

export function VoteTables({ vote }: { vote: Pick<PrintedVote, "figures" | "options" | "lights"> }) {
  return (
    <>
      <Table caption="表决票数" tight columns={vote.figures.map(({ label }) => ({ label, numeric: true }))}>
        <tr>
          {vote.figures.map(figure => (
            <Cell key={figure.label} label={figure.label} numeric>
              {figure.count}
            </Cell>
          ))}
        </tr>
      </Table>
      {vote.options ? (
        <Table
          caption="选项得票"
          tight
          columns={[
            { label: "选项" },
            { label: "得票", numeric: true },
            { label: vote.options.base, numeric: true },
            { label: "应达到" },
            { label: "结论" },
          ]}
        >
          {vote.options.lines.map(line => (
            <Row key={line.label}>
              <RowHead>{line.label}</RowHead>
              <Cell label="得票" numeric>
                {line.votes}
              </Cell>
              <Cell label="总数" numeric>
                {line.whole}
              </Cell>
              <Cell label="应达到">{line.bar}</Cell>
              <Cell label="结论">{line.standing}</Cell>
            </Row>
          ))}
        </Table>
      ) : null}
      {vote.lights.length > 0 ? <Lights lights={vote.lights} /> : null}
    </>
  )
}

function Lights({ lights }: Pick<PrintedVote, "lights">) {
  return (
    <Table
      caption="表决结果判定"
      tight
      columns={[
        { label: "判定事项" },
        { label: "实际数", numeric: true },
        { label: "总数", numeric: true },
        { label: "应达到" },
        { label: "结论" },
      ]}
    >
      {lights.map(light => (
        <Row key={light.label}>
          <RowHead>{light.label}</RowHead>
          <Cell label="实际数" numeric>
            {light.numerator}
          </Cell>
          <Cell label="总数" numeric>
            {light.denominator}
          </Cell>
          <Cell label="应达到">{light.bar}</Cell>
          <Cell label="结论">
            <Lamp met={light.met} />
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
