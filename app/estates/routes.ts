import { type RouteConfigEntry, route } from "@react-router/dev/routes"

/** Below `/c/:community`, behind the members' gate. */
export const estatesRoutes: RouteConfigEntry[] = [
  route("registers/estates", "estates/pages/estates.tsx"),
  route("registers/estates/template.xlsx", "estates/pages/template.ts"),
  route("registers/estates/new", "estates/pages/estate-new.tsx"),
  route("registers/estates/:estateId", "estates/pages/estate.tsx"),
  route("registers/estates/:estateId/edit", "estates/pages/estate-edit.tsx"),
  route("registers/estates/:estateId/buildings/:buildingId", "estates/pages/building.tsx"),
  route("registers/estates/:estateId/buildings/:buildingId/edit", "estates/pages/building-edit.tsx"),
  route("registers/estates/:estateId/buildings/:buildingId/units/new", "estates/pages/unit-new.tsx"),
  route("registers/estates/:estateId/units/:unitId", "estates/pages/unit.tsx"),
]
