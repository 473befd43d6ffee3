import type { RouteConfigEntry } from "@react-router/dev/routes"

/** What residents send in, and how they follow it. */
export const residentRoutes: RouteConfigEntry[] = []
