import { layout, type RouteConfigEntry, route } from "@react-router/dev/routes"
import { attendanceRoutes, attendanceSeatRoutes } from "./attendance/routes"
import { motionsRoutes, motionsSeatRoutes } from "./motions/routes"
import { paperRoutes, paperSeatRoutes } from "./paper/routes"
import { roundsRoutes, roundsSeatRoutes } from "./rounds/routes"
import { speakingRoutes, speakingSeatRoutes } from "./speaking/routes"

/** Below `/c/:community`, behind the members' gate and under the letterhead. */
export const chamberRoutes: RouteConfigEntry[] = [
  route("meetings/:meetingId/desk", "chamber/pages/check-in-desk.tsx"),
  route("meetings/:meetingId/record", "chamber/pages/record.tsx"),
  route("meetings/:meetingId/console/close/:roundId", "chamber/pages/console-close.tsx"),
  route("meetings/:meetingId/console/annul/:roundId", "chamber/pages/console-annul.tsx"),
  route("meetings/:meetingId/console/decide/:roundId", "chamber/pages/console-decide.tsx"),
  route("meetings/:meetingId/motions/:motionId/recusals", "chamber/pages/recusals.tsx"),
  route("meetings/:meetingId/console/end", "chamber/pages/console-end.tsx"),
  ...attendanceRoutes,
  ...speakingRoutes,
  ...motionsRoutes,
  ...roundsRoutes,
  ...paperRoutes,
]

/** Behind the same gate, with frames of their own: the chair's console and the wall. */
export const hallRoutes: RouteConfigEntry[] = [
  route("meetings/:meetingId/console", "chamber/pages/console.tsx"),
  route("meetings/:meetingId/screen", "chamber/pages/screen.tsx"),
]

/** Below `/c/:community`, for tablets: no account, a seat got with a code. */
export const seatRoutes: RouteConfigEntry[] = [
  layout("chamber/pages/tablet-layout.tsx", [
    route("m/:meetingId", "chamber/pages/seat-check-in.tsx"),
    route("m/:meetingId/seat", "chamber/pages/seat.tsx"),
    route("m/:meetingId/vote/:roundId", "chamber/pages/vote.tsx"),
    route("m/:meetingId/vote/:roundId/check", "chamber/pages/vote-check.tsx"),
    route("m/:meetingId/vote/:roundId/done", "chamber/pages/vote-done.tsx"),
    route("m/:meetingId/vote/:roundId/challenge", "chamber/pages/vote-challenge.tsx"),
    ...attendanceSeatRoutes,
    ...speakingSeatRoutes,
    ...motionsSeatRoutes,
    ...roundsSeatRoutes,
    ...paperSeatRoutes,
  ]),
]
