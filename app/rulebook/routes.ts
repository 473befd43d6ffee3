import { type RouteConfigEntry, route } from "@react-router/dev/routes"

/** Below `/c/:community`, behind the members' gate. */
export const rulebookRoutes: RouteConfigEntry[] = [
  route("rulebook", "rulebook/pages/rulebook.tsx"),
  route("rulebook/:preset", "rulebook/pages/procedure.tsx"),
  route("rulebook/:preset/:versionId", "rulebook/pages/version.tsx"),
]
