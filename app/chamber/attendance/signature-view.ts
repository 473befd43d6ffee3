import type { Reader } from "#db/client"
import type { Stroke } from "#db/schema/chamber"
import { findMeetingFor } from "~/chamber/meeting-access"
import type { Meeting } from "~/convening/store"
import { formatDateTime } from "~/law/civil-date"
import { done, type Result } from "~/law/result"
import type { Ctx } from "~/web/context"
import { listPeople, type MeetingHead, readHead } from "./presence-view"
import { brokenLinks, type Signature } from "./signature-chain"
import { pathOf, thinned } from "./signature-rules"
import { listLinksTold, listSignatures } from "./signature-store"

/** A drawing for the page: the path of each stroke, in a box of so many tenths of a pixel. */
export type DrawingView = { paths: string[]; wide: number; tall: number }

const drawingOf = ({ strokes, width, height }: Signature, shaped: (stroke: Stroke) => Stroke): DrawingView => ({
  paths: strokes.map(stroke => pathOf(shaped(stroke))),
  wide: width * 10,
  tall: height * 10,
})

export type DeskSignatures = {
  /** Each one's newest, small, by participant. */
  drawings: Map<string, DrawingView>
  /** Whether every signature is still what was signed; true while there is none. */
  holds: boolean
}

/** What the desk shows of signatures. */
export async function readDeskSignatures(q: Reader, meeting: Meeting): Promise<DeskSignatures> {
  const chain = await listSignatures(q, meeting.communityId, meeting.id)
  const told = await listLinksTold(q, meeting.communityId, meeting.id)
  return {
    drawings: new Map(chain.map(signature => [signature.participantId, drawingOf(signature, thinned)])),
    holds: brokenLinks(chain, told).length === 0,
  }
}

export type SignatureSheetView = {
  head: MeetingHead
  signatures: {
    id: string
    name: string
    when: string
    device: string
    statement: string
    /** The link's first characters, enough to compare by eye. */
    mark: string
    isNewest: boolean
    isBroken: boolean
    drawing: DrawingView
  }[]
  /** How many signatures do not fit, or are missing from the end. */
  broken: number
  unsigned: string[]
}

/** 签名册: every signature of the meeting in full, and who is here and has not signed. Refusals: not_found, forbidden. */
export async function readSignatureSheet(ctx: Ctx, meetingId: string): Promise<Result<SignatureSheetView>> {
  const found = await findMeetingFor(ctx, meetingId, "meeting:desk")
  if (!found.ok) return found
  const [meeting, q] = [found.value, ctx.db.read]
  const chain = await listSignatures(q, meeting.communityId, meeting.id)
  const people = await listPeople(q, meeting)
  const names = new Map(people.map(person => [person.participantId, person.name]))
  const broken = brokenLinks(chain, await listLinksTold(q, meeting.communityId, meeting.id))
  const newest = new Map(chain.map(signature => [signature.participantId, signature.id]))
  return done({
    head: await readHead(q, meeting),
    signatures: chain.map(signature => ({
      id: signature.id,
      name: names.get(signature.participantId) ?? "",
      when: formatDateTime(signature.signedAt),
      device: signature.device,
      statement: signature.statement,
      mark: signature.signatureHash.slice(0, 16),
      isNewest: newest.get(signature.participantId) === signature.id,
      isBroken: broken.includes(signature.id),
      drawing: drawingOf(signature, stroke => stroke),
    })),
    broken: broken.length,
    unsigned: people
      .filter(person => person.firstArrivedAt && !newest.has(person.participantId))
      .map(person => person.name),
  })
}
