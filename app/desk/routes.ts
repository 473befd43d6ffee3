import type { RouteConfigEntry } from "@react-router/dev/routes"

/** Below `/c/:community`, behind the members' gate; the desk itself is the index. */
export const deskRoutes: RouteConfigEntry[] = []
