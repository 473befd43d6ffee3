import type { UnitLine } from "~/estates/unit-views"
import { Cell, Row, RowHead, Table } from "~/ui/Table"

type Line = Omit<UnitLine, "buildingId"> & { place?: string }

const columns = [{ label: "房号" }, { label: "用途" }, { label: "面积（平方米）", numeric: true }, { label: "业主" }]

/** Units in a table, each leading to its own page. */
export function UnitTable({
  caption,
  units,
  toUnit,
}: {
  caption: string
  units: readonly Line[]
  toUnit: (unit: Line) => string
}) {
  return (
    <Table caption={caption} columns={columns} className="table--even">
      {units.map(unit => (
        <Row key={unit.id}>
          <RowHead to={toUnit(unit)} sub={unit.holding}>
            {unit.place}
            {unit.label}
          </RowHead>
          <Cell label="用途">{unit.kind}</Cell>
          <Cell
            label="面积（平方米）"
            numeric
            sub={unit.areaSource === "登记簿" ? undefined : `依据${unit.areaSource}`}
          >
            {unit.area}
          </Cell>
          <Cell label="业主">{unit.owners}</Cell>
        </Row>
      ))}
    </Table>
  )
}
