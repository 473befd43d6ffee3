import { type RouteConfigEntry, route } from "@react-router/dev/routes"

/** Below `/c/:community`, behind the members' gate and under the letterhead. */
export const speakingRoutes: RouteConfigEntry[] = [route("meetings/:meetingId/speaking", "chamber/pages/speaking.tsx")]

/** Below `/c/:community`, for tablets. */
export const speakingSeatRoutes: RouteConfigEntry[] = [route("m/:meetingId/speak", "chamber/pages/seat-speak.tsx")]
