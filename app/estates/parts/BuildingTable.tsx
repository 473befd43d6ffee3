import { href } from "react-router"
import { areaText } from "~/law/areas"
import { Cell, Row, RowHead, Table } from "~/ui/Table"

type BuildingLine = {
  id: string
  name: string
  grid: string
  units: number
  areaCm2: number
  heads: number
  duties: string[]
}

const columns = [
  { label: "楼栋" },
  { label: "房屋", numeric: true },
  { label: "面积（平方米）", numeric: true },
  { label: "业主人数", numeric: true },
  { label: "楼栋长和包联" },
]

/** The buildings of an estate, each leading to its own page. */
export function BuildingTable({
  place,
  buildings,
}: {
  place: { community: string; estateId: string }
  buildings: readonly BuildingLine[]
}) {
  return (
    <Table caption="楼栋" columns={columns} className="table--even">
      {buildings.map(building => (
        <Row key={building.id}>
          <RowHead
            to={href("/c/:community/registers/estates/:estateId/buildings/:buildingId", {
              ...place,
              buildingId: building.id,
            })}
            sub={building.grid}
          >
            {building.name}
          </RowHead>
          <Cell label="房屋" numeric>
            {building.units}套
          </Cell>
          <Cell label="面积（平方米）" numeric>
            {areaText(building.areaCm2)}
          </Cell>
          <Cell label="业主人数" numeric>
            {building.heads}人
          </Cell>
          <Cell label="楼栋长和包联">{building.duties.join("、")}</Cell>
        </Row>
      ))}
    </Table>
  )
}
