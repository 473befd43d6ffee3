import type { RouteConfigEntry } from "@react-router/dev/routes"

/** Below `/c/:community`, behind the members' gate. */
export const rulebookRoutes: RouteConfigEntry[] = []
