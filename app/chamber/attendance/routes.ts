import { type RouteConfigEntry, route } from "@react-router/dev/routes"

/** Below `/c/:community`, behind the members' gate and under the letterhead. */
export const attendanceRoutes: RouteConfigEntry[] = [
  route("meetings/:meetingId/proxies", "chamber/pages/proxies.tsx"),
  route("meetings/:meetingId/signatures", "chamber/pages/signatures.tsx"),
  route("meetings/:meetingId/desk/help/:participantId", "chamber/pages/desk-help.tsx"),
]

/** Below `/c/:community`, for tablets. */
export const attendanceSeatRoutes: RouteConfigEntry[] = [
  route("m/:meetingId/sign", "chamber/pages/sign.tsx"),
  route("m/:meetingId/switch", "chamber/pages/seat-switch.tsx"),
]
