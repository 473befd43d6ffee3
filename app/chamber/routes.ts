import type { RouteConfigEntry } from "@react-router/dev/routes"

/** Below `/c/:community`, behind the members' gate. */
export const chamberRoutes: RouteConfigEntry[] = []

/** Below `/c/:community`, for tablets: no account, a seat got with a code. */
export const seatRoutes: RouteConfigEntry[] = []
