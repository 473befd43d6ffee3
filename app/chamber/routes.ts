import { type RouteConfigEntry, route } from "@react-router/dev/routes"

/** Below `/c/:community`, behind the members' gate. */
export const chamberRoutes: RouteConfigEntry[] = []

/** Below `/c/:community`, for tablets: no account, a seat got with a code. */
export const seatRoutes: RouteConfigEntry[] = [
  // Members listen here too: the channels themselves say who may hear.
  route("live", "chamber/pages/live.ts"),
  route("m/:meetingId", "chamber/pages/seat-check-in.tsx"),
  route("m/:meetingId/seat", "chamber/pages/seat.tsx"),
  route("m/:meetingId/vote/:roundId", "chamber/pages/vote.tsx"),
  route("m/:meetingId/vote/:roundId/check", "chamber/pages/vote-check.tsx"),
  route("m/:meetingId/vote/:roundId/done", "chamber/pages/vote-done.tsx"),
]
