import type { grids } from "#db/schema/people"

export type GridKind = (typeof grids.$inferSelect)["kind"]
export const gridKindNames: Record<GridKind, string> = { basic: "基础网格", dedicated: "专属网格" }
