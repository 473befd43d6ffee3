import { href } from "react-router"
import { type ResourceState, resourceStateNames } from "~/followup/claims/rules"
import type { ClaimBoard } from "~/followup/claims/views"
import { Badge, type BadgeKind } from "~/ui/Badge"
import { Cell, Row, RowHead, Table } from "~/ui/Table"

/** What partners offer. */
export function ResourceRows({ resources, community }: { resources: ClaimBoard["resources"]; community: string }) {
  return (
    <Table
      caption="单位提供的资源，可用的在前"
      columns={[{ label: "资源" }, { label: "单位" }, { label: "期限" }, { label: "用于" }, { label: "状态" }]}
    >
      {resources.map(one => (
        <Row key={one.resourceId}>
          <RowHead
            to={href("/c/:community/resources/:resourceId", { community, resourceId: one.resourceId })}
            sub={one.number}
          >
            {one.content}
          </RowHead>
          <Cell label="单位">{one.provider}</Cell>
          <Cell label="期限" className="nb">
            {one.until}
          </Cell>
          <Cell label="用于">{one.uses > 0 ? `${one.uses}个项目` : null}</Cell>
          <Cell>
            <ResourceBadge state={one.state} />
          </Cell>
        </Row>
      ))}
    </Table>
  )
}

const kinds: Record<ResourceState, BadgeKind> = { offered: "done", over: "wait", ended: "stop" }

export const ResourceBadge = ({ state }: { state: ResourceState }) => (
  <Badge kind={kinds[state]}>{resourceStateNames[state]}</Badge>
)
