import { type RouteConfigEntry, route } from "@react-router/dev/routes"

/** What hangs on the board, and the check of a printed sheet. */
export const wallRoutes: RouteConfigEntry[] = [
  route("board", "board/pages/board.tsx"),
  route("board/notices", "board/pages/past-notices.tsx"),
  route("board/notices/:noticeId", "board/pages/notice.tsx"),
  route("board/notices/:noticeId/sheet.pdf", "board/pages/notice-sheet.ts"),
  route("board/documents/:documentId", "board/pages/public-document.ts"),
  route("board/photos/:photoId", "board/pages/public-photo.ts"),
  route("board/verify", "board/pages/check-sheet.tsx"),
  route("board/archive-digests.json", "board/pages/archive-digests.ts"),
  route("verify/:digest", "board/pages/verify.tsx"),
]
