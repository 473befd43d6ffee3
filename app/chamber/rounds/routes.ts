import { type RouteConfigEntry, route } from "@react-router/dev/routes"

/** Below `/c/:community`, behind the members' gate and under the letterhead. */
export const roundsRoutes: RouteConfigEntry[] = [
  route("meetings/:meetingId/rounds/:roundId", "chamber/pages/round.tsx"),
]

/** Below `/c/:community`, for tablets. */
export const roundsSeatRoutes: RouteConfigEntry[] = []
