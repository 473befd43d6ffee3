import { Search } from "lucide-react"
import { Form, href } from "react-router"
import type { UnitLine } from "~/estates/unit-views"
import { Button } from "~/ui/Button"
import { Empty } from "~/ui/Empty"
import { Icon } from "~/ui/Icon"
import { Sheet } from "~/ui/Sheet"
import { TextField } from "~/ui/TextField"
import { UnitTable } from "./UnitTable"

export type FoundUnits = { hasMore: boolean; units: (UnitLine & { estateId: string; place: string })[] } | null

/** A search for units, and what it found. */
export function FindUnits({ community, search, found }: { community: string; search: string; found: FoundUnits }) {
  return (
    <>
      <Form method="get" className="filter" role="search">
        <div className="filter__q">
          <TextField
            name="q"
            label="找房屋：房号、12栋102、业主姓名或拼音首字母、电话末四位"
            type="search"
            defaultValue={search}
            key={search}
          />
        </div>
        <Button>
          <Icon of={Search} />找
        </Button>
      </Form>
      {found ? (
        <Sheet title={`找到的房屋${found.hasMore ? "（只列前50套，请写得细一些）" : ""}`} flush>
          {found.units.length === 0 ? (
            <Empty title={`没有找到“${search}”`}>换个写法再找，如只写房号的数字。</Empty>
          ) : (
            <UnitTable
              caption="找到的房屋"
              units={found.units}
              toUnit={unit => {
                const at = found.units.find(one => one.id === unit.id)
                return href("/c/:community/registers/estates/:estateId/units/:unitId", {
                  community,
                  estateId: at?.estateId ?? "",
                  unitId: unit.id,
                })
              }}
            />
          )}
        </Sheet>
      ) : null}
    </>
  )
}
