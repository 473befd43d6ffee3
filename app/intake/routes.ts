import { type RouteConfigEntry, route } from "@react-router/dev/routes"

/** Below `/c/:community`, behind the members' gate. */
export const intakeRoutes: RouteConfigEntry[] = [
  route("issues", "intake/pages/issues.tsx"),
  route("issues/new", "intake/pages/issue-new.tsx"),
  route("issues/export.xlsx", "intake/pages/issues-export.ts"),
  route("issues/:issueId", "intake/pages/issue.tsx"),
  route("issues/:issueId/edit", "intake/pages/issue-edit.tsx"),
  route("issues/:issueId/merge", "intake/pages/issue-merge.tsx"),
  route("issues/:issueId/sort", "intake/pages/issue-sort.tsx"),
]
