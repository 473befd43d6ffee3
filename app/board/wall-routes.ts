import { type RouteConfigEntry, route } from "@react-router/dev/routes"

/** What hangs on the board, and the check of a printed sheet. */
export const wallRoutes: RouteConfigEntry[] = [route("verify/:digest", "board/pages/verify.tsx")]
