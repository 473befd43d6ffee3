import { type RouteConfigEntry, route } from "@react-router/dev/routes"

/** Below `/c/:community`, for anyone: no gate, and nothing here shows more than the public edition. */
export const boardRoutes: RouteConfigEntry[] = [route("verify/:digest", "board/pages/verify.tsx")]
