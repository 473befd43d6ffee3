import { type RouteConfigEntry, route } from "@react-router/dev/routes"

/** Below `/c/:community`, behind the members' gate. */
export const recordsRoutes: RouteConfigEntry[] = [
  route("records", "records/pages/records.tsx"),
  route("records/:meetingId/minutes", "records/pages/minutes.tsx"),
  route("records/:meetingId/minutes/approve", "records/pages/minutes-approve.tsx"),
  route("records/:meetingId/minutes/preview.pdf", "records/pages/minutes-preview.ts"),
  route("records/:meetingId/minutes/draft.docx", "records/pages/minutes-word.ts"),
  route("records/:meetingId/resolutions/:roundId", "records/pages/resolution.tsx"),
  route("records/:meetingId/resolutions/:roundId/approve", "records/pages/resolution-approve.tsx"),
  route("records/:meetingId/resolutions/:roundId/preview.pdf", "records/pages/resolution-preview.ts"),
  route("records/:meetingId/resolutions/:roundId/draft.docx", "records/pages/resolution-word.ts"),
  route("records/:meetingId/papers", "records/pages/papers.tsx"),
  route("records/:meetingId/papers/together.pdf", "records/pages/papers-together.ts"),
  route("records/:meetingId/papers/:paper/preview.pdf", "records/pages/paper-preview.ts"),
  route("notices", "records/pages/notices.tsx"),
  route("notices/editions/:editionId", "records/pages/edition.tsx"),
  route("notices/:noticeId", "records/pages/notice.tsx"),
  route("notices/:noticeId/photos/:photoId", "records/pages/notice-photo.ts"),
  route("documents/making/:jobId", "records/pages/document-making.tsx"),
  route("archive", "records/pages/archive.tsx"),
  route("archive/:year", "records/pages/archive-package.ts"),
  route("documents/:documentId", "records/pages/document.ts"),
]
