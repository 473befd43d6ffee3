import { type RouteConfigEntry, route } from "@react-router/dev/routes"

/** Below `/c/:community`, behind the members' gate and under the letterhead. */
export const paperRoutes: RouteConfigEntry[] = [
  route("meetings/:meetingId/rounds/:roundId/papers", "chamber/pages/papers.tsx"),
  route("meetings/:meetingId/rounds/:roundId/sheets", "chamber/pages/sheets.tsx"),
  route("meetings/:meetingId/rounds/:roundId/hands", "chamber/pages/hands.tsx"),
]

/** Below `/c/:community`, for tablets. */
export const paperSeatRoutes: RouteConfigEntry[] = []
