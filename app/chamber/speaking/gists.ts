import type { Reader } from "#db/client"
import type { Stance } from "#db/schema/chamber-speaking"
import { findMeeting } from "~/convening/store"
import { type SpeakingKind, sideWords } from "./rules"
import { listTurns } from "./speaking-view"
import { capacityNameOf } from "./statistics"
import { listRequests, listTurnsWithGist } from "./turn-store"

/** A turn at the clock that was not taken down yet. */
export type GistOwed = {
  requestId: string
  agendaItemId: string
  participantId: string
  name: string
  capacityName: string
  kind: SpeakingKind
  stance: Stance
  stanceName: string
  beganAt: Date
  /** 0 while it goes on. */
  seconds: number
  /** The recorder writes while someone speaks; owed it is only afterwards. */
  isSpeaking: boolean
}

// A turn that ended lasts no longer at any later time.
const anyTime = new Date(0)

/** 欠记的发言要点, in the order of speaking, with the one that is being said. Whoever calls has asked whether the reader may. */
export async function listGistsOwed(q: Reader, communityId: string, meetingId: string): Promise<GistOwed[]> {
  const meeting = await findMeeting(q, communityId, meetingId)
  if (!meeting?.ruleSnapshot) return []
  const withGist = await listTurnsWithGist(q, communityId, meetingId)
  const turns = await listTurns(q, meeting, await listRequests(q, communityId, meetingId), anyTime)
  return turns
    .filter(({ row }) => !withGist.has(row.requestId))
    .map(({ row, clock }) => ({
      requestId: row.requestId,
      agendaItemId: row.agendaItemId,
      participantId: row.participantId,
      name: row.name,
      capacityName: capacityNameOf(row),
      kind: row.kind,
      stance: row.stance,
      stanceName: sideWords(row.kind, row.stance),
      beganAt: clock.beganAt,
      seconds: Math.round(clock.spokenMs / 1000),
      isSpeaking: row.state !== "done",
    }))
}
