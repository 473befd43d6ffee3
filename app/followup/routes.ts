import { type RouteConfigEntry, route } from "@react-router/dev/routes"

/** Below `/c/:community`, behind the members' gate. */
export const followupRoutes: RouteConfigEntry[] = [
  route("tasks", "followup/pages/tasks.tsx"),
  route("tasks/new", "followup/pages/task-new.tsx"),
  route("tasks/duty", "followup/pages/duty.tsx"),
  route("tasks/:taskId", "followup/pages/task.tsx"),
  route("tasks/:taskId/photos/:photoId", "followup/pages/task-photo.ts"),
  route("claims", "followup/pages/claims.tsx"),
  route("claims/new", "followup/pages/claim-new.tsx"),
  route("claims/:claimId", "followup/pages/claim.tsx"),
  route("resources/new", "followup/pages/resource-new.tsx"),
  route("resources/:resourceId", "followup/pages/resource.tsx"),
]
