import type { VersionState } from "#db/schema/rulebook"
import type { VersionHeadView } from "~/rulebook/rulebook-views"
import { Badge, type BadgeKind } from "~/ui/Badge"
import { Cell, Row, RowHead, Table } from "~/ui/Table"

export const badgeOf: Record<VersionState, BadgeKind> = {
  draft: "todo",
  checked: "doing",
  inForce: "done",
  superseded: "wait",
  withdrawn: "stop",
}

/** When the state it is in began, and through whom. */
const sinceOf = (version: VersionHeadView) => {
  if (version.endedOn) return version.endedOn
  if (version.enabledOn) return `${version.enabledOn}，${version.enabledBy}`
  return version.checkedOn ? `${version.checkedOn}，${version.checkedBy}` : `${version.draftedOn}，${version.draftedBy}`
}

/** The versions of a procedure, newest first. */
export function VersionTable({
  versions,
  withEstate,
  to,
}: {
  versions: readonly VersionHeadView[]
  withEstate: boolean
  to: (versionId: string) => string
}) {
  const columns = [
    { label: "版本" },
    ...(withEstate ? [{ label: "小区" }] : []),
    { label: "依据" },
    { label: "状态" },
    { label: "时间" },
  ]
  return (
    <Table caption="各个版本，新的在前" columns={columns}>
      {versions.map(version => (
        <Row key={version.id}>
          <RowHead to={to(version.id)}>第{version.ordinal}版</RowHead>
          {withEstate ? <Cell label="小区">{version.estate}</Cell> : null}
          <Cell label="依据">{version.basis || "还没有写"}</Cell>
          <Cell>
            <Badge kind={badgeOf[version.state]}>{version.stateName}</Badge>
          </Cell>
          <Cell label="时间">{sinceOf(version)}</Cell>
        </Row>
      ))}
    </Table>
  )
}
