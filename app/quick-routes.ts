import { chamberQuickRoutes } from "./chamber/quick/routes"
import type { QuickRoute } from "./web/quick"

/** Every address answered in front of the framework; the others stand in `routes.ts`. */
export const quickRoutes: readonly QuickRoute[] = chamberQuickRoutes
