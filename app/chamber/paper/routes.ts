import { type RouteConfigEntry, route } from "@react-router/dev/routes"

/** Below `/c/:community`, behind the members' gate and under the letterhead. */
export const paperRoutes: RouteConfigEntry[] = [
  route("meetings/:meetingId/rounds/:roundId/papers", "chamber/pages/papers.tsx"),
  route("meetings/:meetingId/rounds/:roundId/papers.pdf", "chamber/pages/papers-pdf.ts"),
  route("meetings/:meetingId/rounds/:roundId/sheets", "chamber/pages/sheets.tsx"),
  route("meetings/:meetingId/rounds/:roundId/hands", "chamber/pages/hands.tsx"),
  route("meetings/:meetingId/rounds/:roundId/count-sheet.pdf", "chamber/pages/count-sheet-pdf.ts"),
]

/** Below `/c/:community`, for tablets. */
export const paperSeatRoutes: RouteConfigEntry[] = []
