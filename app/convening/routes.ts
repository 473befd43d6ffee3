import { type RouteConfigEntry, route } from "@react-router/dev/routes"

/** Below `/c/:community`, behind the members' gate. */
export const conveningRoutes: RouteConfigEntry[] = [
  route("venues", "convening/pages/venues.tsx"),
  route("venues/new", "convening/pages/venue-new.tsx"),
  route("venues/:venueId", "convening/pages/venue.tsx"),
  route("imports/new", "convening/pages/import-new.tsx"),
  route("imports/:importId", "convening/pages/import.tsx"),
  route("meetings", "convening/pages/meetings.tsx"),
  route("meetings/new", "convening/pages/meeting-new.tsx"),
  route("meetings/:meetingId", "convening/pages/meeting.tsx"),
  route("meetings/:meetingId/edit", "convening/pages/meeting-edit.tsx"),
  route("meetings/:meetingId/convene", "convening/pages/meeting-convene.tsx"),
  route("meetings/:meetingId/cancel", "convening/pages/meeting-cancel.tsx"),
  route("meetings/:meetingId/codes", "convening/pages/meeting-codes.tsx"),
  route("meetings/:meetingId/slips", "convening/pages/meeting-slips.ts"),
]
