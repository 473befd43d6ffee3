import { listMeetings, listParticipantsOf } from "~/convening/draft-store"
import { isAwaitingPeople } from "~/convening/rules"
import { listVenues } from "~/convening/venue-store"
import { may } from "~/people/permissions"
import type { Ctx } from "~/web/context"
import type { DeskMeeting } from "./meeting-dues"

/** Every meeting this person may know of that is not over, as it concerns them; the earliest first. */
export async function readMeetings(ctx: Ctx): Promise<DeskMeeting[]> {
  const { actor, community } = ctx
  const readable = (await listMeetings(ctx.db.read, community.id)).filter(
    meeting => (meeting.state === "draft" || isAwaitingPeople(meeting.state)) && may(actor, "meeting:read", meeting),
  )
  const ids = readable.map(meeting => meeting.id)
  const people = await listParticipantsOf(ctx.db.read, community.id, ids)
  const venues = new Map((await listVenues(ctx.db.read, community.id)).map(venue => [venue.id, venue.name]))
  const startOf = (meeting: { startsAt: Date | null }) => meeting.startsAt?.getTime() ?? Number.MAX_SAFE_INTEGER
  return readable
    .toSorted((a, b) => startOf(a) - startOf(b))
    .map(meeting => {
      const own = people.filter(one => one.meetingId === meeting.id)
      return {
        id: meeting.id,
        title: meeting.title,
        state: meeting.state,
        startsAt: meeting.startsAt,
        venue: venues.get(meeting.venueId ?? "") ?? "",
        isChair: actor.personId !== null && meeting.chairPersonId === actor.personId,
        isRecorder: actor.personId !== null && meeting.recorderPersonId === actor.personId,
        isInvited: own.some(one => one.personId === actor.personId),
        entitled: own.filter(one => one.standing === "entitled").length,
        untold: own.filter(one => !one.notified).length,
      }
    })
}
