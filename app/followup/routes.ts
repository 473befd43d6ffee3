import { type RouteConfigEntry, route } from "@react-router/dev/routes"

/** Below `/c/:community`, behind the members' gate. */
export const followupRoutes: RouteConfigEntry[] = [
  route("tasks", "followup/pages/tasks.tsx"),
  route("tasks/new", "followup/pages/task-new.tsx"),
  route("tasks/duty", "followup/pages/duty.tsx"),
  route("tasks/:taskId", "followup/pages/task.tsx"),
  route("tasks/:taskId/photos/:photoId", "followup/pages/task-photo.ts"),
  route("tasks/:taskId/satisfaction-form", "followup/pages/task-satisfaction.tsx"),
  route("tasks/:taskId/satisfaction-form/preview.pdf", "followup/pages/task-satisfaction-preview.ts"),
  route("issues/:issueId/satisfaction-form", "followup/pages/issue-satisfaction.tsx"),
  route("issues/:issueId/satisfaction-form/preview.pdf", "followup/pages/issue-satisfaction-preview.ts"),
  route("topics/:topicId/opinion-form", "followup/pages/topic-opinion.tsx"),
  route("topics/:topicId/opinion-form/preview.pdf", "followup/pages/topic-opinion-preview.ts"),
  route("ledgers", "followup/pages/ledgers.tsx"),
  route("ledgers/preview.pdf", "followup/pages/ledger-preview.ts"),
  route("claims", "followup/pages/claims.tsx"),
  route("claims/new", "followup/pages/claim-new.tsx"),
  route("claims/:claimId", "followup/pages/claim.tsx"),
  route("resources/new", "followup/pages/resource-new.tsx"),
  route("resources/:resourceId", "followup/pages/resource.tsx"),
]
