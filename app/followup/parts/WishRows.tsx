import { href } from "react-router"
import type { ClaimBoard } from "~/followup/claims/views"
import { Badge } from "~/ui/Badge"
import { ButtonLink } from "~/ui/Button"
import { Cell, Row, RowHead, Table } from "~/ui/Table"

type WishRowsProps = {
  wishes: ClaimBoard["waiting"]
  community: string
  mayManage: boolean
  mayReadIssues: boolean
}

/** Wishes that wait for somebody to take them up. */
export function WishRows({ wishes, community, mayManage, mayReadIssues }: WishRowsProps) {
  return (
    <Table
      caption="等人认领的微心愿，先提的在前"
      columns={[
        { label: "需求" },
        { label: "提出" },
        { label: "答复时限" },
        ...(mayManage ? [{ label: "认领", hidden: true }] : []),
      ]}
    >
      {wishes.map(wish => (
        <Row key={wish.issueId}>
          <RowHead
            to={mayReadIssues ? href("/c/:community/issues/:issueId", { community, issueId: wish.issueId }) : undefined}
            sub={wish.number}
          >
            {wish.title}
          </RowHead>
          <Cell label="提出" className="nb">
            {wish.reported}
          </Cell>
          <Cell label="答复时限" className="nb">
            {wish.due} {wish.daysLate > 0 ? <Badge kind="late">逾期{wish.daysLate}天</Badge> : null}
          </Cell>
          {mayManage ? (
            <Cell>
              <ButtonLink
                kind="go"
                small
                to={`${href("/c/:community/claims/new", { community })}?issue=${wish.issueId}`}
                aria-label={`登记认领：${wish.title}`}
              >
                登记认领
              </ButtonLink>
            </Cell>
          ) : null}
        </Row>
      ))}
    </Table>
  )
}
