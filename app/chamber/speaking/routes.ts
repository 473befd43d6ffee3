import type { RouteConfigEntry } from "@react-router/dev/routes"

/** Below `/c/:community`, behind the members' gate and under the letterhead. */
export const speakingRoutes: RouteConfigEntry[] = []

/** Below `/c/:community`, for tablets. */
export const speakingSeatRoutes: RouteConfigEntry[] = []
