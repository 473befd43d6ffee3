import { type RouteConfigEntry, route } from "@react-router/dev/routes"

/** What residents send in, and how they follow it. */
export const residentRoutes: RouteConfigEntry[] = [
  route("board/report", "board/pages/report.tsx"),
  route("board/follow", "board/pages/follow.tsx"),
  route("board/follow/:code", "board/pages/followed.tsx"),
  route("board/notices/:noticeId/objection", "board/pages/objection.tsx"),
]
