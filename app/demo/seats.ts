import { checkInCodeOf, spacedCode } from "~/convening/check-in-codes"
import { listMeetingsInState, listParticipants } from "~/convening/store"
import { findCommunityBySlug } from "~/people/store"
import type { Installation } from "~/web/context"
import { demoSlug } from "./community"

export type DemoSeat = { name: string; code: string; path: string }

/** Some delegates of the meeting in session, with the codes that open their seats: for tablets at hand. */
export async function listDemoSeats(installation: Installation): Promise<DemoSeat[]> {
  const community = await findCommunityBySlug(installation.db.read, demoSlug)
  const [meeting] = community ? await listMeetingsInState(installation.db.read, community.id, "inSession") : []
  if (!community || !meeting) return []
  const people = await listParticipants(installation.db.read, community.id, meeting.id)
  return people.slice(0, 3).map(person => {
    const code = checkInCodeOf(installation.secret, person)
    return { name: person.name, code: spacedCode(code), path: `/c/${demoSlug}/m/${meeting.id}?code=${code}` }
  })
}
