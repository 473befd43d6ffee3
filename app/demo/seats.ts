import { checkInCodeOf, spacedCode } from "~/convening/check-in-codes"
import { listMeetingsInState, listParticipants } from "~/convening/store"
import { formatFollowCode } from "~/intake/follow-codes"
import { readFollowedIssue } from "~/intake/resident-reports"
import { listAllIssues } from "~/intake/store"
import { findCommunityBySlug } from "~/people/store"
import { type Installation, stranger } from "~/web/context"
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

/** The resident's door: the board, and the code of an answered issue that its proposer has not rated yet. */
export type DemoBoard = { path: string; issue: { title: string; followCode: string } | null }

export async function readDemoBoard(installation: Installation): Promise<DemoBoard | null> {
  const community = await findCommunityBySlug(installation.db.read, demoSlug)
  if (!community) return null
  const ctx = { ...installation, actor: stranger, community }
  const path = `/c/${demoSlug}/board`
  for (const { title, followCode } of await listAllIssues(installation.db.read, community.id, { state: "closed" })) {
    const followed = followCode ? await readFollowedIssue(ctx, followCode) : null
    if (followed?.ok && followed.value.canRate)
      return { path, issue: { title, followCode: formatFollowCode(followed.value.followCode) } }
  }
  return { path, issue: null }
}
