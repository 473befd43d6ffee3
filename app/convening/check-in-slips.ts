import { type CheckInSlipsFacts, checkInSlipsTemplate } from "#templates/check-in-slips"
import { civilDateOf } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { audit } from "~/registry/audit"
import { drawUnfiled } from "~/registry/drawing"
import type { Ctx } from "~/web/context"
import { readCodes } from "./codes"
import { spanText } from "./meeting-reading"
import { findMeeting } from "./store"
import { findVenue } from "./venue-store"

/**
 * Slips to cut up, one for each who may vote. Drawn anew each time and never filed: a filed sheet would put every code
 * into the database, which alone must open no seat. `origin` is what the QR codes point at.
 * Refusals: not_found, forbidden, no_codes_now, address_unknown, characters_missing.
 */
export async function drawCheckInSlips(
  ctx: Ctx,
  input: { meetingId: string; origin: string | null },
): Promise<Result<{ fileName: string; content: Uint8Array }>> {
  const codes = await readCodes(ctx, input.meetingId, input.origin ?? "")
  if (!codes.ok) return codes
  if (!input.origin) return refuse("address_unknown", { status: 409 })
  const meeting = await findMeeting(ctx.db.read, ctx.community.id, input.meetingId)
  if (!meeting) return refuse("not_found")
  const venue = meeting.venueId ? await findVenue(ctx.db.read, ctx.community.id, meeting.venueId) : null
  const facts: CheckInSlipsFacts = {
    community: ctx.community.name,
    meeting: `${ctx.community.name}${meeting.title}`,
    time: spanText(meeting),
    venue: venue?.name ?? "",
    slips: codes.value.people.flatMap(one =>
      one.code && one.url
        ? [{ name: one.name, delegation: one.capacity, code: one.code.replace(" ", ""), url: one.url }]
        : [],
    ),
  }
  const drawn = await drawUnfiled(ctx, checkInSlipsTemplate, facts, {
    date: civilDateOf(meeting.convenedAt ?? ctx.now()),
  })
  if (!drawn.ok) return drawn
  const subject = { kind: "meeting", id: meeting.id } as const
  await ctx.db.tx(`meeting:${meeting.id}`, q =>
    audit(q, ctx, "meeting.slipsPrinted", subject, { count: facts.slips.length }),
  )
  return done({ fileName: `${meeting.title}签到条.pdf`, content: drawn.value })
}
