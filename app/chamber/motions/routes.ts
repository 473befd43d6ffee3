import { type RouteConfigEntry, route } from "@react-router/dev/routes"

/** Below `/c/:community`, behind the members' gate and under the letterhead. */
export const motionsRoutes: RouteConfigEntry[] = [
  route("meetings/:meetingId/motions/:motionId", "chamber/pages/motion.tsx"),
]

/** Below `/c/:community`, for tablets. */
export const motionsSeatRoutes: RouteConfigEntry[] = []
