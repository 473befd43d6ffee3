import { type RouteConfigEntry, route } from "@react-router/dev/routes"

/** Below `/c/:community`, behind the members' gate; the desk itself is the index. */
export const deskRoutes: RouteConfigEntry[] = [
  route("matters/:issueId", "desk/pages/matter.tsx"),
  route("registers/persons/:personId/data", "desk/pages/person-data.tsx"),
  route("registers/persons/:personId/blotting", "desk/pages/person-data-blotting.tsx"),
  route("help", "desk/pages/help.tsx"),
  route("help/delegate-card.pdf", "desk/pages/delegate-card.ts"),
  route("help/:chapter", "desk/pages/help-chapter.tsx"),
]
