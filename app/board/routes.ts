import { layout, type RouteConfigEntry } from "@react-router/dev/routes"
import { residentRoutes } from "./resident-routes"
import { wallRoutes } from "./wall-routes"

/** Below `/c/:community`, for anyone: no gate, and nothing here shows more than the public edition. */
export const boardRoutes: RouteConfigEntry[] = [
  layout("board/pages/board-layout.tsx", [...wallRoutes, ...residentRoutes]),
]
