import { type RouteConfigEntry, route } from "@react-router/dev/routes"

/** Below `/c/:community`, behind the members' gate. */
export const recordsRoutes: RouteConfigEntry[] = [
  route("records", "records/pages/records.tsx"),
  route("records/:meetingId/minutes", "records/pages/minutes.tsx"),
  route("records/:meetingId/minutes/approve", "records/pages/minutes-approve.tsx"),
  route("records/:meetingId/minutes/preview.pdf", "records/pages/minutes-preview.ts"),
  route("records/:meetingId/resolutions/:roundId", "records/pages/resolution.tsx"),
  route("records/:meetingId/resolutions/:roundId/approve", "records/pages/resolution-approve.tsx"),
  route("records/:meetingId/resolutions/:roundId/preview.pdf", "records/pages/resolution-preview.ts"),
  route("notices", "records/pages/notices.tsx"),
  route("notices/editions/:editionId", "records/pages/edition.tsx"),
  route("notices/:noticeId", "records/pages/notice.tsx"),
  route("notices/:noticeId/photos/:photoId", "records/pages/notice-photo.ts"),
  route("documents/making/:jobId", "records/pages/document-making.tsx"),
  route("documents/:documentId", "records/pages/document.ts"),
]
