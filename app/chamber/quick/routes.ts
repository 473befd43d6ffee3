import type { QuickRoute } from "~/web/quick"
import { castRoute } from "./cast"
import { liveRoute } from "./live"
import { openBallotRoute } from "./open-ballot"

/** What the tablets of a hall ask for all at once. */
export const chamberQuickRoutes: readonly QuickRoute[] = [castRoute, openBallotRoute, liveRoute]
