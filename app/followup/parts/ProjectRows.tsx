import { href } from "react-router"
import type { ClaimState } from "#db/schema/followup-claims"
import { claimStateNames } from "~/followup/claims/rules"
import type { ClaimLine } from "~/followup/claims/views"
import { Badge, type BadgeKind } from "~/ui/Badge"
import { Cell, Row, RowHead, Table } from "~/ui/Table"

/** Wishes that were taken up: what, by whom, by when, how far. */
export function ProjectRows({ projects, community }: { projects: readonly ClaimLine[]; community: string }) {
  return (
    <Table
      caption="认领的项目，新的在前"
      columns={[{ label: "需求" }, { label: "认领单位" }, { label: "时限" }, { label: "进度" }]}
    >
      {projects.map(claim => (
        <Row key={claim.claimId}>
          <RowHead to={href("/c/:community/claims/:claimId", { community, claimId: claim.claimId })} sub={claim.number}>
            {claim.need}
          </RowHead>
          <Cell label="认领单位">{claim.claimant}</Cell>
          <Cell label="时限" className="nb">
            {claim.done ? `${claim.done}完成` : claim.due}
          </Cell>
          <Cell>
            <ClaimBadge claim={claim} />
          </Cell>
        </Row>
      ))}
    </Table>
  )
}

const kinds: Record<ClaimState, BadgeKind> = { claimed: "todo", doing: "doing", done: "done", ended: "stop" }

export function ClaimBadge({ claim }: { claim: Pick<ClaimLine, "state" | "daysLate"> }) {
  return (
    <>
      <Badge kind={kinds[claim.state]}>{claimStateNames[claim.state]}</Badge>
      {claim.daysLate > 0 ? (
        <>
          {" "}
          <Badge kind="late">逾期{claim.daysLate}天</Badge>
        </>
      ) : null}
    </>
  )
}
